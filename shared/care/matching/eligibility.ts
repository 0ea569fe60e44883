import type { Instant } from '../../kernel/time.ts';
import { isWithin } from '../../organisation/scope.ts';
import type { Risk } from '../instruments/triage.ts';
import { type Slot, sharedSlots } from '../slots.ts';
import type { Topic } from '../topics.ts';

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
  /** The first moment at which the certificate no longer holds; not said, it has no end. */
  credentialEndsAt?: Instant | undefined;
  /** After a crisis of one of her cases. */
  coolsDownUntil?: Instant | undefined;
  /** Until when the supervision that has taken place covers new cases. */
  supervisedUntil: Instant;
  openCases: number;
  caseLimit: number;
  /** Session minutes already planned for this week, and the most that there may be. */
  weekMinutes: number;
  weeklyCapMinutes: number;
  communityScope: string;
  /** Communities and streets that she keeps away from beside her own community. */
  awayFrom?: readonly string[] | undefined;
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
  | 'credentialExpired'
  | 'coolingDown'
  | 'supervisionLapsed'
  | 'sameCommunity'
  | 'sameTeam'
  | ConflictKind;

type Rule = (request: MatchRequest, counsellor: Counsellor, now: Instant) => boolean;

/** What each hard rule forbids; those that cost least to ask and most often hold come first. */
const rules: Record<Exclude<Exclusion, ConflictKind>, Rule> = {
  emergency: ({ risk }) => risk === 'emergency',
  caseloadFull: (_, { openCases, caseLimit }) => openCases >= caseLimit,
  weeklyCapReached: (_, { weekMinutes, weeklyCapMinutes }) => weekMinutes + sessionMinutes > weeklyCapMinutes,
  paused: (_, { paused }) => paused,
  credentialExpired: (_, { credentialEndsAt }, now) => credentialEndsAt !== undefined && credentialEndsAt <= now,
  coolingDown: (_, { coolsDownUntil }, now) => coolsDownUntil !== undefined && coolsDownUntil > now,
  supervisionLapsed: (_, { supervisedUntil }, now) => supervisedUntil <= now,
  levelTooLow: ({ risk }, { level }) => risk !== 'emergency' && level < levelNeeded[risk],
  notVettedForMinors: ({ forMinor }, { vettedForMinors }) => forMinor && !vettedForMinors,
  genderRequired: ({ requiredGender }, { gender }) => requiredGender !== undefined && requiredGender !== gender,
  sameCommunity: ({ communityScope }, counsellor) =>
    communityScope !== undefined &&
    (communityScope === counsellor.communityScope ||
      counsellor.awayFrom?.some((place) => isWithin(communityScope, place)) === true),
  sameTeam: ({ teamScopes }, counsellor) => teamScopes.some((team) => counsellor.teamScopes.includes(team)),
  noSharedLanguage: ({ languages }, counsellor) =>
    !languages.some((language) => counsellor.languages.includes(language)),
  noSharedSlot: ({ slots }, counsellor) => sharedSlots(slots, counsellor.slots, sessionMinutes).length === 0,
};
const ruleNames = Object.keys(rules) as (keyof typeof rules)[];

/** The rules that ask nothing of the request: whether a counsellor may be given any new case at all. */
const ownRules = [
  'caseloadFull',
  'weeklyCapReached',
  'paused',
  'credentialExpired',
  'coolingDown',
  'supervisionLapsed',
] as const satisfies (keyof typeof rules)[];

const anyRequest: MatchRequest = {
  risk: 'low',
  receivedAt: '',
  forMinor: false,
  topics: [],
  languages: [],
  slots: [],
  teamScopes: [],
  conflicts: [],
};

/** Whether a counsellor may be given new cases, whatever they are. */
export function mayTakeNew(counsellor: Counsellor, now: Instant): boolean {
  return !ownRules.some((name) => rules[name](anyRequest, counsellor, now));
}

/**
 * Every hard rule that keeps this counsellor from this request; none means that the two may be matched. For the rules
 * themselves and their tests only: an exclusion names private matters and never leaves the server, not even to the
 * social worker.
 */
export function exclusionsOf(request: MatchRequest, counsellor: Counsellor, now: Instant): Exclusion[] {
  const broken = ruleNames.filter((name) => rules[name](request, counsellor, now));
  const conflicts = request.conflicts.filter(({ counsellorId }) => counsellorId === counsellor.id);
  return [...broken, ...new Set(conflicts.map(({ kind }) => kind))];
}

/** Whether no hard rule keeps this counsellor from this request: what `exclusionsOf` tells, without the reasons. */
export function mayBeMatched(request: MatchRequest, counsellor: Counsellor, now: Instant): boolean {
  return (
    !ruleNames.some((name) => rules[name](request, counsellor, now)) &&
    !request.conflicts.some(({ counsellorId }) => counsellorId === counsellor.id)
  );
}
