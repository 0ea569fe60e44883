/** Whether a time, in milliseconds, is not over yet. It begins when that is first asked, and the first answer is yes. */
export function within(time: number): () => boolean {
  let until: number | undefined;
  return () => {
    const now = performance.now();
    if (until !== undefined) return now < until;
    until = now + time;
    return true;
  };
}
