import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { RequestHandler } from './$types';
import { wholeCopy } from './whole-copy.server.ts';

/** What all contexts keep of the person who asks, as one JSON file to be saved. Care keeps its own apart and hands it out itself. */
export const GET: RequestHandler = async (event) => {
  const now = toInstant(Date.now());
  const whole = await wholeCopy(event, event.locals.me?.volunteerId);
  return new Response(JSON.stringify({ format: 'kaifong-copy-1', madeAt: now, ...whole }, undefined, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="kaifong-${dayOf(now)}.json"`,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
};
