/**
 * Where a registration stands: `applied` waits for a coordinator, who makes it `active` or `refused`; an active
 * volunteer may be `paused` (nothing new, records kept) and may have `left`.
 */
export const volunteerStates = ['applied', 'active', 'refused', 'paused', 'left'] as const;

export type VolunteerState = (typeof volunteerStates)[number];
