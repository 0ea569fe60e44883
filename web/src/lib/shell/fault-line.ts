/** The line of the log for what broke: its name and where it arose, since a message may quote a person. */
export function faultLine(route: string | null, error: unknown): string {
  const { name, message, stack = '' } = error instanceof Error ? error : { name: typeof error, message: '' };
  const frames = stack
    .replace(message, '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '));
  return JSON.stringify({ event: 'site.fault', route, name, stack: frames.slice(0, 12).join('\n') });
}
