import { expect, it } from 'vitest';
import { instantAt } from '../../kernel/time.ts';
import { isMostlyNight, touchesNight } from './night.ts';

const range = (from: string, to: string) => ({
  startsAt: instantAt('2026-11-24', from),
  endsAt: instantAt(to < from ? '2026-11-25' : '2026-11-24', to),
});

it.each([
  ['19:00', '21:00', false, false],
  ['20:00', '22:00', false, false],
  ['20:00', '23:00', true, false],
  ['20:00', '00:00', true, true],
  ['22:00', '06:00', true, true],
  ['23:30', '01:40', true, true],
  ['05:00', '08:00', true, false],
  ['05:00', '07:00', true, true],
  ['06:00', '08:00', false, false],
])('from %s to %s a night is touched: %s, and for the most part: %s', (from, to, touched, mostly) => {
  expect([touchesNight(range(from, to)), isMostlyNight(range(from, to))]).toEqual([touched, mostly]);
});
