import type { MatchableRisk } from '@kaifong/shared/care/instruments/scoring.ts';
import type { WaitingRequest } from '@kaifong/shared/care/matching/batch.ts';
import type { Counsellor, Level } from '@kaifong/shared/care/matching/eligibility.ts';
import type { Slot } from '@kaifong/shared/care/slots.ts';
import { type Topic, topicCodes } from '@kaifong/shared/care/topics.ts';
import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';

/** The beginning of the year. */
export const epoch = '2026-01-01T00:00:00.000Z';

/** What those are like who ask and those who help; shares from 0 to 1. */
export type People = Readonly<{
  mix: Readonly<Record<MatchableRisk, number>>;
  /** Fewest and most places of a counsellor. */
  places: readonly [number, number];
  /** How many of ten counsellors have levels 1, 2 and 3. */
  levels: readonly [number, number, number];
  /** Requests that name two topics; all others name one. */
  twoTopics: number;
}>;

/** Of a year in which severity first, greedily, does as it is known to: about seven of ten high risks within a day. */
export const usualPeople: People = {
  mix: { high: 0.15, moderate: 0.35, low: 0.5 },
  places: [1, 4],
  levels: [2, 3, 5],
  twoTopics: 0.3,
};

const communities = Array.from({ length: 191 }, (_, index) => {
  const street = String(1 + (index % 22)).padStart(3, '0');
  return `440103/${street}/${String(1 + Math.floor(index / 22)).padStart(3, '0')}`;
});
const languageSets = [
  ['cantonese', 'mandarin'],
  ['cantonese', 'mandarin'],
  ['mandarin', 'cantonese'],
  ['mandarin', 'cantonese'],
  ['cantonese'],
  ['mandarin'],
] as const;

/** Makes counsellors and requests one by one, the same for the same numbers. */
export function peopleFrom(random: () => number, { mix, places, levels, twoTopics }: People) {
  const upTo = (limit: number) => Math.floor(random() * limit);
  const oneOf = <Item>(items: readonly Item[]) => items[upTo(items.length)] as Item;
  const topics = (count: number): Topic[] => [...new Set(Array.from({ length: count }, () => oneOf(topicCodes)))];
  const slots = (count: number): Slot[] =>
    Array.from({ length: count }, () => {
      const from = oneOf([9, 14, 18]) * 60;
      return { weekday: 1 + upTo(7), from, to: from + 120 + upTo(3) * 60 };
    });
  const risk = (): MatchableRisk => {
    const drawn = random();
    return drawn < mix.high ? 'high' : drawn < mix.high + mix.moderate ? 'moderate' : 'low';
  };
  const levelOf = (index: number): Level => (index % 10 < levels[0] ? 1 : index % 10 < levels[0] + levels[1] ? 2 : 3);

  return {
    counsellor: (index: number): Counsellor => {
      const level = levelOf(index);
      return {
        id: `cns_${String(index).padStart(4, '0')}`,
        level,
        gender: random() < 0.7 ? 'female' : 'male',
        languages: oneOf(languageSets),
        topics: topics(4),
        slots: slots(6),
        vettedForMinors: level > 1 && random() < 0.6,
        paused: false,
        supervisedUntil: shiftBy(epoch, 1000 * day),
        openCases: 0,
        caseLimit: places[0] + upTo(places[1] - places[0] + 1),
        weekMinutes: 0,
        weeklyCapMinutes: 300,
        communityScope: oneOf(communities),
        teamScopes: [],
      };
    },
    /** One that came in so many days after the beginning. */
    request: (index: number, at: number): WaitingRequest => ({
      id: `sup_${String(index).padStart(6, '0')}`,
      risk: risk(),
      receivedAt: shiftBy(epoch, Math.floor(at * day)),
      forMinor: random() < 0.08,
      topics: topics(random() < twoTopics ? 2 : 1),
      languages: oneOf(languageSets),
      slots: slots(5),
      preferredGender: oneOf(['female', 'male', undefined, undefined] as const),
      communityScope: oneOf(communities),
      teamScopes: [],
      conflicts: [],
    }),
  };
}
