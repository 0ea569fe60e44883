/** A refusal of the API, in the caller's language, as `application/problem+json` carries it. */
export type Problem = Readonly<{
  status: number;
  /** Stable and dotted, for programs: `shift.full`. */
  code: string;
  /** For a person; says what to do next. */
  detail: string;
  fields: readonly FieldProblem[];
}>;

/** `path` is the name of the field in the command, `skills.0`. */
export type FieldProblem = Readonly<{ path: string; message: string }>;

/** Reads a problem from a body of whatever shape; what is no problem+json becomes one that says `fallback`. */
export function toProblem(status: number, body: unknown, fallback: string): Problem {
  const { code, detail, fields } = isRecord(body) ? body : {};
  return {
    status,
    code: typeof code === 'string' ? code : 'site.unreadableAnswer',
    detail: typeof detail === 'string' ? detail : fallback,
    fields: Array.isArray(fields) ? fields.filter(isFieldProblem) : [],
  };
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value.path === 'string' && typeof value.message === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
