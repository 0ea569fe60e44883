import { rotaSettings, type Span } from '@kaifong/shared/care/on-call/rota.ts';
import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { isWithin, type Scope } from '@kaifong/shared/organisation/scope.ts';
import type { CareDeps } from '../deps.ts';
import { accountPseudonym } from '../pseudonym.ts';
import { DutyCardRecord } from '../sealed.ts';
import { DutyItem, type DutyRow, MemberItem, onCallMembers, rotasOf } from './rota.table.ts';

/** All duties of a district that have a moment in common with a span, in order of time. */
export async function dutiesIn(
  { table }: Pick<CareDeps, 'table'>,
  place: Scope,
  { from, until }: Span,
): Promise<DutyRow[]> {
  // No duty is longer, so none that began earlier still lasts.
  const range = { from: `DUTY#${shiftBy(from, -rotaSettings.longestDays * day)}`, to: `DUTY#${until}` };
  const { duties } = await table.collect(rotasOf(place), range, { duties: DutyItem });
  return duties.filter((duty) => duty.until > from && duty.from < until);
}

/** Of these duties those that answer for a place, of the nearest rota first. */
export function answeringFor(duties: readonly DutyRow[], place: Scope): DutyRow[] {
  return duties
    .filter((duty) => isWithin(place, duty.place))
    .sort((one, other) => other.place.length - one.place.length);
}

/** Who may answer calls of a place now, by pseudonym: with the role there, and neither suspended nor gone as a volunteer. */
export async function ableAt(
  { sealer, onCallAt, eligibilityOf }: Pick<CareDeps, 'sealer' | 'onCallAt' | 'eligibilityOf'>,
  place: Scope,
  now: string,
): Promise<Set<string>> {
  const able = await Promise.all(
    (await onCallAt(place, now)).map(async ({ id, volunteerId }) => {
      const mayServe = volunteerId === undefined || (await eligibilityOf(volunteerId))?.active === true;
      return mayServe ? [await accountPseudonym(sealer, id)] : [];
    }),
  );
  return new Set(able.flat());
}

/** What everybody on call has told of themselves, by pseudonym. */
export async function cardsOf({ table, sealer }: Pick<CareDeps, 'table' | 'sealer'>) {
  const { members } = await table.collect(onCallMembers, { beginsWith: 'MEMBER#' }, { members: MemberItem });
  const cards = members.map(
    async ({ member, sealed }) => [member, await DutyCardRecord.open(sealer, sealed, member)] as const,
  );
  return new Map(await Promise.all(cards));
}
