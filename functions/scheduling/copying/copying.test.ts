import { instantAt } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSeries } from '../../test/a-series.ts';
import { aShift } from '../../test/a-shift.ts';
import { aTeam } from '../../test/a-team.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const startsOf = (body: { items: { startsAt: string }[] }) => body.items.map(({ startsAt }) => startsAt);

it('a week is copied as drafts, once, and says what it leaves out', async () => {
  const { team } = await aTeam(district);
  const startsAt = instantAt('2026-12-02', '10:00');
  const closes = { signUpClosesAt: instantAt('2026-12-01', '18:00') };
  const { leader, shiftId } = await aShift(district, { teamScope: team, startsAt, ...closes });
  const off = await aShift(district, { teamScope: team, startsAt: instantAt('2026-12-03', '10:00'), leader });
  await leader.post(`/shifts/${off.shiftId}/cancellation`, { reason: '台风预警' });
  await aSeries(district, { teamScope: team, leader, rule: { until: '2026-12-05' } });
  await district.settle();

  const copy = { team, from: '2026-W49', to: '2026-W51' };
  const preview = await leader.post('/week-copies/preview', copy);
  expect(preview.body.copies).toBe(1);
  expect(preview.body.shifts.map(({ leftOut }: { leftOut?: string }) => leftOut)).toEqual([
    ...['series', undefined, 'calledOff', 'series'],
  ]);
  expect((await leader.post('/week-copies', copy)).status).toBe(201);
  const there = await leader.get(`/shifts?team=${team}&from=2026-12-14`);
  expect(there.body.items).toMatchObject([
    {
      ...{ startsAt: instantAt('2026-12-16', '10:00'), state: 'draft', places: 3 },
      signUpClosesAt: instantAt('2026-12-15', '18:00'),
    },
  ]);
  const again = await leader.post('/week-copies', copy);
  expect([again.status, again.body.code]).toEqual([409, 'copying.nothing']);
  const seen = await leader.post('/week-copies/preview', copy);
  expect(seen.body.shifts.find((each: { shiftId: string }) => each.shiftId === shiftId)).toMatchObject({
    leftOut: 'copied',
  });
  expect((await leader.post('/week-copies', { ...copy, to: copy.from })).body.code).toBe('copying.sameWeek');
  expect((await leader.post('/week-copies', { ...copy, to: '2026-W60' })).status).toBe(400);
});

it('a template makes shifts on any day, and can be let go', async () => {
  const { team } = await aTeam(district);
  const { leader, activityId } = await aShift(district, { teamScope: team });
  const times = { startsAt: '22:00', endsAt: '01:00', overnight: true };
  const template = { name: '夜间值守', activityId, times, shift: { places: 6, closesHoursBefore: 2 } };
  const wrong = await leader.post('/shift-templates', { ...template, times: { ...times, overnight: false } });
  expect(wrong.body.fields).toMatchObject([{ path: 'times.endsAt' }]);
  const made = await leader.post('/shift-templates', template);
  expect(made.status).toBe(201);
  const path = `/shift-templates/${made.body.id}`;
  const shift = await leader.post(`${path}/shifts`, { team, day: '2026-12-31' });
  expect(shift.body).toMatchObject({
    ...{ startsAt: instantAt('2026-12-31', '22:00'), endsAt: instantAt('2027-01-01', '01:00'), state: 'draft' },
    signUpClosesAt: instantAt('2026-12-31', '20:00'),
  });
  const past = await leader.post(`${path}/shifts`, { team, day: '2026-11-01' });
  expect(past.status).toBe(400);
  expect((await leader.get(`/shift-templates?team=${team}`)).body.items).toMatchObject([{ name: '夜间值守' }]);
  await leader.post(`${path}/removal`, { team });
  expect((await leader.get(`/shift-templates?team=${team}`)).body.items).toEqual([]);
  expect(startsOf((await leader.get(`/shifts?team=${team}&from=2026-12-31`)).body)).toHaveLength(1);
});
