import { describe, expect, it } from 'vitest';
import { type Counsellor, conflictKinds, exclusionsOf, type MatchRequest } from './eligibility.ts';
import { bestThree } from './matching.ts';

const now = '2026-11-24T06:30:00.000Z';
const tuesdayMorning = { weekday: 2, from: 540, to: 720 };

const aCounsellor = (changes: Partial<Counsellor> = {}): Counsellor => ({
  id: 'cns_a',
  level: 2,
  gender: 'female',
  languages: ['cantonese', 'mandarin'],
  topics: ['family', 'loneliness'],
  slots: [tuesdayMorning],
  vettedForMinors: false,
  paused: false,
  supervisedUntil: '2026-12-24T00:00:00.000Z',
  openCases: 1,
  caseLimit: 4,
  weekMinutes: 50,
  weeklyCapMinutes: 300,
  communityScope: '440103/009/001',
  teamScopes: ['440103/009/001/T0003'],
  ...changes,
});

const aRequest = (changes: Partial<MatchRequest> = {}): MatchRequest => ({
  risk: 'moderate',
  receivedAt: '2026-11-17T06:30:00.000Z',
  forMinor: false,
  topics: ['family'],
  languages: ['cantonese'],
  slots: [tuesdayMorning],
  communityScope: '440103/001/001',
  teamScopes: [],
  conflicts: [],
  ...changes,
});

const idsOf = (request: MatchRequest, counsellors: readonly Counsellor[]) => {
  const matching = bestThree(request, counsellors, now);
  return matching.kind === 'ranked' ? matching.best.map(({ counsellorId }) => counsellorId) : matching.kind;
};

const bestOf = (request: MatchRequest, counsellors: readonly Counsellor[]) => {
  const matching = bestThree(request, counsellors, now);
  if (matching.kind !== 'ranked' || !matching.best[0]) throw new Error('nobody was suggested');
  return matching.best[0];
};

const termValue = (name: string, request: MatchRequest, counsellors: readonly Counsellor[]) =>
  bestOf(request, counsellors).terms.find((term) => term.name === name)?.value;

describe('a hard rule', () => {
  it('keeps nobody away who fits', () => {
    expect(exclusionsOf(aRequest(), aCounsellor(), now)).toEqual([]);
  });

  it.each([
    ['levelTooLow', { risk: 'high' }, {}],
    ['noSharedLanguage', { languages: ['teochew'] }, {}],
    ['notVettedForMinors', { forMinor: true }, {}],
    ['genderRequired', { requiredGender: 'male' }, {}],
    ['noSharedSlot', { slots: [{ weekday: 2, from: 671, to: 900 }] }, {}],
    ['caseloadFull', {}, { openCases: 4 }],
    ['weeklyCapReached', {}, { weekMinutes: 251 }],
    ['paused', {}, { paused: true }],
    ['supervisionLapsed', {}, { supervisedUntil: now }],
    ['credentialExpired', {}, { credentialEndsAt: now }],
    ['coolingDown', {}, { coolsDownUntil: '2026-12-24T00:00:00.000Z' }],
    ['sameCommunity', { communityScope: '440103/009/001' }, {}],
    ['sameTeam', { teamScopes: ['440103/009/001/T0003'] }, {}],
    ['emergency', { risk: 'emergency' }, {}],
  ] as const)('excludes by %s alone', (exclusion, request, counsellor) => {
    expect(exclusionsOf(aRequest(request), aCounsellor(counsellor), now)).toEqual([exclusion]);
    const others = bestThree(aRequest(request), [aCounsellor(counsellor)], now);
    expect(others).toEqual(exclusion === 'emergency' ? { kind: 'emergency' } : { kind: 'ranked', best: [] });
  });

  it.each(conflictKinds)('excludes by a conflict: %s', (kind) => {
    const conflicts = [{ counsellorId: 'cns_a', kind }];
    expect(exclusionsOf(aRequest({ conflicts }), aCounsellor(), now)).toEqual([kind]);
    expect(exclusionsOf(aRequest({ conflicts }), aCounsellor({ id: 'cns_b' }), now)).toEqual([]);
  });

  it('lets a person without a known home be matched', () => {
    expect(exclusionsOf(aRequest({ communityScope: undefined }), aCounsellor(), now)).toEqual([]);
  });
});

describe('the best three', () => {
  const pool = ['a', 'b', 'c', 'd', 'e'].map((letter, index) =>
    aCounsellor({ id: `cns_${letter}`, openCases: 4 - index, caseLimit: 8 }),
  );

  it('are the three with the highest score, best first', () => {
    expect(idsOf(aRequest(), pool)).toEqual(['cns_e', 'cns_d', 'cns_c']);
  });

  it('do not depend on the order in which counsellors are given', () => {
    expect(idsOf(aRequest(), pool.toReversed())).toEqual(idsOf(aRequest(), pool));
    const equals = [aCounsellor({ id: 'cns_2' }), aCounsellor({ id: 'cns_1' })];
    expect(idsOf(aRequest(), equals)).toEqual(['cns_1', 'cns_2']);
  });

  it('are none for an emergency', () => {
    expect(idsOf(aRequest({ risk: 'emergency' }), pool)).toBe('emergency');
  });

  it('tell nothing of one who is left out: the answer is that without her', () => {
    for (const kind of conflictKinds) {
      const conflicts = [{ counsellorId: 'cns_e', kind }];
      expect(bestThree(aRequest({ conflicts }), pool, now)).toEqual(bestThree(aRequest(), pool.slice(0, 4), now));
    }
  });
});

describe('a score', () => {
  it('is one, waiting and fit, less load, each term explained', () => {
    expect(bestOf(aRequest(), [aCounsellor()])).toEqual({
      counsellorId: 'cns_a',
      score: 3.925,
      terms: [
        { name: 'base', value: 1, detail: {} },
        { name: 'credit', value: 2, detail: { daysWaited: 7, risk: 'moderate' } },
        { name: 'topic', value: 0.35, detail: { shared: ['family'], asked: ['family'] } },
        { name: 'genderPreference', value: 0.2, detail: { preferred: 'none', gender: 'female' } },
        { name: 'slotOverlap', value: 0.2, detail: { shared: [tuesdayMorning], minutes: 180 } },
        { name: 'level', value: 0.15, detail: { level: 2, needed: 2 } },
        { name: 'language', value: 0.1, detail: { shared: ['cantonese'], preferred: 'cantonese' } },
        { name: 'load', value: -0.075, detail: { openCases: 1, caseLimit: 4 } },
        { name: 'scarcity', value: 0, detail: { spared: [] } },
      ],
    });
  });

  it('gives waiting the slope of its risk', () => {
    const senior = [aCounsellor({ level: 3 })];
    expect(termValue('credit', aRequest({ risk: 'high' }), senior)).toBe(8);
    expect(termValue('credit', aRequest({ risk: 'moderate' }), senior)).toBe(2);
    expect(termValue('credit', aRequest({ risk: 'low' }), senior)).toBe(0.5);
  });

  it('counts what fits in part', () => {
    expect(termValue('topic', aRequest({ topics: ['family', 'work'] }), [aCounsellor()])).toBe(0.175);
    expect(termValue('topic', aRequest({ topics: [] }), [aCounsellor()])).toBe(0.35);
    expect(termValue('genderPreference', aRequest({ preferredGender: 'male' }), [aCounsellor()])).toBe(0);
    expect(termValue('slotOverlap', aRequest({ slots: [{ weekday: 2, from: 540, to: 615 }] }), [aCounsellor()])).toBe(
      0.1,
    );
    expect(termValue('level', aRequest({ risk: 'low' }), [aCounsellor()])).toBe(0.075);
    expect(termValue('language', aRequest({ languages: ['hakka', 'mandarin'] }), [aCounsellor()])).toBe(0.05);
  });

  it('spares scarce abilities only when nearly all places are taken', () => {
    const able = { level: 3, vettedForMinors: true } as const;
    expect(termValue('scarcity', aRequest(), [aCounsellor({ ...able, openCases: 3, caseLimit: 4 })])).toBe(0);
    const busy = [aCounsellor({ ...able, openCases: 4, caseLimit: 5 })];
    expect(termValue('scarcity', aRequest(), busy)).toBe(-0.3);
    expect(termValue('scarcity', aRequest({ risk: 'high', forMinor: true }), busy)).toBe(0);
  });
});

it('the last places of the highest level are kept for a high risk', () => {
  const seniors = Array.from({ length: 5 }, (_, index) =>
    aCounsellor({ id: `cns_senior${index}`, level: 3, openCases: index === 0 ? 8 : 10, caseLimit: 10 }),
  );
  const junior = aCounsellor({ id: 'cns_junior' });
  expect(idsOf(aRequest(), [...seniors, junior])).toEqual(['cns_junior']);
  expect(idsOf(aRequest({ risk: 'high' }), [...seniors, junior])).toEqual(['cns_senior0']);
});
