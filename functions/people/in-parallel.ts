/**
 * Does the pieces of work 0 … `count` − 1, so many of them at once. After a failure no other piece is begun, and the
 * failure is thrown once all that were begun have ended, so that nothing goes on behind the caller's back.
 */
export async function inParallel(count: number, atOnce: number, work: (piece: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const piece = next;
      next += 1;
      try {
        await work(piece);
      } catch (error) {
        next = count;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(atOnce, count) }, worker));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}
