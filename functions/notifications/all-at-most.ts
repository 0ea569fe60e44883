/** Does a piece of work for each item, so many at once; one that fails keeps none of the others. @throws AggregateError after all were tried */
export async function allAtMost<Item>(
  atOnce: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item).catch((error) => void failures.push(error));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw new AggregateError(failures, 'some of what was due was not done');
}
