import { day, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { ShiftRole } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSeries } from '../../test/a-series.ts';
import { aShift } from '../../test/a-shift.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const everyDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

type Answer = Readonly<{ status: number; body: { fields?: readonly { path: string; message: string }[] } }>;

/** What is said at each field, in the language of the caller. */
const saidIn = ({ status, body }: Answer) => [
  status,
  ...(body.fields ?? []).map(({ path, message }) => `${path}: ${message}`),
];

describe('a new shift', () => {
  const role = (number: number, name: string, most: number): ShiftRole => ({
    number,
    name,
    skills: [],
    fewest: 1,
    most,
  });

  it('is refused with words at the field: 30 hours, an end before the start, roles that are one or add up to something else', async () => {
    const { leader, activityId } = await aShift(district);
    const startsAt = shiftBy(district.clock.now, day);
    const said = async (changes: object) => {
      const sound = { startsAt, endsAt: shiftBy(startsAt, hour), places: 2 };
      return saidIn(await leader.post(`/activities/${activityId}/shifts`, { ...sound, ...changes }));
    };
    expect(await said({ endsAt: shiftBy(startsAt, 30 * hour) })).toEqual([
      400,
      'endsAt: 一个班次最长 24 小时，请分成几个班次。',
    ]);
    expect(await said({ endsAt: shiftBy(startsAt, -hour) })).toEqual([400, expect.stringMatching(/^endsAt: .*开始/)]);
    const same = [role(1, '引导', 1), role(2, '引导', 1)];
    expect(await said({ roles: same })).toEqual([400, expect.stringMatching(/^roles\.1\.name: .*引导/)]);
    const numbered = [role(1, '引导', 1), role(1, '急救', 1)];
    expect(await said({ roles: numbered })).toEqual([400, expect.stringMatching(/^roles\.1\.number: /)]);
    expect(await said({ roles: [role(1, '引导', 1)] })).toEqual([400, expect.stringMatching(/^places: .*1/)]);
    const needsMore = [{ ...role(1, '引导', 2), fewest: 3 }];
    expect(await said({ roles: needsMore })).toEqual([400, expect.stringMatching(/^roles\.0\.fewest: .*2/)]);
    expect(await said({})).toEqual([201]);
  });
});

describe('a series', () => {
  it('goes on when it has no end, and eight weeks of it are made, no more', async () => {
    const series = await aSeries(district, { rule: { weekdays: everyDay } });
    await district.settle();
    const made = (await series.shifts()).size;
    expect(made).toBeGreaterThan(40);
    expect(made).toBeLessThanOrEqual(57);
  });

  it('of 10,000 occurrences is refused at its end, at once, and so is one of a date that never comes', async () => {
    const { leader, body } = await aSeries(district);
    const preview = async (changes: object) =>
      saidIn(await leader.post('/series/preview', { ...body, rule: { ...body.rule, ...changes } }));
    const daily = { weekdays: everyDay, until: '2054-04-01' };
    expect(await preview(daily)).toEqual([400, expect.stringMatching(/^rule\.until: .*1000/)]);
    expect(await preview({ ...daily, until: '9999-12-31' })).toEqual([400, expect.stringContaining('rule.until: ')]);
    expect(await preview({ until: '2020-01-01' })).toEqual([400, expect.stringContaining('rule.until: ')]);
    expect(await preview({ weekdays: [] })).toEqual([400, expect.stringContaining('rule.weekdays: ')]);
    expect(await preview({ startsAt: '20:00', endsAt: '19:00' })).toEqual([
      400,
      expect.stringContaining('rule.endsAt: '),
    ]);
    const made = await leader.post('/series', { ...body, rule: { ...body.rule, ...daily } });
    expect(saidIn(made)).toEqual([400, expect.stringMatching(/^rule\.until: /)]);
  });
});
