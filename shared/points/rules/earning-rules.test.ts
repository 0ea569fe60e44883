import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EarningRules, plainRules, type WeighedService, weigh, withinDay } from './earning-rules.ts';

const rules: EarningRules = {
  ...plainRules,
  kinds: { lesson: 50, elderVisits: 110 },
  night: 120,
  badWeather: 130,
  emergency: 150,
  backEntered: 'earnNone',
};

describe('a service', () => {
  const cases: [string, WeighedService, number, string[]][] = [
    ['that is plain', { minutes: 130, kind: 'patrol' }, 130, []],
    ['of which no activity is known', { minutes: 130 }, 130, []],
    ['at night: 2 h 10 min × 1.2 is 2 h 36 min', { minutes: 130, kind: 'patrol', atNight: true }, 156, ['night 120']],
    ['of a kind that weighs less', { minutes: 90, kind: 'lesson' }, 45, ['kind 50']],
    ['of both', { minutes: 60, kind: 'elderVisits', atNight: true }, 79, ['kind 110', 'night 120']],
    ['at night in an emergency', { minutes: 60, atNight: true, special: ['emergency'] }, 90, ['emergency 150']],
    ['in all at once', { minutes: 60, atNight: true, special: ['badWeather', 'emergency'] }, 90, ['emergency 150']],
    ['that was entered later', { minutes: 600, backEntered: true, atNight: true }, 0, ['backEntered 0']],
    ['that leaves a part of a minute', { minutes: 7, atNight: true }, 8, ['night 120']],
    ['of no minutes', { minutes: 0, atNight: true }, 0, ['night 120']],
  ];
  it.each(cases)('%s', (_name, service, minutes, weights) => {
    const weighed = weigh(rules, service);
    expect(weighed.minutes).toBe(minutes);
    expect(weighed.weights.map(({ because, percent }) => `${because} ${percent}`)).toEqual(weights);
  });

  it('entered later earns like any other where the rules say so', () => {
    expect(weigh(plainRules, { minutes: 60, backEntered: true })).toEqual({ minutes: 60, weights: [] });
  });

  it('is taken back to the minute', () => {
    const services = fc.record({
      minutes: fc.nat(1000),
      kind: fc.constantFrom('patrol' as const, 'lesson' as const, 'elderVisits' as const),
      atNight: fc.boolean(),
    });
    fc.assert(
      fc.property(services, (service) => {
        const back = weigh(rules, { ...service, minutes: -service.minutes });
        expect(weigh(rules, service).minutes + back.minutes).toBe(0);
      }),
    );
  });
});

describe('the most of a day', () => {
  it.each([
    [0, 300, 300],
    [300, 300, 180],
    [480, 60, 0],
    [600, -60, 0],
    [600, -200, -80],
    [0, -60, -60],
    [-60, 60, 60],
  ])('with %i minutes before lets %i more count as %i', (before, added, counted) => {
    expect(withinDay({ dailyMinutes: 480 }, before, added)).toBe(counted);
    expect(withinDay({}, before, added)).toBe(added);
  });

  it('comes to the same in whatever order the day is told', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -600, max: 600 })), fc.nat(), (day, turn) => {
        const counted = (steps: readonly number[]) =>
          steps.reduce(
            (sum, step) => ({
              before: sum.before + step,
              earned: sum.earned + withinDay({ dailyMinutes: 480 }, sum.before, step),
            }),
            { before: 0, earned: 0 },
          ).earned;
        const at = day.length > 0 ? turn % day.length : 0;
        expect(counted([...day.slice(at), ...day.slice(0, at)])).toBe(counted(day));
      }),
    );
  });
});
