import { describe, expect, it } from 'vitest';
import { day, hour, minute, shiftBy } from '../../kernel/time.ts';
import { isPlannable, overlaps, SessionPlan } from './session.ts';

const now = '2026-11-24T02:00:00.000Z';
const plan = (overrides: object) => ({ mode: 'phone', startsAt: shiftBy(now, day), minutes: 50, ...overrides });

describe('a session', () => {
  it('is planned in a room, by phone or by a link that is sent encrypted', () => {
    for (const good of [
      plan({}),
      plan({ mode: 'centre', room: '心理咨询室 2' }),
      plan({ mode: 'video', link: 'https://meeting.tencent.com/dm/abc' }),
    ]) {
      expect(SessionPlan.safeParse(good).success).toBe(true);
    }
    const links = [
      '',
      'http://meeting.tencent.com/x',
      'javascript:alert(1)',
      'https://',
      'https://localhost',
      'https://user:word@meeting.tencent.com/x',
      'https://meeting.tencent.com/ x',
      `https://meeting.tencent.com/${'x'.repeat(300)}`,
    ];
    for (const link of links)
      expect([link, SessionPlan.safeParse(plan({ mode: 'video', link })).success]).toEqual([link, false]);
    for (const bad of [
      plan({ mode: 'centre' }),
      plan({ mode: 'walk' }),
      plan({ minutes: 181 }),
      plan({ minutes: 50.5 }),
      plan({ startsAt: 'tomorrow' }),
      plan({ link: 'https://meeting.tencent.com/x' }),
    ]) {
      expect(SessionPlan.safeParse(bad).success).toBe(false);
    }
  });

  it('lies ahead, within 90 days and on one day in Liwan', () => {
    const at = (startsAt: string, minutes = 50) => isPlannable({ startsAt, minutes }, now);
    expect(at(shiftBy(now, minute))).toBe(true);
    expect(at(now)).toBe(false);
    expect(at(shiftBy(now, -minute))).toBe(false);
    expect(at(shiftBy(now, 90 * day))).toBe(true);
    expect(at(shiftBy(now, 90 * day + 1))).toBe(false);
    // 23:30 in Liwan.
    expect(at('2026-11-24T15:30:00.000Z', 30)).toBe(true);
    expect(at('2026-11-24T15:30:00.000Z', 31)).toBe(false);
  });

  it('overlaps another when they share a minute', () => {
    const one = { startsAt: now, endsAt: shiftBy(now, hour) };
    const later = (by: number) => ({ startsAt: shiftBy(now, by), endsAt: shiftBy(now, by + hour) });
    expect(overlaps(one, later(hour))).toBe(false);
    expect(overlaps(one, later(hour - minute))).toBe(true);
    expect(overlaps(one, later(-hour))).toBe(false);
  });
});
