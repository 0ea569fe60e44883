import { day, type Instant } from '../../kernel/time.ts';
import {
  type Counsellor,
  type Gender,
  type Level,
  levelNeeded,
  type MatchRequest,
  sessionMinutes,
} from '../matching/eligibility.ts';
import { minutesOf, type Slot, sharedSlots } from '../slots.ts';
import type { Topic } from '../topics.ts';
import type { Risk } from './triage.ts';

export type MatchableRisk = Exclude<Risk, 'emergency'>;

/** Settings of the house: whoever changes one changes it here, and it holds with the next release. */
export const matchingSettings = {
  fit: { topic: 0.35, genderPreference: 0.2, slotOverlap: 0.2, level: 0.15, language: 0.1 },
  /** λ, and how fast waiting counts for each risk over two weeks. */
  credit: { weight: 1, slopes: { high: 16, moderate: 4, low: 1 }, perDays: 14 },
  /** γ. */
  load: { weight: 0.3 },
  /** Once so much of all places is taken, an ability that the request does not need costs so much. */
  scarcity: { fromLoad: 0.8, perAbility: 0.15 },
  /** Shared free time that is as good as any more of it. */
  plentyOfSharedMinutes: 3 * sessionMinutes,
  /** Places with the highest level that only a high risk may take, but never more than this share of them. */
  keptForHighRisk: { places: 4, mostShare: 0.1 },
} as const;

/**
 * One part of a score, with the facts behind it: about the request and what fits it, never about anybody who is left
 * out.
 */
export type Term = Readonly<
  { value: number } & (
    | { name: 'base'; detail: Record<string, never> }
    | { name: 'credit'; detail: { daysWaited: number; risk: MatchableRisk } }
    | { name: 'topic'; detail: { shared: Topic[]; asked: Topic[] } }
    | { name: 'genderPreference'; detail: { preferred: Gender | 'none'; gender: Gender } }
    | { name: 'slotOverlap'; detail: { shared: Slot[]; minutes: number } }
    | { name: 'level'; detail: { level: Level; needed: Level } }
    | { name: 'language'; detail: { shared: string[]; preferred: string } }
    | { name: 'load'; detail: { openCases: number; caseLimit: number } }
    | { name: 'scarcity'; detail: { spared: ('level' | 'minors')[] } }
  )
>;

/** A counsellor and why: `score` is the sum of the values of `terms`. */
export type Suggestion = Readonly<{ counsellorId: string; score: number; terms: readonly Term[] }>;

/** How well a counsellor who may be matched suits a request. `isBusy` tells that scarce abilities are to be spared. */
export function suggestionOf(
  request: MatchRequest & { risk: MatchableRisk },
  counsellor: Counsellor,
  now: Instant,
  isBusy: boolean,
): Suggestion {
  const terms = termsOf(request, counsellor, now, isBusy).map((term) => ({ ...term, value: thousandths(term.value) }));
  const score = thousandths(terms.reduce((sum, { value }) => sum + value, 0));
  return { counsellorId: counsellor.id, score, terms };
}

/** `1 + λ·credit + fit − γ·load − scarcity`, term by term. */
function termsOf(
  request: MatchRequest & { risk: MatchableRisk },
  counsellor: Counsellor,
  now: Instant,
  isBusy: boolean,
): Term[] {
  const { fit, load, scarcity, plentyOfSharedMinutes } = matchingSettings;

  const daysWaited = Math.max(0, (Date.parse(now) - Date.parse(request.receivedAt)) / day);
  const sharedTopics = request.topics.filter((topic) => counsellor.topics.includes(topic));
  const topicShare = request.topics.length === 0 ? 1 : sharedTopics.length / request.topics.length;
  const preferred = request.preferredGender ?? 'none';
  const isPreferred = preferred === 'none' || preferred === counsellor.gender;
  const shared = sharedSlots(request.slots, counsellor.slots, sessionMinutes);
  const minutes = minutesOf(shared);
  const needed = levelNeeded[request.risk];
  const levelsToSpare = counsellor.level - needed;
  const sharedLanguages = request.languages.filter((language) => counsellor.languages.includes(language));
  const preferredLanguage = request.languages[0] ?? '';
  const spared: ('level' | 'minors')[] = [
    ...(levelsToSpare > 0 ? (['level'] as const) : []),
    ...(counsellor.vettedForMinors && !request.forMinor ? (['minors'] as const) : []),
  ];

  return [
    { name: 'base', value: 1, detail: {} },
    {
      name: 'credit',
      value: creditOf(request.risk, daysWaited),
      detail: { daysWaited: thousandths(daysWaited), risk: request.risk },
    },
    { name: 'topic', value: fit.topic * topicShare, detail: { shared: sharedTopics, asked: [...request.topics] } },
    {
      name: 'genderPreference',
      value: isPreferred ? fit.genderPreference : 0,
      detail: { preferred, gender: counsellor.gender },
    },
    {
      name: 'slotOverlap',
      value: fit.slotOverlap * Math.min(1, minutes / plentyOfSharedMinutes),
      detail: { shared, minutes },
    },
    { name: 'level', value: fit.level * (1 - levelsToSpare / 2), detail: { level: counsellor.level, needed } },
    {
      name: 'language',
      value: fit.language * (sharedLanguages.includes(preferredLanguage) ? 1 : 0.5),
      detail: { shared: sharedLanguages, preferred: preferredLanguage },
    },
    {
      name: 'load',
      value: -load.weight * loadOf([counsellor]),
      detail: { openCases: counsellor.openCases, caseLimit: counsellor.caseLimit },
    },
    {
      name: 'scarcity',
      value: isBusy ? -scarcity.perAbility * spared.length : 0,
      detail: { spared: isBusy ? spared : [] },
    },
  ];
}

/** How much waiting counts by now: it grows evenly, for each risk with its own slope. */
export function creditOf(risk: MatchableRisk, daysWaited: number): number {
  const { weight, slopes, perDays } = matchingSettings.credit;
  return weight * slopes[risk] * (daysWaited / perDays);
}

/** The share of places that is taken, 0–1. */
export function loadOf(counsellors: readonly Counsellor[]): number {
  const places = counsellors.reduce((sum, { caseLimit }) => sum + caseLimit, 0);
  const taken = counsellors.reduce((sum, { openCases }) => sum + openCases, 0);
  return places === 0 ? 1 : taken / places;
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000 || 0;
}
