import type { VolunteerState } from '../volunteer-state.ts';

/** How far a merge is. From `merged` it may be undone; from `undone` the two may be merged anew, as a merge of its own. */
export const mergeStates = ['merging', 'merged', 'undoing', 'undone'] as const;
export type MergeState = (typeof mergeStates)[number];

/** Which way things move: to the record that stays, or back. */
export type MergeWay = 'there' | 'back';

/** What each context moves by itself. A merge is over when all have said so. */
export const mergeParts = ['people', 'scheduling', 'attendance', 'points'] as const;
export type MergePart = (typeof mergeParts)[number];

/** Whether the mobile number of the record that goes signs in to the one that stays, or is given up. */
export const mobileFates = ['signsIn', 'released'] as const;
export type MobileFate = (typeof mobileFates)[number];

/** What of a record decides whether it may be merged. */
export type Mergeable = Readonly<{
  id: string;
  state: VolunteerState;
  /** A merge of this record that is under way. */
  openMerge?: string | undefined;
  /** When the account was closed, if it was. */
  closedAt?: string | undefined;
  /** Whether the account has roles besides those of a volunteer and of a team's leader. */
  holdsOffice: boolean;
}>;

export type MergeRefusal =
  | 'same'
  | 'merged'
  | 'closed'
  | 'underWay'
  | 'suspended'
  | 'wrongWay'
  | 'holdsOffice'
  | 'officeNumber';

/**
 * Why two records may not be merged so; `undefined` when they may. A suspension does not end by a merge, nobody becomes a serving
 * volunteer without approval, and no office changes hands: who goes has none, and no number is added to the account of one who has.
 */
export function mergeRefusal(stays: Mergeable, goes: Mergeable, mobile: MobileFate): MergeRefusal | undefined {
  if (stays.id === goes.id) return 'same';
  if (stays.state === 'merged' || goes.state === 'merged') return 'merged';
  if (stays.closedAt !== undefined || goes.closedAt !== undefined) return 'closed';
  if (stays.openMerge !== undefined || goes.openMerge !== undefined) return 'underWay';
  if (goes.state === 'suspended' && stays.state !== 'suspended') return 'suspended';
  if (!isServing(stays.state) && isServing(goes.state)) return 'wrongWay';
  if (goes.holdsOffice) return 'holdsOffice';
  if (stays.holdsOffice && mobile === 'signsIn') return 'officeNumber';
  return undefined;
}

function isServing(state: VolunteerState): boolean {
  return state === 'active' || state === 'paused' || state === 'suspended';
}

/** A consent as far as merging looks at it: of two answers to one question the later holds. */
type Answer = Readonly<{ kind: string; at: string }>;

/** The consents of one person out of two records. */
export function joinedConsents<Consent extends Answer>(stays: readonly Consent[], goes: readonly Consent[]): Consent[] {
  const others = goes.filter((answer) => !stays.some(({ kind }) => kind === answer.kind));
  const later = (answer: Consent) => goes.find(({ kind, at }) => kind === answer.kind && at > answer.at) ?? answer;
  return [...stays.map(later), ...others];
}

/** The consents of the record that stayed once the other goes its own way again: what came from it goes, what was answered since stays. */
export function partedConsents<Consent extends Answer>(
  now: readonly Consent[],
  before: readonly Consent[],
  moved: readonly Consent[],
): Consent[] {
  return now.flatMap((answer) => {
    const own = before.find(({ kind }) => kind === answer.kind);
    const came = moved.some(({ kind, at }) => kind === answer.kind && at === answer.at) && own?.at !== answer.at;
    if (!came) return [answer];
    return own ? [own] : [];
  });
}
