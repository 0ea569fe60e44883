/**
 * Where a registration stands: `applied` waits for a coordinator, who makes it `active` or `declined`; an active
 * volunteer may be `paused` by their own wish (nothing new, records kept) or `suspended` by a coordinator, and may have
 * `withdrawn` for good.
 */
export const volunteerStates = ['applied', 'active', 'declined', 'paused', 'suspended', 'withdrawn'] as const;

export type VolunteerState = (typeof volunteerStates)[number];
