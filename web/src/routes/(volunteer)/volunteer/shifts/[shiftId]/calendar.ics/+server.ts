import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { m } from '#paraglide/messages.js';
import type { RequestHandler } from './$types';

/** A shift as a file that calendars open. */
export const GET: RequestHandler = async (event) => {
  const param = { file: `${event.params.shiftId}.ics` } as const;
  const answer = await api(event).api['shift-calendars'][':file'].$get({ param });
  if (!answer.ok) error(answer.status, { message: m.errors_notFound(), code: 'site.notFound' });
  return new Response(await answer.text(), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="kaifong.ics"',
      'cache-control': 'no-store',
    },
  });
};
