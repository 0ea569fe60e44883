import { nextLook } from '@kaifong/shared/care/on-call/rota.ts';
import { day, dayOf, hour, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Sealer } from '../../platform/sealing.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { accountPseudonym } from '../pseudonym.ts';
import { DutyCardRecord } from '../sealed.ts';
import { DutyItem, MemberItem, RotaHead } from './rota.table.ts';

/** Somebody of the demo who answers calls of the whole district. */
export type DemoOnCall = Readonly<{ accountId: string; workName: string; mobile: string }>;

/** Half a day of duty each, for nine days; the fourth night from today is a gap. */
const halfDays = 18;
const gapAt = 7;

/** The rota of the district in the demo: everybody takes turns, each the deputy of the one before. */
export async function rotaDemoItems(
  { table, sealer, now }: Readonly<{ table: Table; sealer: Sealer; now: Instant }>,
  people: readonly DemoOnCall[],
): Promise<Write[]> {
  if (people.length < 2) return [];
  const members = await Promise.all(
    people.map(async ({ accountId, ...card }) => {
      const member = await accountPseudonym(sealer, accountId);
      return { member, sealed: await DutyCardRecord.seal(sealer, card, member) };
    }),
  );
  const turn = (index: number) => members[index % members.length]?.member ?? '';
  const place = '440103';
  // From yesterday evening, so that somebody is on duty now, whatever the hour.
  const begins = instantAt(dayOf(shiftBy(now, -day)), '20:00');
  const duties = Array.from({ length: halfDays }, (_, index) => ({
    place,
    from: shiftBy(begins, index * 12 * hour),
    until: shiftBy(begins, (index + 1) * 12 * hour),
    first: turn(index),
    deputy: turn(index + 1),
    version: 0,
  }));
  return [
    ...members.map((member) => table.put(MemberItem, member)),
    ...duties.filter((_, index) => index !== gapAt).map((duty) => table.put(DutyItem, duty)),
    table.put(RotaHead, { place, lookAt: nextLook(now), version: duties.length }),
  ];
}
