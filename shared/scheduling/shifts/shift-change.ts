import type { FieldFault } from '../../kernel/errors.ts';
import { dayOf, hour, type Instant, shiftBy } from '../../kernel/time.ts';
import { checkMode, type ShiftState, signUpEndsAt } from '../rules.ts';
import type { ShiftWording } from '../schema.ts';
import { isRisky, type StatedRisk } from './risk.ts';

const fields = ['signUpClosesAt', 'mode', 'teamFirstUntil', 'insurance', 'riskNotice'] as const;

export type WordingDecision =
  | { kind: 'allowed' }
  | { kind: 'changedMeanwhile'; faults: FieldFault[] }
  | { kind: 'over' }
  | { kind: 'riskFixed' }
  | { kind: 'unsound'; faults: FieldFault[] };

type Current = ShiftWording & StatedRisk & Readonly<{ state: ShiftState; startsAt: Instant }>;

/**
 * Whether a leader who saw a shift as `seen` may make `wanted` of it. Of two who edit at once the second is told what the first made of
 * each field. What people confirm of the risks stays as it is once they can sign up, and the end of sign-up never moves while
 * people wait by it: only in a draft.
 */
export function checkWording(
  current: Current,
  seen: ShiftWording,
  wanted: ShiftWording,
  now: Instant,
): WordingDecision {
  const moved = fields.filter((field) => current[field] !== seen[field]);
  if (moved.length > 0) return { kind: 'changedMeanwhile', faults: moved.map((path) => nowIs(path, current[path])) };
  const isDraft = current.state === 'draft';
  if ((!isDraft && current.state !== 'open') || now >= signUpEndsAt(current)) return { kind: 'over' };

  const differs = (field: (typeof fields)[number]) => current[field] !== wanted[field];
  if (!isDraft && isRisky(current) && (differs('insurance') || differs('riskNotice'))) return { kind: 'riskFixed' };
  if (!isDraft && differs('signUpClosesAt'))
    return { kind: 'unsound', faults: [{ path: 'signUpClosesAt', code: 'shift.closingFixed' }] };
  const { startsAt } = current;
  if (wanted.signUpClosesAt !== undefined && wanted.signUpClosesAt > startsAt)
    return { kind: 'unsound', faults: [{ path: 'signUpClosesAt', code: 'shift.closesAfterStart' }] };
  const unsound = checkMode({ ...wanted, startsAt });
  if (!unsound) return { kind: 'allowed' };
  const code = unsound.kind === 'teamFirstTooLong' ? 'shift.teamFirstTooLong' : 'field.instant';
  return { kind: 'unsound', faults: [{ path: 'teamFirstUntil', code }] };
}

/** What a field says now, at the field. */
function nowIs(path: (typeof fields)[number], value: string | undefined): FieldFault {
  if (value === undefined) return { path, code: 'shift.nowEmpty' };
  if (path === 'mode') return { path, code: 'shift.nowOther' };
  const isInstant = path === 'signUpClosesAt' || path === 'teamFirstUntil';
  return {
    path,
    code: 'shift.nowIs',
    facts: { value: isInstant ? `${dayOf(value)} ${shiftBy(value, 8 * hour).slice(11, 16)}` : value },
  };
}
