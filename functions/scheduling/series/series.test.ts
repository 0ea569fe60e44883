import { day, dayOf, hour, instantAt } from '@kaifong/shared/kernel/time.ts';
import { addDays } from '@kaifong/shared/scheduling/series/series-rule.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aRule, aSeries } from '../../test/a-series.ts';
import { aShift } from '../../test/a-shift.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
beforeEach(async () => {
  district = await startDistrict();
});
afterEach(() => district.stop());

const shown = (body: { dates: { day: string }[] }) => body.dates.map((date) => date.day);

it('a preview shows the next eight dates, those left out for holidays, and the years that are not announced', async () => {
  const series = await aSeries(district);
  const body = { ...series.body, rule: aRule({ from: '2026-12-25' }) };
  const preview = await series.leader.post('/series/preview', body);
  expect(preview.status).toBe(200);
  expect(shown(preview.body)).toEqual([
    ...['2026-12-25', '2026-12-29', '2027-01-05', '2027-01-08', '2027-01-12', '2027-01-15', '2027-01-19', '2027-01-22'],
  ]);
  expect(preview.body).toMatchObject({ skipped: ['2027-01-01'], unannouncedYears: ['2027'] });
  expect(preview.body.total).toBeUndefined();
});

it('the shifts of eight weeks are made at once, and each day the clock makes those that come near, none twice', async () => {
  const series = await aSeries(district);
  await district.settle();
  const first = await series.shifts();
  expect([...first.keys()].at(0)).toBe('2026-11-27');
  expect([...first.keys()].at(-1)).toBe('2027-01-19');
  expect(first.size).toBe(15);

  await district.redeliver();
  await district.tick();
  expect(await series.shifts()).toEqual(first);

  district.later(3 * day + hour);
  await district.tick();
  await district.tick();
  const later = await series.shifts();
  expect([...later.keys()].at(-1)).toBe('2027-01-22');
  const listed = await series.leader.get('/shifts?team=440103/001/001/T0001&limit=100');
  const starts = listed.body.items.map(({ startsAt }: { startsAt: string }) => startsAt);
  expect(new Set(starts).size).toBe(starts.length);
  expect(listed.body.items.every(({ state }: { state: string }) => state === 'open')).toBe(true);
});

it.each([
  ['an end before the start', { endsAt: '19:00' }, 'rule.endsAt'],
  ['a last day before the first', { until: '2026-11-24' }, 'rule.until'],
  ['a first day that is over', { from: '2026-11-23' }, 'rule.from'],
  ['a clock that is none', { startsAt: '25:00' }, 'rule.startsAt'],
  ['no weekday', { weekdays: [] }, 'rule.weekdays'],
  ['more than a day', { startsAt: '08:00', endsAt: '09:00', overnight: true }, 'rule.endsAt'],
  ['a rule that never happens', { weekdays: ['SU'], holidays: 'workingDays', from: '2027-01-01' }, 'rule.weekdays'],
  ['ten thousand dates', { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], until: '2054-12-31' }, 'rule.until'],
])('%s is refused at its field', async (_, rule, field) => {
  const series = await aSeries(district);
  const refused = await series.leader.post('/series', { ...series.body, rule: aRule(rule) });
  expect(refused.status).toBe(400);
  expect(refused.body.fields).toMatchObject([{ path: field }]);
  expect(refused.body.fields[0].message).not.toMatch(/[{}]/);
});

it('one date is left out and comes back; another is moved, and who has a place goes along', async () => {
  const series = await aSeries(district);
  await district.settle();
  const before = await series.shifts();
  const person = await aVolunteer(district);
  await person.caller.post(`/shifts/${before.get('2026-12-01')}/sign-ups`);
  await district.settle();

  await series.change({ reach: 'this', day: '2026-12-04', instead: 'leftOut' });
  await district.settle();
  expect((await series.shifts()).has('2026-12-04')).toBe(false);
  expect((await series.read()).leftOut).toEqual(['2026-12-04']);
  await series.change({ reach: 'this', day: '2026-12-04', instead: 'asPlanned' });
  await district.settle();
  expect((await series.shifts()).has('2026-12-04')).toBe(true);

  const times = { on: '2026-12-02', startsAt: '18:00', endsAt: '19:00' };
  const moved = await series.change({ reach: 'this', day: '2026-12-01', instead: { ...times, shift: { places: 5 } } });
  expect(moved.status).toBe(200);
  await district.settle();
  const agenda = await person.caller.get('/agenda');
  expect(agenda.body.items).toMatchObject([{ startsAt: instantAt('2026-12-02', '18:00'), state: 'signedUp' }]);
  const old = await series.leader.get(`/shifts/${before.get('2026-12-01')}`);
  expect(old.body.state).toBe('cancelled');
  const told = await person.caller.get('/notifications');
  const kinds = told.body.items.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toContain('placeMoved');
  expect(kinds).not.toContain('shiftCalledOff');
});

it('a change of all dates shows whom it does not fit, and asks before it is made', async () => {
  const series = await aSeries(district);
  await district.settle();
  const shifts = await series.shifts();
  const [fits, doesNot] = [await aVolunteer(district), await aVolunteer(district, { name: '李阿婆' })];
  const on = '2026-12-01';
  for (const { caller } of [fits, doesNot]) await caller.post(`/shifts/${shifts.get(on)}/sign-ups`);
  const other = await aShift(district, { startsAt: instantAt(on, '18:00'), endsAt: instantAt(on, '19:30') });
  await doesNot.caller.post(`/shifts/${other.shiftId}/sign-ups`);

  const change = { reach: 'all', rule: aRule({ startsAt: '19:00', endsAt: '21:00' }), shift: { places: 3 } };
  const preview = await series.leader.post(`${series.path}/changes/preview`, { change });
  expect(preview.body.misfits).toEqual({ people: 1, dates: 1 });
  expect(preview.body.changes).toHaveLength(15);
  expect(preview.body.changes.find((each: { day: string }) => each.day === on)).toMatchObject({
    ...{ kind: 'moved', people: 2 },
    misfits: [{ name: '李阿婆', detail: '和她的其他班次时间冲突' }],
  });

  const asked = await series.change(change);
  expect([asked.status, asked.body.code]).toEqual([409, 'series.misfitsUndecided']);

  const kept = await series.change(change, 'keepDate');
  expect(kept.status).toBe(200);
  await district.settle();
  const dates = (await series.read()).dates as { day: string; startsAt: string }[];
  expect(dates.filter(({ startsAt }) => startsAt.includes('T12:00')).map((date) => date.day)).toEqual([on]);
  expect((await series.shifts()).get(on)).toBe(shifts.get(on));

  const freed = await series.change({ reach: 'this', day: on, instead: 'asPlanned' }, 'free');
  expect(freed.status).toBe(200);
  await district.settle();
  const startsAt = instantAt(on, '19:00');
  expect((await fits.caller.get('/agenda')).body.items).toMatchObject([{ startsAt }]);
  expect((await doesNot.caller.get('/agenda')).body.items).toMatchObject([{ shiftId: other.shiftId }]);
  const told = await doesNot.caller.get('/notifications');
  expect(told.body.items.map(({ kind }: { kind: string }) => kind)).toContain('shiftCalledOff');
});

it('from a date on it goes another way, and before it as before', async () => {
  const series = await aSeries(district);
  await district.settle();
  const rule = aRule({ weekdays: ['TU'], until: '2026-12-31' });
  await series.change({ reach: 'following', day: '2026-12-08', rule, shift: { places: 6 } }, 'free');
  await district.settle();
  const { dates } = await series.read();
  expect(dates.map(({ day: on, places }: { day: string; places: number }) => [on, places])).toEqual([
    ...[
      ['2026-11-27', 3],
      ['2026-12-01', 3],
      ['2026-12-04', 3],
    ],
    ...['2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29'].map((on) => [on, 6]),
  ]);
  expect([...(await series.shifts()).keys()]).toHaveLength(7);
});

it('fewer places than are taken: the date keeps those, and the leader sees why', async () => {
  const series = await aSeries(district);
  await district.settle();
  const on = '2026-12-01';
  for (const { caller } of [await aVolunteer(district), await aVolunteer(district)]) {
    await caller.post(`/shifts/${(await series.shifts()).get(on)}/sign-ups`);
  }
  await series.change({ reach: 'all', rule: aRule(), shift: { places: 1 } });
  await district.settle();
  const { dates } = await series.read();
  const of = (wanted: string) => dates.find((date: { day: string }) => date.day === wanted);
  expect(of(on)).toMatchObject({ places: 3, trouble: expect.stringContaining('已有 2 个名额') });
  expect(of('2026-12-04')).toMatchObject({ places: 1 });
});

it('of two leaders who change it at once the second hears what the first did', async () => {
  const series = await aSeries(district);
  await district.settle();
  const change = { reach: 'all', rule: aRule({ weekdays: ['TU'] }), shift: { places: 3 } };
  const { version } = await series.read();
  const first = await series.leader.post(`${series.path}/changes`, { version, change });
  const second = await series.leader.post(`${series.path}/changes`, { version, change });
  expect([first.status, second.status, second.body.code]).toEqual([200, 409, 'series.changedMeanwhile']);
  expect(second.body.detail).toContain('全部日期');
  const wrongDay = await series.change({ reach: 'this', day: '2026-12-03', instead: 'leftOut' });
  expect(wrongDay.body.code).toBe('series.noSuchDate');
});

it('a shift that the leader called off is not made again', async () => {
  const series = await aSeries(district);
  await district.settle();
  const shiftId = (await series.shifts()).get('2026-12-01');
  await series.leader.post(`/shifts/${shiftId}/cancellation`, { reason: '台风预警' });
  await district.settle();
  district.later(day);
  await district.tick();
  const { dates } = await series.read();
  expect(dates.find((date: { day: string }) => date.day === '2026-12-01')).toMatchObject({
    ...{ shiftId, isCalledOff: true },
  });
});

it('what the rules refuse for a date is told on the page, and the other dates are made', async () => {
  const series = await aSeries(district, { shift: { closesHoursBefore: 168 } });
  await district.settle();
  const { dates } = await series.read();
  const troubled = dates.filter(({ trouble }: { trouble?: string }) => trouble !== undefined);
  expect(troubled.map((date: { day: string }) => date.day)).toEqual(['2026-11-27']);
  expect(troubled[0].trouble).toContain('不能发布');
  const later = await series.leader.get(`/shifts/${dates.at(-1).shiftId}`);
  expect(later.body.state).toBe('open');
});

it('a series that has ended is looked at no more', async () => {
  const series = await aSeries(district, { rule: { until: '2026-12-05' } });
  await district.settle();
  expect((await series.shifts()).size).toBe(3);
  district.clock.now = instantAt(addDays(dayOf(district.clock.now), 30), '03:00');
  await district.tick();
  await district.tick();
  expect((await series.read()).dates).toEqual([]);
});
