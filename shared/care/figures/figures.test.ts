import { describe, expect, it } from 'vitest';
import { contributionOf, publishedAt, publishedRows } from './figures.ts';

const base = { receivedAt: '2026-10-01T02:00:00.000Z', sessions: [], referrals: [], measures: [] };

describe('what a case adds to a month', () => {
  it('is its wait for the first counsellor, within the target of its risk or not', () => {
    const assigned = (days: number, risk: 'high' | 'low') =>
      contributionOf(
        {
          ...base,
          firstAssigned: { at: new Date(Date.parse(base.receivedAt) + days * 86_400_000).toISOString(), risk },
        },
        '2026-10',
      );
    expect(assigned(1, 'high')).toMatchObject({ counts: { highWithin: 1 }, wait: { risk: 'high', days: 1 } });
    expect(assigned(1.5, 'high').counts).toMatchObject({ highLate: 1 });
    expect(assigned(16, 'low').counts).toMatchObject({ lowWithin: 1 });
    expect(assigned(40, 'low')).toEqual({ counts: { held: 0, noShow: 0, referralsClosed: 0 }, wait: undefined });
  });

  it('is its sessions by the day in Liwan on which they began, and its outcome when it ended', () => {
    const sessions = [
      { startsAt: '2026-09-30T15:30:00.000Z', state: 'held' as const },
      { startsAt: '2026-09-30T16:30:00.000Z', state: 'held' as const },
      { startsAt: '2026-10-09T02:00:00.000Z', state: 'noShow' as const },
      { startsAt: '2026-10-10T02:00:00.000Z', state: 'cancelled' as const },
    ];
    const measures = [
      { day: '2026-09-30', phq9: 15, gad7: 12 },
      { day: '2026-10-20', phq9: 9, gad7: 7 },
    ];
    const counted = { ...base, sessions, measures, closedAt: '2026-10-21T02:00:00.000Z' };
    expect(contributionOf(counted, '2026-10').counts).toEqual({
      held: 1,
      noShow: 1,
      referralsClosed: 0,
      improved: 1,
      recovered: 1,
    });
    expect(contributionOf(counted, '2026-09').counts).toEqual({ held: 1, noShow: 0, referralsClosed: 0 });
  });
});

describe('the lines of a district', () => {
  const waits = (count: number, days: number) =>
    Array.from({ length: count }, () => ({ counts: { lowWithin: 1, held: 2 }, wait: { risk: 'low' as const, days } }));

  it('print medians and shares only where both counts are printed and are of eight or more', () => {
    const published = (...streets: [string, ReturnType<typeof waits>][]) =>
      publishedRows('440103', new Map(streets)).map(({ place, counts, medianDays }) => [
        ...[place, counts.lowWithin, counts.held, medianDays],
      ]);
    const large = [
      ['440103/005', waits(9, 5)],
      ['440103/006', waits(20, 3)],
    ] satisfies [string, ReturnType<typeof waits>][];
    expect(published(...large)).toEqual([
      ['440103', 29, 58, { low: 3 }],
      ['440103/005', 9, 18, { low: 5 }],
      ['440103/006', 20, 40, { low: 3 }],
    ]);
    // The district would give the three of the fourth street away.
    expect(published(['440103/004', waits(3, 1)], ...large)).toEqual([
      ['440103', null, null, {}],
      ['440103/004', null, null, {}],
      ['440103/005', 9, 18, { low: 5 }],
      ['440103/006', 20, 40, { low: 3 }],
    ]);
  });
});

it('a month is published on the morning of the fourth of the next, in Liwan', () => {
  expect(publishedAt('2026-11')).toBe('2026-12-03T22:00:00.000Z');
  expect(publishedAt('2026-12')).toBe('2027-01-03T22:00:00.000Z');
});
