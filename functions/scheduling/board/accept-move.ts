import { signedUp, signUpCancelled } from '@kaifong/shared/scheduling/events.ts';
import type { Standing, TakePlace } from '@kaifong/shared/scheduling/schema.ts';
import { roleOfSeat } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { weeksTouched } from '@kaifong/shared/scheduling/weeks.ts';
import type { VolunteerFacts } from '../../people/index.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { SeatItem, type ShiftItem, type SignUpItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { entriesOf, exchange, readOwn } from '../sign-up/agenda.ts';
import { riskConsent } from '../sign-up/risk-consent.ts';
import { passOn } from '../sign-up/vacated-seat.ts';
import { heldFor } from '../staffing/asking.ts';
import { mustQualify } from '../staffing/candidates.ts';
import { moveTo } from '../standing.ts';

type Asked = Readonly<{
  volunteer: VolunteerFacts;
  shift: ShiftItem;
  mine: SignUpItem;
  from: string;
  taking: TakePlace;
}>;

/**
 * Takes the place that a leader asked somebody to move to, and gives the old one back, in one transaction: she never has both, nor
 * neither. `undefined` when something moved meanwhile; `nothingToLeave` when the old place is hers no more, or has begun.
 *
 * @throws AppError waitlist.offerGone, shift.riskUnconfirmed, and the refusals of `refusalOf`
 */
export async function acceptMove(
  { table, people }: Pick<SchedulingDeps, 'table' | 'people'>,
  command: Command,
  { volunteer, shift, mine, from, taking }: Asked,
): Promise<Standing | undefined | 'nothingToLeave'> {
  const { volunteerId } = mine;
  const { now } = command;
  const number = heldFor(mine, now);
  const { shift: old, line } = await shiftReader(table).withLine(from);
  const [there, here] = await Promise.all([readOwn(table, volunteerId, old), readOwn(table, volunteerId, shift)]);
  if (there.mine?.state !== 'signedUp' || there.mine.seat === undefined || now >= old.startsAt) return 'nothingToLeave';
  const touched = weeksTouched(shift.startsAt, shift.endsAt);
  const weeks = [...here.weeks, ...there.weeks.filter(({ week }) => !touched.includes(week))];
  const others = entriesOf(here.weeks).filter(({ shiftId }) => shiftId !== from);
  const role = roleOfSeat(shift, number)?.number;
  await mustQualify(people, volunteer, shift, others, now, { role, isInvited: true });
  const consent = riskConsent(table, shift, volunteerId, taking, now);

  const was = { is: { state: 'taken', volunteerId } } as const;
  const passing = await passOn(table, { shift: old, line }, { number: there.mine.seat, was }, now);
  if (!passing) return undefined;
  const answer = { shiftId: shift.id, state: 'signedUp' } as const;
  const outcome = await commit(
    command,
    table,
    {
      oldSignUp: moveTo(table, old, volunteerId, there.mine, { state: 'cancelled', since: now, seat: there.mine.seat }),
      signUp: moveTo(table, shift, volunteerId, mine, { state: 'signedUp', since: now, seat: number }),
      ...exchange(table, weeks, from, shift),
      newSeat: table.put(
        SeatItem,
        { shiftId: shift.id, number, state: 'taken', volunteerId },
        { is: { state: 'held', volunteerId } },
      ),
      ...passing.writes,
      ...consent,
    },
    {
      answer,
      events: [
        signedUp.make(now, { shiftId: shift.id, volunteerId }),
        signUpCancelled.make(now, { shiftId: from, volunteerId }),
        ...passing.events,
      ],
    },
  );
  return outcome.committed ? answer : undefined;
}
