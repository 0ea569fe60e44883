/** Facts of a log line: codes, counts and ids of the system; never a name, number, text or place of a person. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** Structured log lines, one JSON object each. */
export type Log = Readonly<{
  info: (event: string, facts?: Facts) => void;
  error: (event: string, error: unknown, facts?: Facts) => void;
}>;

/** A log that writes lines to `write`. Of an error it keeps its name and where it arose, since a message may quote a person. */
export function lineLog(write: (line: string) => void): Log {
  const line = (level: string, event: string, facts: Facts) =>
    write(JSON.stringify({ level, at: new Date().toISOString(), event, ...facts }));
  return {
    info: (event, facts = {}) => line('info', event, facts),
    error: (event, error, facts = {}) => line('error', event, { ...facts, ...described(error) }),
  };
}

function described(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((frame) => frame.trimStart().startsWith('at '));
  return { error: error.name, stack: frames.slice(0, 8).join('\n') };
}
