import type { Instant } from '../../kernel/time.ts';
import { type AgendaEntry, decideSignUp, type SignUpRequest } from '../rules.ts';
import type { signUpStates } from '../schema.ts';
import { schedulingSettings } from '../settings.ts';
import { type TimeRange, weekRanges } from '../weeks.ts';
import { isFreeFor } from './free-week.ts';
import type { ServingPreferences } from './preferences.ts';
import type { WhyNot } from './why-not.ts';

/** Somebody whom a leader might ask, and the shift that she would ask her for. */
export type FittingRequest = Readonly<{
  volunteer: SignUpRequest['volunteer'];
  shift: SignUpRequest['shift'];
  /** What she has, is being asked for, or is planned for, in the week of the shift and those about it. */
  agenda: readonly AgendaEntry[];
  /** The number of the role that she would be asked for; any that she can serve in when it is not said. */
  role?: number | undefined;
  /** Where she stands with this shift. */
  standing?: (typeof signUpStates)[number] | undefined;
  free: readonly TimeRange[];
  wishes: Pick<ServingPreferences, 'mostHours'> | undefined;
  now: Instant;
}>;

/** `must` is a rule that no leader can set aside; `mind` is her own word, of which she may be asked all the same. */
export type FittingDecision = { kind: 'fits' } | { kind: 'must'; why: WhyNot } | { kind: 'mind'; why: WhyNot };

/**
 * Whether somebody can be asked for a shift: the rules of signing up first, since she could not accept against them; then what she
 * said of her time and of this shift.
 */
export function decideFitting(request: FittingRequest): FittingDecision {
  const { volunteer, shift, role, agenda, standing, free, wishes, now } = request;
  if (standing === 'signedUp') return { kind: 'must', why: { kind: 'alreadySignedUp' } };
  if (standing === 'offered') return { kind: 'must', why: { kind: 'asked' } };
  if (standing === 'waiting') return { kind: 'must', why: { kind: 'waiting' } };
  const { weeklyCapMinutes } = schedulingSettings;
  const decision = decideSignUp({ volunteer, shift, role, agenda, weeklyCapMinutes, isInvited: true, now });
  if (decision.kind !== 'allowed') return { kind: 'must', why: decision };
  if (standing === 'declined' || standing === 'cancelled' || standing === 'lapsed')
    return { kind: 'mind', why: { kind: 'declined' } };
  if (!isFreeFor(free, shift)) return { kind: 'mind', why: { kind: 'notFree' } };
  if (wishes?.mostHours !== undefined && minutesInWeek(agenda, shift) > wishes.mostHours * 60)
    return { kind: 'mind', why: { kind: 'ownLimit', hours: wishes.mostHours } };
  return { kind: 'fits' };
}

/** How well somebody fits a shift, and the role that she would be asked for. */
export type FittingRole = Readonly<{ decision: FittingDecision; role?: number | undefined; fitsIn: readonly number[] }>;

/**
 * The same for a shift with roles, of which `open` are those that may still be filled: the first that she fits best, and all that she
 * fits. A shift without roles has none.
 */
export function decideFittingRole(
  request: Omit<FittingRequest, 'role'>,
  open: readonly number[] | undefined,
): FittingRole {
  if (open === undefined || open.length === 0) return { decision: decideFitting(request), fitsIn: [] };
  const all = open.map((role) => ({ role, decision: decideFitting({ ...request, role }) }));
  const best = all.reduce((one, other) => (rank[other.decision.kind] < rank[one.decision.kind] ? other : one));
  return { ...best, fitsIn: all.flatMap(({ role, decision }) => (decision.kind === 'fits' ? [role] : [])) };
}

const rank = { fits: 0, mind: 1, must: 2 } as const satisfies Record<FittingDecision['kind'], number>;

function minutesInWeek(agenda: readonly AgendaEntry[], shift: TimeRange): number {
  const week = weekRanges(shift.startsAt, shift.startsAt)[0];
  const own = agenda.filter(({ startsAt }) => week && week.startsAt <= startsAt && startsAt < week.endsAt);
  return [...own, shift].reduce(
    (sum, { startsAt, endsAt }) => sum + (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000,
    0,
  );
}
