import type { Instant } from '../../kernel/time.ts';
import { loadOf, type MatchableRisk, matchingSettings, type Suggestion, suggestionOf } from '../instruments/scoring.ts';
import { type Counsellor, type MatchRequest, mayBeMatched } from './eligibility.ts';

export type Matching = { kind: 'emergency' } | { kind: 'ranked'; best: Suggestion[] };

/**
 * The three counsellors who suit a request best, for a social worker to decide on. An emergency is not matched at all.
 * Who may not be matched is simply absent. Equal scores go to the one with more room, then by id, so that the same
 * question gets the same answer.
 */
export function bestThree(request: MatchRequest, counsellors: readonly Counsellor[], now: Instant): Matching {
  const { risk } = request;
  if (risk === 'emergency') return { kind: 'emergency' };

  const isKept = placesAreKept(risk, counsellors, now);
  const isBusy = loadOf(counsellors) >= matchingSettings.scarcity.fromLoad;
  const ranked = counsellors
    .filter((counsellor) => !(isKept && counsellor.level === 3) && mayBeMatched(request, counsellor, now))
    .map((counsellor) => ({ counsellor, ...suggestionOf({ ...request, risk }, counsellor, now, isBusy) }))
    .sort(
      (one, other) =>
        other.score - one.score ||
        loadOf([one.counsellor]) - loadOf([other.counsellor]) ||
        (one.counsellorId < other.counsellorId ? -1 : 1),
    );
  return { kind: 'ranked', best: ranked.slice(0, 3).map(({ counsellor: _, ...best }) => best) };
}

/** Whether what is left of the highest level is now for high risks only. */
function placesAreKept(risk: MatchableRisk, counsellors: readonly Counsellor[], now: Instant): boolean {
  if (risk === 'high') return false;
  const able = ableForHighRisk(counsellors, now);
  const free = able.reduce((sum, { caseLimit, openCases }) => sum + Math.max(0, caseLimit - openCases), 0);
  return free <= keptPlaces(able);
}

/** Those of the highest level who may take new cases at all. */
export function ableForHighRisk(counsellors: readonly Counsellor[], now: Instant): Counsellor[] {
  return counsellors.filter(
    ({ level, paused, supervisedUntil, credentialEndsAt = '~', coolsDownUntil = '' }) =>
      level === 3 && !paused && supervisedUntil > now && credentialEndsAt > now && coolsDownUntil <= now,
  );
}

/** How many places of such counsellors are kept back for high risks. */
export function keptPlaces(
  able: readonly Counsellor[],
  { places, mostShare }: Readonly<{ places: number; mostShare: number }> = matchingSettings.keptForHighRisk,
): number {
  const all = able.reduce((sum, { caseLimit }) => sum + caseLimit, 0);
  return Math.min(places, Math.floor(all * mostShare));
}
