import type { Hono } from 'hono';
import type { Me } from '#lib/session/me.ts';

/** What the site asks of the API. */
export type Api = Hono<
  Record<never, never>,
  {
    '/api/session': { $get: Operation<Record<never, never>, { account: Me }, 200> };
    '/api/one-time-codes': {
      $post: Operation<{ json: { mobile: string } }, { expiresInSeconds: number; demoCode?: string }, 202>;
    };
    '/api/sessions': { $post: Operation<{ json: { mobile: string; code: string } }, { account: Me }, 201> };
    '/api/sessions/current': { $delete: Operation<Record<never, never>, Record<never, never>, 204> };
  },
  '/'
>;

type Operation<Input, Output, Status extends number> = {
  input: Input;
  output: Output;
  outputFormat: 'json';
  status: Status;
};
