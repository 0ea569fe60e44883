import { roles } from '@kaifong/shared/identity/roles.ts';
import { longestSession, type SessionLimits } from '@kaifong/shared/identity/session-limits.ts';

/** Sessions that last a month for everybody: for tests that move the clock by days and mean nobody to be signed out by it. */
export const lastingSessions = Object.fromEntries(
  roles.map((role) => [role, { idle: longestSession, absolute: longestSession }]),
) as SessionLimits;
