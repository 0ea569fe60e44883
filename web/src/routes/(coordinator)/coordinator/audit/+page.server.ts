import { auditView } from '#lib/audit/audit-view.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ view: await auditView(event, 'coordinator') });
