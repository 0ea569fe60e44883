/** A whole number from the command line or the environment. @throws Error that names the option and its range */
export function wholeNumber(name: string, text: string, { from, to }: { from: number; to: number }): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= from && value <= to) return value;
  throw new Error(`${name} must be a whole number from ${from} to ${to}, not "${text}".`);
}

/** The port of the site on one machine: `PORT`, or 8787. */
export function portOption(): number {
  return wholeNumber('PORT', process.env.PORT ?? '8787', { from: 0, to: 65_535 });
}
