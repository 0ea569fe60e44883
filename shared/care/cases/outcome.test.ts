import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Measure, measuresOf, nhsRule, outcomeOf, type Pair } from './outcome.ts';

const over = (first: Pair, last: Pair): Measure[] => [
  { day: '2026-09-01', ...first },
  { day: '2026-10-01', ...last },
];
const outcome = (phq9: [number, number], gad7: [number, number], sessions = 2) =>
  outcomeOf(over({ phq9: phq9[0], gad7: gad7[0] }, { phq9: phq9[1], gad7: gad7[1] }), sessions);

describe('an outcome by the NHS rule', () => {
  it.each([
    ['reliable recovery', [15, 9], [12, 7], { wasCase: true, recovered: true, change: 'improved' }],
    ['recovery that is not reliable', [10, 9], [7, 7], { wasCase: true, recovered: true, change: 'unchanged' }],
    ['neither', [20, 14], [5, 9], { wasCase: true, recovered: false, change: 'unchanged' }],
    ['deterioration', [14, 20], [8, 8], { wasCase: true, recovered: false, change: 'deteriorated' }],
    ['one who cannot recover', [9, 3], [7, 7], { wasCase: false, recovered: false, change: 'improved' }],
  ] as const)('%s', (_what, phq9, gad7, expected) => {
    expect(outcome([...phq9], [...gad7])).toMatchObject({ kind: 'counted', ...expected });
  });

  it('is not counted before two sessions were held, or with a questionnaire that was complete once', () => {
    expect(outcome([15, 9], [12, 7], 1)).toEqual({ kind: 'notYet', missing: ['sessions'] });
    const once = [
      { day: '2026-09-01', phq9: 15, gad7: 12 },
      { day: '2026-10-01', phq9: 9 },
    ];
    expect(outcomeOf(once, 2)).toEqual({ kind: 'notYet', missing: ['gad7'] });
    expect(outcomeOf([], 0)).toEqual({ kind: 'notYet', missing: ['sessions', 'phq9', 'gad7'] });
  });

  const pair = fc.record({ phq9: fc.integer({ min: 0, max: 27 }), gad7: fc.integer({ min: 0, max: 21 }) });

  it('turned round is the mirror, and what lies between first and last does not count', () => {
    const mirror = { improved: 'deteriorated', unchanged: 'unchanged', deteriorated: 'improved' } as const;
    fc.assert(
      fc.property(pair, pair, pair, (first, between, last) => {
        const there = outcomeOf(over(first, last), 2);
        const back = outcomeOf(over(last, first), 2);
        if (there.kind !== 'counted' || back.kind !== 'counted') throw new Error('not counted');
        expect(back.change).toBe(mirror[there.change]);
        const [one, two] = over(first, last) as [Measure, Measure];
        expect(outcomeOf([one, { day: '2026-09-15', ...between }, two], 5)).toEqual(there);
      }),
    );
  });

  it('speaks of recovery only from a cut-off to below both, and of change only beyond chance', () => {
    fc.assert(
      fc.property(pair, pair, (first, last) => {
        const found = outcomeOf(over(first, last), 2);
        if (found.kind !== 'counted') throw new Error('not counted');
        const isBelow = last.phq9 < nhsRule.caseness.phq9 && last.gad7 < nhsRule.caseness.gad7;
        if (found.recovered) expect(isBelow && found.wasCase).toBe(true);
        const [phq9, gad7] = [first.phq9 - last.phq9, first.gad7 - last.gad7];
        if (found.change === 'improved') expect(phq9 >= 6 || gad7 >= 4).toBe(true);
        if (Math.abs(phq9) < 6 && Math.abs(gad7) < 4) expect(found.change).toBe('unchanged');
      }),
    );
  });
});

describe('measures', () => {
  const result = (instrument: 'phq9' | 'gad7' | 'who5', total?: number) => ({
    instrument,
    version: 1,
    complete: total !== undefined,
    total,
  });

  it('are the complete PHQ-9 and GAD-7 of each day in Liwan, the last of a day, in order of time', () => {
    const measures = measuresOf([
      { at: '2026-10-08T01:00:00.000Z', results: [result('gad7', 0)] },
      { at: '2026-10-01T02:00:00.000Z', results: [result('phq9', 12), result('who5', 40)] },
      { at: '2026-10-01T03:00:00.000Z', results: [result('phq9', 11), result('gad7')] },
      { at: '2026-10-01T16:30:00.000Z', results: [result('gad7', 9)] },
    ]);
    expect(measures).toEqual([
      { day: '2026-10-01', phq9: 11 },
      { day: '2026-10-02', gad7: 9 },
      { day: '2026-10-08', gad7: 0 },
    ]);
  });
});
