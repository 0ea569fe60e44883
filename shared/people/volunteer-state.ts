/**
 * Where a registration stands: one taken down on paper is `unconfirmed` until the person signs in with her own phone and confirms
 * it; `applied` waits for a coordinator, who may take it up (`inReview`) and makes it `active` or
 * `declined`; an active volunteer may be `paused` by their own wish (nothing new, records kept) or `suspended` by a
 * coordinator, and may have `withdrawn`. What leads from one to another is in `moves.ts`. `merged` is the record that was found to be
 * another record's person: only a merge leads there, and only undoing it leads back (`merging.ts`).
 */
export const volunteerStates = [
  'unconfirmed',
  'applied',
  'inReview',
  'active',
  'declined',
  'paused',
  'suspended',
  'withdrawn',
  'merged',
] as const;

export type VolunteerState = (typeof volunteerStates)[number];

/** The states in which somebody waits for an answer. */
export const waitingStates = ['applied', 'inReview'] as const satisfies readonly VolunteerState[];

export function isWaiting(state: VolunteerState): boolean {
  return (waitingStates as readonly VolunteerState[]).includes(state);
}
