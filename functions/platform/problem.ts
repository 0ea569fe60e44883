import type { AppError, ErrorDefinition, ErrorKind } from '@kaifong/shared/kernel/errors.ts';
import { fieldMessageIn } from '@kaifong/shared/kernel/field-messages.ts';
import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import type { Context } from 'hono';
import * as z from 'zod';

/** What a refusal looks like on the wire: problem+json (RFC 9457) with a stable code and texts in the caller's language. */
export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503;

const statusOf: Readonly<Record<ErrorKind, readonly [ProblemStatus, string]>> = {
  invalid: [400, 'Bad Request'],
  unauthenticated: [401, 'Unauthorized'],
  forbidden: [403, 'Forbidden'],
  notFound: [404, 'Not Found'],
  conflict: [409, 'Conflict'],
  tooLarge: [413, 'Content Too Large'],
  tooMany: [429, 'Too Many Requests'],
  unavailable: [503, 'Service Unavailable'],
  internal: [500, 'Internal Server Error'],
};

/** The one table from refusal to HTTP status. */
export function statusFor(definition: ErrorDefinition): ProblemStatus {
  return statusOf[definition.kind][0];
}

/** The answer to a refusal, in the language of who asked, with the headers that every answer has. */
export function problemResponse(context: Context, error: AppError): Response {
  const language = languageFrom(context.req.header('accept-language'));
  const [status, title] = statusOf[error.definition.kind];
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    code: error.code,
    detail: error.messageIn(language),
    ...(error.fields.length > 0 && {
      fields: error.fields.map((fault) => ({ path: fault.path, message: fieldMessageIn(language, fault) })),
    }),
  };
  return context.body(JSON.stringify(problem), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    ...(status === 429 && error.facts.seconds !== undefined && { 'retry-after': String(error.facts.seconds) }),
  });
}
