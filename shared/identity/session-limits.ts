import { day, hour, type Instant, minute, shiftBy } from '../kernel/time.ts';
import type { Role } from './roles.ts';

/** How long a session lasts without being used, and at most, in milliseconds. */
export type SessionLimit = Readonly<{ idle: number; absolute: number }>;
export type SessionLimits = Readonly<Record<Role, SessionLimit>>;

const ofCare = { idle: 30 * minute, absolute: 12 * hour };
const ofAdministrator = { idle: 15 * minute, absolute: 8 * hour };

/**
 * Long for volunteers, of whom many are old and to whom a code is a hurdle; short for whoever sees other people's data (GB/T 22239, 8.1.4.1: a session
 * that nobody uses ends by itself). Somebody with several roles has the shortest of each.
 */
export const sessionLimits: SessionLimits = {
  volunteer: { idle: 14 * day, absolute: 30 * day },
  teamLeader: { idle: 2 * day, absolute: 14 * day },
  coordinator: { idle: hour, absolute: 12 * hour },
  socialWorker: ofCare,
  counsellor: ofCare,
  careSupervisor: ofCare,
  onCall: { idle: 12 * hour, absolute: day },
  systemAdministrator: ofAdministrator,
  securityAdministrator: ofAdministrator,
  auditAdministrator: ofAdministrator,
};

/** The longest that any session lasts; nothing of it is kept for longer. */
export const longestSession = 30 * day;

/** That a session was used is noted at most so often, so that reading pages writes next to nothing. */
export const noteUseEvery = 5 * minute;

/** When a session was started and, to within `noteUseEvery`, last used. */
export type SessionTimes = Readonly<{ startedAt: Instant; seenAt?: Instant | undefined }>;

export function limitOf(grants: readonly Readonly<{ role: Role }>[], limits: SessionLimits): SessionLimit {
  const all = grants.length > 0 ? grants.map(({ role }) => limits[role]) : [limits.volunteer];
  return { idle: Math.min(...all.map(({ idle }) => idle)), absolute: Math.min(...all.map(({ absolute }) => absolute)) };
}

/** Whether a session is over, for whoever holds these grants now: a new role makes it shorter at once. */
export function isSessionOver(
  { startedAt, seenAt = startedAt }: SessionTimes,
  grants: readonly Readonly<{ role: Role }>[],
  limits: SessionLimits,
  now: Instant,
): boolean {
  const { idle, absolute } = limitOf(grants, limits);
  return now >= shiftBy(startedAt, absolute) || now >= shiftBy(seenAt, idle);
}

export function mustNoteUse({ startedAt, seenAt = startedAt }: SessionTimes, now: Instant): boolean {
  return now >= shiftBy(seenAt, noteUseEvery);
}
