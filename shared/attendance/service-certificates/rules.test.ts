import { expect, it } from 'vitest';
import type { ChainRecord } from '../chain.ts';
import { newCertificateNumber, TypedCertificateNumber } from './number.ts';
import { decideSpan, servedIn } from './rules.ts';

const service = (day: string, title: string, minutes: number) =>
  ({ kind: minutes < 0 ? 'reversal' : 'service', day, title, minutes }) as ChainRecord;

it('adds up the days of the span, both included, by title, less what was taken back', () => {
  const records = [
    service('2026-10-31', '巡逻', 60),
    service('2026-11-01', '巡逻', 60),
    service('2026-11-15', '探访', 120),
    service('2026-11-30', '巡逻', 90),
    service('2026-11-20', '错的', 30),
    service('2026-11-20', '错的', -30),
    service('2026-12-01', '巡逻', 60),
    { kind: 'transfer', minutes: 500 } as ChainRecord,
  ];
  expect(servedIn(records, { from: '2026-11-01', until: '2026-11-30' })).toEqual({
    minutes: 270,
    content: [
      { title: '巡逻', times: 2, minutes: 150 },
      { title: '探访', times: 1, minutes: 120 },
    ],
  });
});

it.each([
  ['2026-11-02', '2026-11-01', 'backwards'],
  ['2026-11-01', '2026-11-25', 'notOverYet'],
  ['2026-11-01', '2026-11-24', 'allowed'],
  ['2026-11-24', '2026-11-24', 'allowed'],
] as const)('from %s until %s: %s', (from, until, decision) => {
  expect(decideSpan({ from, until }, '2026-11-24')).toBe(decision);
});

it('reads a number as people type it, and makes one that it reads', () => {
  expect(TypedCertificateNumber.parse(' lw2026 7k3m9qxd2o')).toBe('LW2026-7K3M9-QXD20');
  expect(TypedCertificateNumber.safeParse('LW2026-7K3M9').success).toBe(false);
  const made = newCertificateNumber('2026');
  expect(TypedCertificateNumber.parse(made.toLowerCase())).toBe(made);
});
