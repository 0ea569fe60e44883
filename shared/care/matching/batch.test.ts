import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, shiftBy } from '../../kernel/time.ts';
import { loadOf, matchingSettings, suggestionOf } from '../instruments/scoring.ts';
import { proposeBatch, type WaitingRequest } from './batch.ts';
import { type Counsellor, conflictKinds, exclusionsOf } from './eligibility.ts';

const now = '2026-11-24T06:30:00.000Z';
const tuesdayMorning = { weekday: 2, from: 540, to: 720 };
const fridayEvening = { weekday: 5, from: 1080, to: 1260 };
const none = { places: 0, mostShare: 0 };

const aCounsellor = (id: string, changes: Partial<Counsellor> = {}): Counsellor => ({
  id,
  level: 2,
  gender: 'female',
  languages: ['cantonese', 'mandarin'],
  topics: ['family', 'loneliness'],
  slots: [tuesdayMorning],
  vettedForMinors: false,
  paused: false,
  supervisedUntil: '2026-12-24T00:00:00.000Z',
  openCases: 0,
  caseLimit: 1,
  weekMinutes: 0,
  weeklyCapMinutes: 300,
  communityScope: '440103/009/001',
  teamScopes: [],
  ...changes,
});

const aRequest = (id: string, changes: Partial<WaitingRequest> = {}): WaitingRequest => ({
  id,
  risk: 'moderate',
  receivedAt: '2026-11-23T06:30:00.000Z',
  forMinor: false,
  topics: ['family'],
  languages: ['cantonese'],
  slots: [tuesdayMorning],
  communityScope: '440103/001/001',
  teamScopes: [],
  conflicts: [],
  ...changes,
});

const pairsOf = (...batch: Parameters<typeof proposeBatch>) =>
  Object.fromEntries(proposeBatch(...batch).map(({ requestId, counsellorId }) => [requestId, counsellorId]));

describe('a batch', () => {
  it('gives each what is best for all, where one after the other would not', () => {
    const versatile = aCounsellor('cns_a', { topics: ['family', 'work'] });
    const specialist = aCounsellor('cns_b', { topics: ['family', 'other'], gender: 'male' });
    const first = aRequest('sup_1', { topics: ['family'], preferredGender: 'female' });
    const second = aRequest('sup_2', { topics: ['work'], preferredGender: 'female' });
    expect(pairsOf([first, second], [versatile, specialist], now, none)).toEqual({ sup_1: 'cns_b', sup_2: 'cns_a' });
  });

  it('tells the terms of each score, which are those of a single suggestion', () => {
    const request = aRequest('sup_1');
    const counsellor = aCounsellor('cns_a');
    expect(proposeBatch([request], [counsellor], now)).toEqual([
      { requestId: 'sup_1', ...suggestionOf(request, counsellor, now, false) },
    ]);
  });

  it('spreads cases when nothing else tells two counsellors apart', () => {
    const pool = [aCounsellor('cns_a', { caseLimit: 3 }), aCounsellor('cns_b', { caseLimit: 3 })];
    const waiting = [aRequest('sup_1'), aRequest('sup_2')];
    expect(Object.values(pairsOf(waiting, pool, now)).toSorted()).toEqual(['cns_a', 'cns_b']);
  });

  it.each([
    ['cases', { caseLimit: 5, openCases: 3 }],
    ['minutes of the week', { caseLimit: 9, weekMinutes: 180 }],
  ])('fills no more places than the limit of %s leaves', (_, limit) => {
    const waiting = ['1', '2', '3', '4'].map((number) => aRequest(`sup_${number}`));
    expect(proposeBatch(waiting, [aCounsellor('cns_a', limit)], now)).toHaveLength(2);
  });

  it('is empty when nobody waits, when nobody can take a case, and when nobody suits', () => {
    expect(proposeBatch([], [aCounsellor('cns_a')], now)).toEqual([]);
    expect(proposeBatch([aRequest('sup_1')], [], now)).toEqual([]);
    expect(proposeBatch([aRequest('sup_1')], [aCounsellor('cns_a', { openCases: 1 })], now)).toEqual([]);
    expect(proposeBatch([aRequest('sup_1', { slots: [fridayEvening] })], [aCounsellor('cns_a')], now)).toEqual([]);
  });

  it('prefers who has waited, by the slope of the risk', () => {
    const ago = (days: number) => ({ receivedAt: shiftBy(now, -days * day) });
    const senior = [aCounsellor('cns_a', { level: 3 })];
    const inFavourOf = (...waiting: WaitingRequest[]) => Object.keys(pairsOf(waiting, senior, now, none));
    const low = aRequest('sup_low', { risk: 'low', ...ago(10) });
    expect(inFavourOf(aRequest('sup_high', { risk: 'high', ...ago(1) }), low)).toEqual(['sup_high']);
    expect(inFavourOf(aRequest('sup_new', { ...ago(0) }), aRequest('sup_old', { ...ago(9) }))).toEqual(['sup_old']);
    expect(inFavourOf(aRequest('sup_moderate', { ...ago(1) }), low)).toEqual(['sup_low']);
  });

  it('tells nothing of one who is left out: the answer is that without her', () => {
    const pool = [aCounsellor('cns_a'), aCounsellor('cns_b', { topics: ['work'] })];
    for (const kind of conflictKinds) {
      const request = aRequest('sup_1', { conflicts: [{ counsellorId: 'cns_a', kind }] });
      expect(proposeBatch([request], pool, now)).toEqual(proposeBatch([aRequest('sup_1')], pool.slice(1), now));
    }
  });
});

describe('places kept back for high risks', () => {
  const kept = { places: 2, mostShare: 1 };
  const seniors = [aCounsellor('cns_a', { level: 3, caseLimit: 2 }), aCounsellor('cns_b', { level: 3 })];
  const moderate = ['1', '2', '3'].map((number) => aRequest(`sup_m${number}`));
  const high = ['1', '2'].map((number) => aRequest(`sup_h${number}`, { risk: 'high' }));

  it('go to nobody else, however many wait', () => {
    expect(proposeBatch(moderate, seniors, now, none)).toHaveLength(3);
    expect(proposeBatch(moderate, seniors, now, kept)).toHaveLength(1);
  });

  it('are there for a high risk', () => {
    const proposed = Object.keys(pairsOf([...moderate, ...high], seniors, now, kept));
    expect(proposed.filter((id) => id.startsWith('sup_h'))).toHaveLength(2);
    expect(proposed.filter((id) => id.startsWith('sup_m'))).toHaveLength(1);
  });

  it('are never more than their share of the places there are', () => {
    expect(proposeBatch(moderate, seniors, now, { places: 2, mostShare: 0.34 })).toHaveLength(2);
  });

  it('do not bind those who could not take a high risk', () => {
    expect(proposeBatch(moderate, [...seniors, aCounsellor('cns_junior')], now, kept)).toHaveLength(2);
  });
});

describe('against all ways to pair', () => {
  const request = fc.record({
    risk: fc.constantFrom('low', 'moderate', 'high'),
    topics: fc.subarray(['family', 'work', 'loneliness'] as const, { minLength: 1 }),
    languages: fc.subarray(['cantonese', 'mandarin', 'hakka'], { minLength: 1 }),
    slots: fc.subarray([tuesdayMorning, fridayEvening], { minLength: 1 }),
    waited: fc.nat(20),
  });
  const counsellor = fc.record({
    level: fc.constantFrom(1, 2, 3),
    topics: fc.subarray(['family', 'work', 'loneliness'] as const, { minLength: 1 }),
    languages: fc.subarray(['cantonese', 'mandarin', 'hakka'], { minLength: 1 }),
    slots: fc.subarray([tuesdayMorning, fridayEvening], { minLength: 1 }),
    caseLimit: fc.integer({ min: 1, max: 3 }),
    openCases: fc.nat(2),
  });
  const batch = fc.record({
    waiting: fc
      .array(request, { maxLength: 5 })
      .map((all) =>
        all.map(({ waited, ...rest }, index) =>
          aRequest(`sup_${index}`, { ...rest, receivedAt: shiftBy(now, -waited * day) }),
        ),
      ),
    pool: fc
      .array(counsellor, { maxLength: 4 })
      .map((all) => all.map((changes, index) => aCounsellor(`cns_${index}`, changes as Partial<Counsellor>))),
  });

  it('is the best, breaks no rule, and does not depend on the order', () => {
    fc.assert(
      fc.property(batch, ({ waiting, pool }) => {
        const proposed = proposeBatch(waiting, pool, now, none);
        expect(worthOf(proposed, waiting, pool)).toBe(mostWorth(waiting, pool));
        const again = proposeBatch(waiting.toReversed(), pool.toReversed(), now, none);
        expect(again).toEqual(proposed);
      }),
    );
  });

  /** The scores of pairs in thousandths, less what load costs within the batch; minus infinity where a rule is broken. */
  function worthOf(
    pairs: readonly Readonly<{ requestId: string; counsellorId: string }>[],
    waiting: readonly WaitingRequest[],
    pool: readonly Counsellor[],
  ): number {
    const isBusy = loadOf(pool) >= matchingSettings.scarcity.fromLoad;
    const taken = new Map<string, number>();
    return pairs.reduce((sum, { requestId, counsellorId }) => {
      const one = waiting.find(({ id }) => id === requestId) as WaitingRequest;
      const other = pool.find(({ id }) => id === counsellorId) as Counsellor;
      const before = taken.get(counsellorId) ?? 0;
      taken.set(counsellorId, before + 1);
      const isFull = other.openCases + before >= other.caseLimit;
      if (isFull || exclusionsOf(one, other, now).length > 0) return Number.NEGATIVE_INFINITY;
      const further = Math.round((1000 * matchingSettings.load.weight * before) / other.caseLimit);
      return sum + Math.round(suggestionOf(one, other, now, isBusy).score * 1000) - further;
    }, 0);
  }

  function mostWorth(
    waiting: readonly WaitingRequest[],
    pool: readonly Counsellor[],
    chosen: readonly { requestId: string; counsellorId: string }[] = [],
    index = 0,
  ): number {
    const request = waiting[index];
    if (!request) return worthOf(chosen, waiting, pool);
    const withNobody = mostWorth(waiting, pool, chosen, index + 1);
    const withEach = pool.map(({ id }) =>
      mostWorth(waiting, pool, [...chosen, { requestId: request.id, counsellorId: id }], index + 1),
    );
    return Math.max(withNobody, ...withEach);
  }
});
