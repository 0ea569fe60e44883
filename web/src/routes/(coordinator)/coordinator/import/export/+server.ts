import { volunteerStates } from '@kaifong/shared/people/volunteer-state.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { csvDownload } from '#lib/csv-download.ts';
import { inPages } from '../in-pages.ts';
import type { RequestHandler } from './$types';

/** The volunteers of a place as a file: `?place=440103/001&state=active`. */
export const GET: RequestHandler = async (event) => {
  const asked = event.url.searchParams;
  const place = asked.get('place') ?? '';
  const state = volunteerStates.find((state) => state === asked.get('state')) ?? 'active';
  const exports = api(event).api['volunteer-exports'];
  const pageAt = (cursor?: string) => read(exports.$get({ query: { place, state, ...(cursor && { cursor }) } }));
  const first = await pageAt();
  return csvDownload(first.filename, inPages(first, pageAt));
};
