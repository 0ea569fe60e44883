import type { Instant } from '../kernel/time.ts';
import { type Slot, sharedSlots } from './slots.ts';
import type { Topic } from './topics.ts';
import type { Risk } from './triage.ts';

export type Gender = 'female' | 'male';

/** Credential level of a counsellor; each risk asks for one of its own or higher. */
export type Level = 1 | 2 | 3;

export const levelNeeded: Record<Exclude<Risk, 'emergency'>, Level> = { low: 1, moderate: 2, high: 3 };

/** How long one session takes, a setting. */
export const sessionMinutes = 50;

export type Counsellor = Readonly<{
  id: string;
  level: Level;
  gender: Gender;
  languages: readonly string[];
  topics: readonly Topic[];
  slots: readonly Slot[];
  vettedForMinors: boolean;
  paused: boolean;
  /** Until when the supervision that has taken place covers new cases. */
  supervisedUntil: Instant;
  openCases: number;
  caseLimit: number;
  /** Session minutes already planned for this week, and the most that there may be. */
  weekMinutes: number;
  weeklyCapMinutes: number;
  communityScope: string;
  teamScopes: readonly string[];
}>;

export const conflictKinds = ['declared', 'kin', 'colleague', 'blocked', 'earlierComplaint'] as const;

export type ConflictKind = (typeof conflictKinds)[number];

export type MatchRequest = Readonly<{
  risk: Risk;
  receivedAt: Instant;
  forMinor: boolean;
  topics: readonly Topic[];
  /** What the person speaks, the preferred one first. */
  languages: readonly string[];
  slots: readonly Slot[];
  requiredGender?: Gender | undefined;
  preferredGender?: Gender | undefined;
  /** Where the person lives and which teams she is in, as far as she told. */
  communityScope?: string | undefined;
  teamScopes: readonly string[];
  /** From either side; `blocked` is the person's private list. None of it may ever be shown. */
  conflicts: readonly Readonly<{ counsellorId: string; kind: ConflictKind }>[];
}>;

export type Exclusion =
  | 'emergency'
  | 'levelTooLow'
  | 'noSharedLanguage'
  | 'notVettedForMinors'
  | 'genderRequired'
  | 'noSharedSlot'
  | 'caseloadFull'
  | 'weeklyCapReached'
  | 'paused'
  | 'supervisionLapsed'
  | 'sameCommunity'
  | 'sameTeam'
  | ConflictKind;

/**
 * Every hard rule that keeps this counsellor from this request; none means that the two may be matched. For the rules
 * themselves and their tests only: an exclusion names private matters and never leaves the server, not even to the
 * social worker.
 */
export function exclusionsOf(request: MatchRequest, counsellor: Counsellor, now: Instant): Exclusion[] {
  const rules: Record<Exclude<Exclusion, ConflictKind>, boolean> = {
    emergency: request.risk === 'emergency',
    levelTooLow: request.risk !== 'emergency' && counsellor.level < levelNeeded[request.risk],
    noSharedLanguage: !request.languages.some((language) => counsellor.languages.includes(language)),
    notVettedForMinors: request.forMinor && !counsellor.vettedForMinors,
    genderRequired: request.requiredGender !== undefined && request.requiredGender !== counsellor.gender,
    noSharedSlot: sharedSlots(request.slots, counsellor.slots, sessionMinutes).length === 0,
    caseloadFull: counsellor.openCases >= counsellor.caseLimit,
    weeklyCapReached: counsellor.weekMinutes + sessionMinutes > counsellor.weeklyCapMinutes,
    paused: counsellor.paused,
    supervisionLapsed: counsellor.supervisedUntil <= now,
    sameCommunity: request.communityScope === counsellor.communityScope,
    sameTeam: request.teamScopes.some((team) => counsellor.teamScopes.includes(team)),
  };
  const broken = (Object.keys(rules) as (keyof typeof rules)[]).filter((rule) => rules[rule]);
  const conflicts = request.conflicts.filter(({ counsellorId }) => counsellorId === counsellor.id);
  return [...broken, ...new Set(conflicts.map(({ kind }) => kind))];
}
