import { auditFile } from '#lib/audit/audit-view.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => auditFile(event, 'auditAdministrator');
