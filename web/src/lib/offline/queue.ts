import { type Command, isSame } from './command.ts';
import { database, type Item, result } from './database.ts';
import { keptFor } from './kept-pages.ts';

/** How many of a person's commands wait, and how many are answered and not yet read. */
export type Tally = Readonly<{ waiting: number; accepted: number; refused: number }>;

const isWaiting = ({ state }: Item) => state === 'waiting' || state === 'sending';

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await database()).transaction('items', mode).objectStore('items');
}

/** All of a person's, in the order in which she did them. */
export async function itemsOf(person: string): Promise<Item[]> {
  const all = await result<Item[]>((await store('readonly')).getAll());
  return all.filter((item) => item.person === person);
}

export async function tallyOf(person: string): Promise<Tally> {
  const items = await itemsOf(person);
  const count = (...states: Item['state'][]) => items.filter(({ state }) => states.includes(state)).length;
  return { waiting: items.filter(isWaiting).length, accepted: count('accepted'), refused: count('refused', 'tooOld') };
}

/** Adds what was done. The same thing done again while it waits is one. */
export async function enqueue(person: string, command: Command, now: number): Promise<void> {
  const items = await store('readwrite');
  const all = await result<Item[]>(items.getAll());
  if (all.some((item) => item.person === person && isWaiting(item) && isSame(item, command))) return;
  await result(items.add({ ...command, person, doneAt: now, state: 'waiting' }));
}

/** The first that waits, marked as being sent so that it can no longer be taken back. */
export async function nextOf(person: string): Promise<Item | undefined> {
  const items = await store('readwrite');
  const all = await result<Item[]>(items.getAll());
  const next = all.find((item) => item.person === person && isWaiting(item));
  if (next) await result(items.put({ ...next, state: 'sending' }));
  return next;
}

export async function settle(item: Item, change: Pick<Item, 'state' | 'outcome'>): Promise<void> {
  await result((await store('readwrite')).put({ ...item, ...change }));
}

/** Takes back what waits, or takes away what was read. What is being sent stays, and answers false. */
export async function remove(id: number): Promise<boolean> {
  const items = await store('readwrite');
  const item = await result<Item | undefined>(items.get(id));
  if (item?.state === 'sending') return false;
  await result(items.delete(id));
  return true;
}

export async function removeAllOf(person: string): Promise<void> {
  const items = await store('readwrite');
  for (const item of await result<Item[]>(items.getAll())) {
    if (item.person === person) await result(items.delete(item.id));
  }
}

/** What has waited for seven days is too old to be sent and says so; seven days later it is gone, whoever it belongs to. */
export async function expire(now: number): Promise<void> {
  const items = await store('readwrite');
  for (const item of await result<Item[]>(items.getAll())) {
    const age = now - item.doneAt;
    if (age > 2 * keptFor) await result(items.delete(item.id));
    else if (age > keptFor && isWaiting(item)) await result(items.put({ ...item, state: 'tooOld' }));
  }
}
