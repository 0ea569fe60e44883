import { pageQuery } from '#lib/api/page-query.ts';
import { ownViews } from '#lib/rights/views.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ownViews(event, { limit: '25', ...pageQuery(event.url) });
