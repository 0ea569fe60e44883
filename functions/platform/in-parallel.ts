/**
 * Does pieces of work as they come, so many of them at once. After a failure no other piece is begun, and the failure is
 * thrown once all that were begun have ended, so that nothing goes on behind the caller's back.
 */
export async function inParallel<Piece>(
  pieces: AsyncIterable<Piece>,
  atOnce: number,
  work: (piece: Piece) => Promise<void>,
): Promise<void> {
  const iterator = pieces[Symbol.asyncIterator]();
  let hasFailed = false;
  const worker = async () => {
    try {
      while (!hasFailed) {
        const next = await iterator.next();
        if (next.done || hasFailed) return;
        await work(next.value);
      }
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  await iterator.return?.();
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}
