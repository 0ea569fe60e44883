import { lookUp } from '../../platform/lookup.ts';
import type { Table } from '../../platform/table.ts';
import { ChainHead } from '../attendance.table.ts';
import { kinOf } from '../kin.ts';
import { NoShowItem } from './no-show.table.ts';

/** All records of a person, and the one that stays of them, under which is kept what is the person's as a whole. */
export async function kinOfPerson(
  table: Table,
  volunteerId: string,
): Promise<Readonly<{ volunteerIds: readonly string[]; root: string }>> {
  const { volunteerIds, above } = await kinOf(table, volunteerId, await table.get(ChainHead, { volunteerId }));
  return { volunteerIds, root: above.at(-1)?.volunteerId ?? volunteerId };
}

/** The marks of a person of shifts from a moment on, by time. A person has few. */
export async function marksSince(table: Table, volunteerIds: readonly string[], from: string): Promise<NoShowItem[]> {
  const range = { from: `NOSHOW#${from}`, to: 'NOSHOW#~' };
  const found = await Promise.all(
    volunteerIds.map((id) => table.collect(`VOLUNTEER#${id}`, range, { marks: NoShowItem })),
  );
  return found.flatMap(({ marks }) => marks).sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
}

/** The mark of one of a person's records for a shift. */
export async function markFor(
  table: Table,
  volunteerIds: readonly string[],
  shift: Readonly<{ id: string; startsAt: string }>,
): Promise<NoShowItem | undefined> {
  const { id: shiftId, startsAt } = shift;
  const [found] = await lookUp([
    table.lookupAll(
      NoShowItem,
      volunteerIds.map((volunteerId) => ({ volunteerId, startsAt, shiftId })),
    ),
  ]);
  return found.find((mark) => mark !== undefined);
}
