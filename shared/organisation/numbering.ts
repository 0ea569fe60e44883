import { kindOf, type Scope, type ScopeKind } from './scope.ts';

type Numbered = Exclude<ScopeKind, 'district' | 'street'>;

const forms: Readonly<Record<Numbered, Readonly<{ letter: string; digits: number }>>> = {
  community: { letter: '', digits: 3 },
  grid: { letter: 'G', digits: 3 },
  room: { letter: 'R', digits: 3 },
  team: { letter: 'T', digits: 4 },
};

const holds: Readonly<Record<ScopeKind, readonly Numbered[]>> = {
  district: ['room', 'team'],
  street: ['community', 'room', 'team'],
  community: ['grid', 'room', 'team'],
  grid: [],
  room: [],
  team: [],
};

/** Whether something of this kind may be made right below a place. Streets are set by the district's statistical codes and are never made here. */
export function mayHold(parent: Scope, kind: Numbered): boolean {
  return holds[kindOf(parent)].includes(kind);
}

/**
 * The scope of what is made next below a place: one more than the highest there ever was, `ahead` of those that others may have taken
 * meanwhile. A number is never used again, so that old records keep their meaning. `undefined` when all are used.
 */
export function nextScope(parent: Scope, kind: Numbered, taken: readonly Scope[], ahead = 0): Scope | undefined {
  const { letter, digits } = forms[kind];
  const numbers = taken.map((scope) => Number(scope.slice(-digits)));
  const next = Math.max(0, ...numbers) + 1 + ahead;
  return next < 10 ** digits ? `${parent}/${letter}${String(next).padStart(digits, '0')}` : undefined;
}
