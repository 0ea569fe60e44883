import type { Language } from '@kaifong/shared/kernel/language.ts';
import { day, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { AgendaItem, ShiftForVolunteer } from '@kaifong/shared/scheduling/schema.ts';
import { weekRanges } from '@kaifong/shared/scheduling/weeks.ts';
import type { People, VolunteerFacts } from '../../people/index.ts';
import type { Table } from '../../platform/table.ts';
import { type ShiftItem, SignUpItem } from '../scheduling.table.ts';
import { obstacleFor } from '../staffing/candidates.ts';

/** The person's sign-ups in all weeks that these shifts touch: where she stands with each, and what it must not overlap. */
export async function ownSignUps(table: Table, volunteerId: string, page: readonly ShiftItem[]): Promise<SignUpItem[]> {
  const [first, last] = [page[0], page.at(-1)];
  if (!first || !last) return [];
  const monday = weekRanges(first.startsAt, first.startsAt)[0]?.startsAt ?? first.startsAt;
  const sunday = weekRanges(last.startsAt, shiftBy(last.startsAt, day)).at(-1)?.endsAt ?? last.endsAt;
  // A shift lasts a day at most, so that one over the midnight before Monday began no earlier than Sunday.
  const range = { from: `SIGNUP#${shiftBy(monday, -day)}`, to: `SIGNUP#${sunday}~` };
  const { signUps } = await table.collect(`VOLUNTEER#${volunteerId}`, range, { signUps: SignUpItem });
  return signUps;
}

/** Why she may not take a place, in her language; nothing when she may, or has one. */
export async function ownRefusal(
  people: Pick<People, 'skills'>,
  volunteer: VolunteerFacts,
  shift: ShiftItem,
  {
    own,
    isMember,
    now,
    language,
  }: Readonly<{ own: readonly SignUpItem[]; isMember: boolean; now: Instant; language: Language }>,
): Promise<Pick<ShiftForVolunteer, 'refusal'>> {
  const mine = own.find(({ shiftId }) => shiftId === shift.id);
  if (mine?.state === 'signedUp') return {};
  const isInvited = mine?.isAsked === true || mine?.state === 'offered';
  const left = leftFor(own, shift.id);
  const others = own.filter((entry) => entry.state === 'signedUp' && entry !== left);
  const obstacle = await obstacleFor(people, volunteer, shift, others, now, { isMember, isInvited });
  return obstacle ? { refusal: { code: obstacle.code, detail: obstacle.messageIn(language) } } : {};
}

/** Where she stands with a shift. */
export function standingIn(
  own: readonly SignUpItem[],
  shiftId: string,
  now: Instant,
): Pick<ShiftForVolunteer, 'mine' | 'offeredUntil' | 'movesFrom'> {
  const mine = own.find((signUp) => signUp.shiftId === shiftId);
  const live = mine && liveStateOf(mine, now);
  if (!live) return { mine: 'none' };
  const left = live === 'offered' ? leftFor(own, shiftId) : undefined;
  return {
    mine: live,
    ...(live === 'offered' && { offeredUntil: mine.offeredUntil }),
    ...(left && { movesFrom: { title: left.title, startsAt: left.startsAt } }),
  };
}

/** Where someone stands who has, or may yet get, a place; an offer whose time is over is no longer one. */
export function liveStateOf({ state, offeredUntil }: SignUpItem, now: Instant): AgendaItem['state'] | undefined {
  if (state === 'offered') return offeredUntil !== undefined && offeredUntil > now ? state : undefined;
  return state === 'signedUp' || state === 'waiting' ? state : undefined;
}

/** The place that she would give back by taking what is offered her in a shift. */
function leftFor(own: readonly SignUpItem[], shiftId: string): SignUpItem | undefined {
  const offer = own.find((signUp) => signUp.shiftId === shiftId && signUp.state === 'offered');
  return offer && own.find((signUp) => signUp.shiftId === offer.movesFrom && signUp.state === 'signedUp');
}
