import { error } from '@sveltejs/kit';
import { m } from '#paraglide/messages.js';
import { type Problem, toProblem } from './problem.ts';

/** What came of a call: its body, or the refusal. */
export type Outcome<Body> = { ok: true; body: Body } | { ok: false; problem: Problem };

type BodyOf<Answer> = Answer extends { ok: false }
  ? never
  : Answer extends { json(): Promise<infer Body> }
    ? Body
    : never;

/** For actions: waits for a call of the client and tells its body from a refusal. */
export async function outcomeOf<Answer extends Pick<Response, 'ok' | 'status' | 'text'>>(
  pending: Promise<Answer>,
): Promise<Outcome<BodyOf<Answer>>> {
  const answer = await pending;
  const body = parse(await answer.text());
  if (answer.ok) return { ok: true, body: body as BodyOf<Answer> };
  return { ok: false, problem: toProblem(answer.status, body, m.errors_fault()) };
}

/** For loads: the body of a call; a refusal becomes the error page, with the API's own words. */
export function read<Answer extends Pick<Response, 'ok' | 'status' | 'text'>>(
  pending: Promise<Answer>,
): Promise<BodyOf<Answer>> {
  const body = bodyOf(pending);
  // A page that reads several things and fails by the first does not wait for the others, which may fail as well.
  body.catch(() => undefined);
  return body;
}

async function bodyOf<Answer extends Pick<Response, 'ok' | 'status' | 'text'>>(
  pending: Promise<Answer>,
): Promise<BodyOf<Answer>> {
  const outcome = await outcomeOf(pending);
  if (!outcome.ok) error(outcome.problem.status, { message: outcome.problem.detail, code: outcome.problem.code });
  return outcome.body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
