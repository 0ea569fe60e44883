/** Waits before the next attempt: a random time up to 5 ms · 2^attempt, at most 200 ms, so that rivals spread out. */
export function pause(attempt: number): Promise<void> {
  const ceiling = Math.min(200, 5 * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * ceiling));
}
