import { afterEach, beforeEach, expect, it } from 'vitest';
import { aMerge } from '../../test/a-merge.ts';
import { aRegular, aSeries, type TestSeries } from '../../test/a-series.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeEach(async () => {
  district = await startDistrict();
});
afterEach(() => district.stop());

const short = { rule: { until: '2026-12-11' } };
const allDays = ['2026-11-27', '2026-12-01', '2026-12-04', '2026-12-08', '2026-12-11'];
const daysOf = async (caller: TestClient) =>
  (await caller.get('/agenda?limit=100')).body.items.map(({ startsAt }: { startsAt: string }) => startsAt.slice(0, 10));
const peopleOf = async (series: TestSeries) =>
  (await series.leader.get(`/regulars/${series.seriesId}/people`)).body.items.map(
    ({ volunteerId, state }: { volunteerId: string; state: string }) => [volunteerId, state],
  );

async function undo({ mergeId, coordinator, goes }: Awaited<ReturnType<typeof aMerge>>) {
  await coordinator.post(`/merges/${mergeId}/undoing`, { reason: '核对后不是同一人' });
  await district.settle();
  await district.redeliver();
  await goes.caller.signIn(goes.mobile, district.sent);
}

it('a regular place goes over with a merge, and back when it is undone, with the dates that came since', async () => {
  const series = await aSeries(district, short);
  const goes = await aVolunteer(district);
  const path = await aRegular(series, goes);
  await district.settle();
  const shifts = await series.shifts();
  await goes.caller.delete(`/shifts/${shifts.get('2026-12-04')}/sign-ups/me`);
  const left = allDays.filter((day) => day !== '2026-12-04');

  const merge = await aMerge(district, { goes });
  const { stays } = merge;
  await district.settle();
  await district.redeliver();
  expect(await peopleOf(series)).toEqual([[stays.volunteerId, 'regular']]);
  expect(await daysOf(stays.caller)).toEqual(left);
  const { shift } = (await series.read()).phases[0];
  const longer = { ...series.body.rule, until: '2026-12-15' };
  expect((await series.change({ reach: 'all', rule: longer, shift })).status).toBe(200);
  await stays.caller.post(`${path}/me/leave`, { leave: { from: '2026-12-08', to: '2026-12-08' }, take: 'add' });
  await district.settle();
  expect(await daysOf(stays.caller)).toEqual([...left.filter((day) => day !== '2026-12-08'), '2026-12-15']);

  await undo(merge);
  expect(await peopleOf(series)).toEqual([[goes.volunteerId, 'regular']]);
  expect(await daysOf(stays.caller)).toEqual([]);
  expect(await daysOf(goes.caller)).toEqual([...left.filter((day) => day !== '2026-12-08'), '2026-12-15']);
  const [own] = (await goes.caller.get('/regulars/own')).body.items;
  expect(own.mine.leave).toEqual([{ from: '2026-12-08', to: '2026-12-08' }]);
  expect((await stays.caller.get('/regulars/own')).body.items).toEqual([]);
});

it('of two in one series both have their own again afterwards', async () => {
  const series = await aSeries(district, short);
  const [stays, goes] = [await aVolunteer(district), await aVolunteer(district)];
  await aRegular(series, stays);
  await aRegular(series, goes);
  await district.settle();
  const merge = await aMerge(district, { stays, goes });
  await district.settle();
  expect(await peopleOf(series)).toEqual([[stays.volunteerId, 'regular']]);
  expect(await daysOf(stays.caller)).toEqual(allDays);
  await undo(merge);
  expect((await peopleOf(series)).toSorted()).toEqual(
    [
      [stays.volunteerId, 'regular'],
      [goes.volunteerId, 'regular'],
    ].toSorted(),
  );
  expect(await daysOf(stays.caller)).toEqual(allDays);
});

it('one that was settled takes the place of one that was only asked for, and gives it back', async () => {
  const series = await aSeries(district, short);
  const [stays, goes] = [await aVolunteer(district), await aVolunteer(district)];
  await stays.caller.post(`/regulars/${series.seriesId}/me`);
  await aRegular(series, goes);
  await district.settle();
  const merge = await aMerge(district, { stays, goes });
  await district.settle();
  expect(await peopleOf(series)).toEqual([[stays.volunteerId, 'regular']]);
  await undo(merge);
  expect((await peopleOf(series)).toSorted()).toEqual(
    [
      [stays.volunteerId, 'asked'],
      [goes.volunteerId, 'regular'],
    ].toSorted(),
  );
});

it('who stopped meanwhile has stopped', async () => {
  const series = await aSeries(district, short);
  const goes = await aVolunteer(district);
  const path = await aRegular(series, goes);
  await district.settle();
  const merge = await aMerge(district, { goes });
  await district.settle();
  await merge.stays.caller.post(`${path}/me/end`, { places: 'giveBack' });
  await district.settle();
  await undo(merge);
  expect(await peopleOf(series)).toEqual([]);
});
