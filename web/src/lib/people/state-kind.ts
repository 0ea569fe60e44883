import type { VolunteerState } from '@kaifong/shared/people/volunteer-state.ts';

/** What a badge looks like that says where a registration stands. */
export const stateKind = {
  unconfirmed: 'warning',
  applied: 'warning',
  inReview: 'info',
  active: 'success',
  declined: 'danger',
  paused: 'plain',
  suspended: 'danger',
  withdrawn: 'plain',
  merged: 'plain',
} as const satisfies Record<VolunteerState, string>;
