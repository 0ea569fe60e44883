import { regularsPaused, regularsResumed } from '@kaifong/shared/attendance/no-show-events.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import { day, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { aRegular, aRule, aSeries } from '../../test/a-series.ts';
import { aShift } from '../../test/a-shift.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeEach(async () => {
  district = await startDistrict();
});
afterEach(() => district.stop());

const daysOf = async (caller: TestClient) =>
  (await caller.get('/agenda?limit=100')).body.items.map(({ startsAt }: { startsAt: string }) => startsAt.slice(0, 10));
const kindsTo = async (caller: TestClient) =>
  (await caller.get('/notifications?limit=100')).body.items.map(({ kind }: { kind: string }) => kind);
const short = { rule: { until: '2026-12-11' } };
const allDays = ['2026-11-27', '2026-12-01', '2026-12-04', '2026-12-08', '2026-12-11'];

it('who asks is signed up for all dates once the leader has said yes, and not before', async () => {
  const series = await aSeries(district, short);
  await district.settle();
  const person = await aVolunteer(district);
  const path = `/regulars/${series.seriesId}`;
  expect((await person.caller.post(`${path}/me`)).status).toBe(201);
  await district.settle();
  expect(await daysOf(person.caller)).toEqual([]);
  expect((await person.caller.post(`${path}/me`)).body.code).toBe('regular.already');

  const people = await series.leader.get(`${path}/people`);
  expect(people.body.items).toMatchObject([{ volunteerId: person.volunteerId, state: 'asked', name: '陈小明' }]);
  await series.leader.post(`${path}/people/${person.volunteerId}/decision`, { decision: 'accept' });
  await district.settle();
  expect(await daysOf(person.caller)).toEqual(allDays);
  await district.redeliver();
  expect(await daysOf(person.caller)).toEqual(allDays);
  const again = await series.leader.post(`${path}/people/${person.volunteerId}/decision`, { decision: 'accept' });
  expect(again.body.code).toBe('regular.notWaiting');
});

it('who is invited decides herself', async () => {
  const series = await aSeries(district, short);
  const [one, other] = [await aVolunteer(district), await aVolunteer(district)];
  const path = `/regulars/${series.seriesId}`;
  for (const { volunteerId } of [one, other]) await series.leader.post(`${path}/people`, { volunteerId });
  await district.settle();
  expect(await daysOf(one.caller)).toEqual([]);
  expect(await kindsTo(one.caller)).toContain('regularInvited');
  await one.caller.post(`${path}/me/answer`, { decision: 'accept' });
  await other.caller.post(`${path}/me/answer`, { decision: 'decline' });
  await district.settle();
  expect(await daysOf(one.caller)).toEqual(allDays);
  expect(await daysOf(other.caller)).toEqual([]);
  expect((await other.caller.get('/regulars/own')).body.items).toEqual([]);
});

it('a date that the rules refuse is told to her and counts for nothing else', async () => {
  const series = await aSeries(district, short);
  const person = await aVolunteer(district);
  const other = await aShift(district, { startsAt: instantAt('2026-12-04', '21:00') });
  await person.caller.post(`/shifts/${other.shiftId}/sign-ups`);
  await aRegular(series, person);
  await district.settle();
  await district.tick();
  expect(await daysOf(person.caller)).toEqual(allDays);
  expect((await kindsTo(person.caller)).filter((kind: string) => kind === 'standingRefused')).toHaveLength(1);
  const seen = await person.caller.get(`/regulars/${series.seriesId}`);
  expect(seen.body.dates.map(({ mine }: { mine: string }) => mine)).toEqual([
    ...['signedUp', 'signedUp', 'refused', 'signedUp', 'signedUp'],
  ]);
  expect(seen.body.dates[2].refusal).toContain('重叠');
});

it('leave keeps her off and frees her places; taken back, she is in again', async () => {
  const series = await aSeries(district, short);
  const person = await aVolunteer(district);
  const path = await aRegular(series, person);
  await district.settle();
  const leave = { from: '2026-11-30', to: '2026-12-06' };
  expect((await person.caller.post(`${path}/me/leave`, { leave, take: 'add' })).status).toBe(200);
  await district.settle();
  expect(await daysOf(person.caller)).toEqual(['2026-11-27', '2026-12-08', '2026-12-11']);
  await person.caller.post(`${path}/me/leave`, { leave, take: 'remove' });
  await district.settle();
  expect(await daysOf(person.caller)).toEqual(allDays);

  const past = await person.caller.post(`${path}/me/leave`, { leave: { ...leave, from: '2026-11-23' }, take: 'add' });
  expect(past.body.fields).toMatchObject([{ path: 'leave.from' }]);
  const turned = { from: '2026-12-06', to: '2026-12-05' };
  const wrong = await person.caller.post(`${path}/me/leave`, { leave: turned, take: 'add' });
  expect(wrong.body.fields).toMatchObject([{ path: 'leave.to' }]);
});

it('a place that she gave back by hand is not taken for her again', async () => {
  const series = await aSeries(district, short);
  const person = await aVolunteer(district);
  await aRegular(series, person);
  await district.settle();
  const shiftId = (await series.shifts()).get('2026-12-04');
  await person.caller.delete(`/shifts/${shiftId}/sign-ups/me`);
  await district.settle();
  await district.tick();
  expect(await daysOf(person.caller)).toEqual(allDays.filter((day) => day !== '2026-12-04'));
});

it('she stops when she wants to, with or without the places that she has', async () => {
  const series = await aSeries(district, short);
  const [keeps, gives] = [await aVolunteer(district), await aVolunteer(district)];
  const path = await aRegular(series, keeps);
  await aRegular(series, gives);
  await district.settle();
  await keeps.caller.post(`${path}/me/end`, { places: 'keep' });
  await gives.caller.post(`${path}/me/end`, { places: 'giveBack' });
  await district.settle();
  expect(await daysOf(keeps.caller)).toEqual(allDays);
  expect(await daysOf(gives.caller)).toEqual([]);
  expect((await gives.caller.post(`${path}/me/end`, { places: 'keep' })).body.code).toBe('regular.none');
});

it('a pause gives her places back until the leader lets her go on', async () => {
  const series = await aSeries(district, short);
  const person = await aVolunteer(district);
  const path = await aRegular(series, person);
  await district.settle();
  const { regularUpkeep } = district.contexts.scheduling;
  await regularUpkeep.pause(person.volunteerId, 'noShows', district.clock.now);
  await regularUpkeep.pause(person.volunteerId, 'noShows', district.clock.now);
  await district.settle();
  expect(await daysOf(person.caller)).toEqual([]);
  const resumed = await series.leader.post(`${path}/people/${person.volunteerId}/resumption`);
  expect(resumed.body).toMatchObject({ state: 'regular' });
  await district.settle();
  expect(await daysOf(person.caller)).toEqual(allDays);
});

it('a person who withdraws is no regular any more', async () => {
  const series = await aSeries(district, short);
  const person = await aVolunteer(district);
  await aRegular(series, person);
  await district.settle();
  await district.contexts.scheduling.regularUpkeep.endAll(person.volunteerId);
  expect((await series.leader.get(`/regulars/${series.seriesId}/people`)).body.items).toEqual([]);
});

it('who is marked too often as not having come is paused, and goes on when that is over', async () => {
  const series = await aSeries(district, short);
  const person = await aVolunteer(district);
  await aRegular(series, person);
  await district.settle();
  const { volunteerId } = person;
  const { now } = district.clock;
  const tell = (event: DomainEvent) =>
    transact(district.table('attendance').client, {
      event: district.table('attendance').put(EventItem, event, { absent: true }),
    });
  const told = async (of: RegExp) => (await kindsTo(person.caller)).filter((kind: string) => of.test(kind));
  await tell(regularsPaused.make(now, { volunteerId, until: shiftBy(now, 30 * day) }));
  await district.settle();
  expect(await daysOf(person.caller)).toEqual([]);
  expect(await told(/Paused$/)).toEqual(['regularsPaused']);
  await tell(regularsResumed.make(now, { volunteerId, because: 'time' }));
  await district.settle();
  expect(await daysOf(person.caller)).toEqual(allDays);
  expect(await told(/Resumed$/)).toEqual(['regularsResumed']);
});

it('a date that refused a regular asks her again once its times are others', async () => {
  const series = await aSeries(district, short);
  await district.settle();
  const person = await aVolunteer(district);
  const other = await aShift(district, {
    startsAt: instantAt('2026-12-04', '19:00'),
    endsAt: instantAt('2026-12-04', '20:30'),
  });
  await person.caller.post(`/shifts/${other.shiftId}/sign-ups`);
  await aRegular(series, person);
  await district.settle();
  const agenda = async () => (await person.caller.get('/agenda?limit=100')).body.items;
  expect(await agenda()).toHaveLength(allDays.length); // four dates, and the other shift

  const rule = aRule({ startsAt: '09:00', endsAt: '11:00', until: '2026-12-11' });
  const moved = await series.change({ reach: 'all', rule, shift: { places: 3 } });
  expect(moved.status).toBe(200);
  await district.settle();
  const mornings = (await agenda()).filter(({ startsAt }: { startsAt: string }) => startsAt.includes('T01:00'));
  expect(mornings.map(({ startsAt }: { startsAt: string }) => startsAt.slice(0, 10))).toEqual(allDays);
});
