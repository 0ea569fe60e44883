import { verifyChain } from '@kaifong/shared/attendance/chain.ts';
import { day as dayLength, dayOf } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VolunteerDay } from '../../attendance/attendance.table.ts';
import { DayTotalItem, totalsPartition } from '../../platform/day-totals.ts';
import { transact } from '../../platform/transact.ts';
import { aMerge } from '../../test/a-merge.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import type { TestClient } from '../../test/test-client.ts';
import { aSupervisor } from '../on-call/test-rota.ts';
import { type CareDistrict, startCareDistrict } from '../test-care.ts';
import { aDayServed } from './test-hours.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

type Served = Awaited<ReturnType<typeof aDayServed>>;

const confirm = async ({ counsellorId, day }: Served, minutes: number, supervisor?: TestClient) =>
  (supervisor ?? (await aSupervisor(district))).post(`/care/counsellor-hours/${counsellorId}/confirmation`, {
    day,
    minutes,
  });

async function toConfirm(counsellorId: string) {
  const { body } = await (await aSupervisor(district)).get('/care/counsellor-hours?place=440103&limit=100');
  return body.items.filter((each: { counsellorId: string }) => each.counsellorId === counsellorId);
}

/** Everything that the clock and the events do, each twice and in the wrong order. */
async function booked() {
  await Promise.all([district.tick(), district.tick()]);
  await district.settle();
  await district.redeliver();
}

const totalsLeft = () => district.table('totals').count(DayTotalItem, totalsPartition, { beginsWith: '' }, {});
const recordsOf = async ({ counsellor }: Served) => (await counsellor.caller.get('/service-records')).body.items;
const pointsOf = async ({ counsellor }: Served) => (await counsellor.caller.get('/points')).body;

describe('the hours of a counsellor', () => {
  it('confidentiality 6: are confirmed by a supervisor and enter her records and points as minutes of a day, and nothing else', async () => {
    const served = await aDayServed(district, 90);
    const [listed] = await toConfirm(served.counsellorId);
    expect(listed).toMatchObject({ workName: '木棉', day: served.day, minutes: 90, sessions: 1, isOwn: false });
    await booked();
    expect(await recordsOf(served)).toEqual([]);

    expect(await confirm(served, 90)).toMatchObject({ status: 200, body: { minutes: 90 } });
    await booked();
    expect(await toConfirm(served.counsellorId)).toEqual([]);
    const [record] = await recordsOf(served);
    expect(Object.keys(record).toSorted()).toEqual(
      'community day hash kind minutes previousHash recordedAt revision seq volunteerId'.split(' '),
    );
    expect(record).toMatchObject({ kind: 'dayTotal', minutes: 90, day: served.day, revision: 1 });
    expect((await verifyChain([record])).sound).toBe(true);
    expect(await pointsOf(served)).toMatchObject({ balance: 1, carriedMinutes: 30 });
    expect((await served.counsellor.caller.get('/service-records/total')).body.minutes).toBe(90);
    const { items } = (await served.counsellor.caller.get('/points/entries')).body;
    expect(JSON.stringify(items)).not.toMatch(/sft_|ses_|cas_|cou_/);
    expect(await totalsLeft()).toBe(0);
  });

  it('are confirmed once, anew when a session is set right, and never unseen or before the day is over', async () => {
    const served = await aDayServed(district, 60);
    const early = { ...served, day: dayOf(district.clock.now) };
    expect((await confirm(early, 60)).status).toBe(404);
    expect((await confirm(served, 59)).body).toMatchObject({ code: 'careHours.changed' });
    await Promise.all([confirm(served, 60), confirm(served, 60)]);
    expect((await confirm(served, 60)).status).toBe(200);
    await booked();
    expect((await recordsOf(served)).map(({ minutes }: { minutes: number }) => minutes)).toEqual([60]);

    await served.tell({ outcome: 'held', minutes: 40, reason: '把前后等候的时间也算进去了' });
    expect(await toConfirm(served.counsellorId)).toMatchObject([{ minutes: 40, confirmedBefore: 60 }]);
    expect((await confirm(served, 60)).body).toMatchObject({ code: 'careHours.changed' });
    await confirm(served, 40);
    await booked();
    const [corrected, first] = await recordsOf(served);
    expect([first.minutes, corrected.minutes, corrected.revision]).toEqual([60, -20, 2]);
    expect((await verifyChain([first, corrected])).sound).toBe(true);
    expect(await pointsOf(served)).toMatchObject({ balance: 0, carriedMinutes: 40 });

    await served.tell({ outcome: 'cancelled', reason: '那天其实没有谈成' });
    await confirm(served, 0);
    await booked();
    expect((await served.counsellor.caller.get('/service-records/total')).body.minutes).toBe(0);
    expect(await toConfirm(served.counsellorId)).toEqual([]);
  });

  it('of today wait until tomorrow, and those of oneself for another supervisor', async () => {
    const both = await district.volunteer(
      { role: 'counsellor', scope: '440103' },
      { role: 'careSupervisor', scope: '440103' },
    );
    const served = await aDayServed(district, 45, both);
    district.later(-dayLength);
    expect(await toConfirm(served.counsellorId)).toEqual([]);
    expect((await confirm(served, 45)).body.code).toBe('careHours.notOver');
    district.later(dayLength);
    const self = district.atCare(both.caller);
    const { items } = (await self.get('/care/counsellor-hours?place=440103&limit=100')).body;
    const own = items.find(({ counsellorId }: { counsellorId: string }) => counsellorId === served.counsellorId);
    expect(own).toMatchObject({ isOwn: true });
    expect((await confirm(served, 45, self)).body.code).toBe('careHours.own');
  });

  it('count beside other services up to twelve hours of a day', async () => {
    const served = await aDayServed(district, 120);
    const { volunteerId } = served.counsellor;
    const attendance = district.table('attendance');
    const busy = { volunteerId, day: served.day, checkIns: 2, minutes: 11 * 60, times: [] };
    await transact(attendance.client, { busy: attendance.put(VolunteerDay, busy) });
    await confirm(served, 120);
    await booked();
    expect(await recordsOf(served)).toMatchObject([{ minutes: 60 }]);
    expect(await attendance.get(VolunteerDay, busy)).toMatchObject({ minutes: 12 * 60, checkIns: 2 });
  });

  it('go along when two records become one', async () => {
    const person = await aVolunteer(district.main);
    const served = await aDayServed(district, 120, person);
    const other = await aVolunteer(district.main);
    await aMerge(district.main, { stays: other, goes: person });
    await district.settle();
    expect(await confirm(served, 120)).toMatchObject({ status: 200 });
    await booked();
    expect((await other.caller.get('/service-records/total')).body.minutes).toBe(120);
    expect((await other.caller.get('/points')).body).toMatchObject({ balance: 2 });
  });

  it('of somebody who is on no file any more are taken out and booked nowhere', async () => {
    const gone = await district.volunteer({ role: 'counsellor', scope: '440103' });
    await confirm(await aDayServed(district, 45, gone), 45);
    await booked();
    expect(await totalsLeft()).toBe(0);
  });
});
