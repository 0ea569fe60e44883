import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt, minute, shiftBy } from '../kernel/time.ts';
import { countService } from './counting.ts';

const at = (clock: string) => instantAt('2026-11-24', clock);
const shift = { startsAt: at('14:00'), endsAt: at('17:00') };
const pair = (from: string, to?: string) => ({
  in: { at: at(from), way: 'rotatingCode' as const },
  ...(to && { out: { at: at(to), way: 'rotatingCode' as const } }),
});
const count = (pairs: ReturnType<typeof pair>[], counted: { startsAt: string; endsAt: string }[] = []) =>
  countService({ shift, pairs, counted });

describe('a service', () => {
  it('counts what lies inside the shift, stay by stay', () => {
    expect(count([pair('13:40', '15:00'), pair('15:30', '17:20')])).toEqual({
      kind: 'counted',
      minutes: 150,
      times: [
        { startsAt: at('14:00'), endsAt: at('15:00') },
        { startsAt: at('15:30'), endsAt: at('17:00') },
      ],
      startedAt: at('14:00'),
      endedAt: at('17:00'),
    });
  });

  it('counts nothing for a stay that has not ended or lies outside', () => {
    expect(count([])).toEqual({ kind: 'nothing' });
    expect(count([pair('14:00')])).toEqual({ kind: 'nothing' });
    expect(count([pair('13:35', '13:55')])).toEqual({ kind: 'nothing' });
    expect(count([pair('14:00', '15:00'), pair('15:30')])).toMatchObject({ minutes: 60 });
  });

  it('counts once what overlaps another service', () => {
    const other = [{ startsAt: at('13:00'), endsAt: at('14:30') }];
    expect(count([pair('14:00', '15:00')], other)).toMatchObject({ minutes: 30, startedAt: at('14:00') });
    expect(count([pair('14:00', '14:30')], other)).toEqual({ kind: 'nothing' });
  });

  it('adds up, over any services, to no more than the time that passed', () => {
    const moment = fc.nat(180).map((minutes) => shiftBy(shift.startsAt, minutes * minute));
    const stay = fc.tuple(moment, moment).map(([one, other]) => ({
      in: { at: one < other ? one : other, way: 'leaderTick' as const },
      out: { at: one < other ? other : one, way: 'leaderTick' as const },
    }));
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 6 }), (stays) => {
        let [sum, counted] = [0, [] as { startsAt: string; endsAt: string }[]];
        for (const each of stays) {
          const result = countService({ shift, pairs: [each], counted });
          if (result.kind !== 'counted') continue;
          sum += result.minutes;
          counted = [...counted, ...result.times];
        }
        const ticked = new Set(
          stays.flatMap((each) => {
            const from = (Date.parse(each.in.at) - Date.parse(shift.startsAt)) / minute;
            const length = (Date.parse(each.out.at) - Date.parse(each.in.at)) / minute;
            return Array.from({ length }, (_, step) => from + step);
          }),
        );
        expect(sum).toBe(ticked.size);
      }),
    );
  });
});
