import { describe, expect, it } from 'vitest';
import { hour, shiftBy } from '../../kernel/time.ts';
import { heldFor, helpTimeVerdict, isPaidByHelp, payHelp } from './help.ts';

const now = '2026-11-24T02:00:00.000Z';
/** A clock of Liwan on a day. */
const at = (day: string, clock: string) => new Date(`${day}T${clock}:00.000+08:00`).toISOString();

describe('help', () => {
  it('holds a point for each hour of each person', () => {
    expect(heldFor({ hours: 2, helpers: 3 })).toBe(6);
  });

  it('may be asked for from a day to thirty days ahead, by day', () => {
    const verdict = (startsAt: string, hours = 1) => helpTimeVerdict({ startsAt, hours }, now);
    expect(verdict(shiftBy(now, 24 * hour))).toBe('granted');
    expect(verdict(shiftBy(now, 24 * hour - 1))).toBe('tooSoon');
    expect(verdict(at('2026-12-24', '10:00'))).toBe('granted');
    expect(verdict(at('2026-12-24', '10:01'))).toBe('tooFar');
    expect(verdict(at('2026-11-26', '07:00'))).toBe('granted');
    expect(verdict(at('2026-11-26', '06:59'))).toBe('notByDay');
    expect(verdict(at('2026-11-26', '18:00'), 3)).toBe('granted');
    expect(verdict(at('2026-11-26', '18:01'), 3)).toBe('notByDay');
    expect(verdict(at('2026-11-26', '23:30'))).toBe('notByDay');
  });
});

describe('paying for help', () => {
  const mei = 'vol_00000000000000000001';
  const lan = 'vol_00000000000000000002';
  const pay = (held: Parameters<typeof payHelp>[0], minutes: number, volunteerId = mei, isAsker = false) =>
    payHelp(held, { volunteerId, minutes, isAsker });
  const two = { hours: 2, held: 4, helped: [] };

  it('counts half an hour as one, less as none, and no more than was asked for', () => {
    expect([29, 30, 89, 90, 150, 600].map((minutes) => pay(two, minutes).points)).toEqual([0, 1, 1, 2, 2, 2]);
  });

  it('counts all that one person served together', () => {
    const first = pay(two, 29);
    expect(pay({ ...two, ...first }, 31)).toMatchObject({ points: 1, held: 3, helped: [{ minutes: 60, paid: 1 }] });
  });

  it('takes back what was paid, and comes to the same when a correction is told first', () => {
    const paid = pay(two, 120);
    expect(pay({ ...two, ...paid }, -120)).toMatchObject({ points: -2, held: 4, helped: [{ minutes: 0, paid: 0 }] });
    const early = pay(two, -120);
    expect(early.points).toBe(0);
    expect(pay({ ...two, ...early }, 120)).toMatchObject({ points: 0, held: 4, helped: [{ minutes: 0, paid: 0 }] });
  });

  it('never pays more than is held, nor anybody with her own points', () => {
    expect(pay({ ...two, held: 1 }, 120, lan)).toMatchObject({ points: 1, held: 0 });
    expect(pay(two, 120, lan, true).points).toBe(0);
  });

  it('leaves to the rules what nothing is left for', () => {
    const settled = { hours: 1, held: 0, helped: [{ volunteerId: mei, minutes: 60, paid: 1 }] };
    expect([isPaidByHelp(settled, mei), isPaidByHelp(settled, lan)]).toEqual([true, false]);
  });
});
