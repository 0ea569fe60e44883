import { day, hour, instantAt, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { elsewhere, home } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { anEscalation, type CareDistrict, startCareDistrict } from '../test-care.ts';
import { aDuty, aMember, aPlannedDuty, aSupervisor, planDuty } from './test-rota.ts';

let district: CareDistrict;
let supervisor: TestClient;
beforeEach(async () => {
  district = await startCareDistrict();
  supervisor = await aSupervisor(district);
});
afterEach(() => district.stop());

/** The clock ticks once a minute, for so many minutes. */
async function pass(minutes: number) {
  for (let passed = 0; passed < minutes; passed += 1) {
    district.later(minute);
    await district.care.escalations.onTick(district.clock.now);
  }
}

const calls = () => district.pages.map(({ reason, level, called, phones }) => [reason, level, called, phones]);
const rota = async (place: string = home.street) => (await supervisor.get(`/care/rota?place=${place}`)).body;

/** As a volunteer, so that she serves nowhere. */
function suspend(volunteerId: string) {
  const eligibility = district.volunteers.get(volunteerId);
  if (eligibility) district.volunteers.set(volunteerId, { ...eligibility, active: false });
}

describe('a crisis', () => {
  it('calls the first on duty, five minutes later the deputy, and at the first deadline everybody', async () => {
    const { first, deputy } = await aPlannedDuty(district);
    await anEscalation(district);
    await pass(4);
    expect(calls()).toEqual([['opened', 0, 'first', [first.phone]]]);
    await pass(10);
    expect(calls().slice(1)).toEqual([['deputy', 0, 'deputy', [deputy.phone]]]);
    await pass(1);
    expect(calls().slice(2)).toEqual([['notAcknowledged', 1, 'everyone', [first.phone, deputy.phone]]]);
  });

  it('leaves the deputy alone when the first takes it in time', async () => {
    const { first } = await aPlannedDuty(district);
    const { escalationId } = await anEscalation(district);
    expect((await first.caller.post(`/care/escalations/${escalationId}/acknowledgement`)).status).toBe(200);
    await pass(29);
    expect(calls()).toHaveLength(1);
  });

  it('calls everybody where nobody is on duty, and says so to whoever answers', async () => {
    const someone = await aMember(district, '阿甲', 1);
    await planDuty(supervisor, aDuty(district, someone.member, { from: shiftBy(district.clock.now, hour) }));
    const { escalationId } = await anEscalation(district);
    expect(calls()).toEqual([['opened', 0, 'everyone', []]]);
    const { items } = (await someone.caller.get(`/care/escalations?place=${home.street}`)).body;
    expect(items).toMatchObject([{ escalationId, isUnmanned: true }]);
  });

  it('passes over whoever has lost the role or is suspended as a volunteer', async () => {
    const { caller, volunteerId } = await district.volunteer({ role: 'onCall', scope: home.street });
    const first = district.atCare(caller);
    await first.post('/care/own-duties/card', { workName: '阿乙', mobile: '13811110050' });
    const deputy = await aMember(district, '阿丙', 51);
    const { members } = await rota();
    const member = members.find(({ workName }: { workName: string }) => workName === '阿乙').member;
    await planDuty(supervisor, aDuty(district, member, { deputy: deputy.member }));
    suspend(volunteerId);
    expect((await rota()).duties).toMatchObject([{ first: { mayAnswer: false }, deputy: { mayAnswer: true } }]);
    await anEscalation(district);
    expect(calls()).toEqual([['opened', 0, 'first', [deputy.phone]]]);
    await pass(14);
    expect(calls()).toHaveLength(1);
  });

  it('in a street without a rota goes to whoever is on duty for the district', async () => {
    const { member, phone } = await aMember(district, '阿己', 60, '440103');
    await planDuty(supervisor, aDuty(district, member, { place: '440103' }));
    await anEscalation(district);
    expect(calls()).toEqual([['opened', 0, 'first', [phone]]]);
  });
});

describe('a rota', () => {
  it('shows who is on when and where the gaps are, over midnight and to the end of 14 days', async () => {
    const { member } = await aMember(district, '阿甲', 1);
    const night = { from: instantAt('2026-11-24', '20:00'), until: instantAt('2026-11-25', '08:00') };
    await planDuty(supervisor, aDuty(district, member, night));
    const { now } = district.clock;
    const { duties, gaps, until } = await rota();
    expect(duties).toMatchObject([{ ...night, first: { workName: '阿甲', mayAnswer: true }, version: 0 }]);
    expect(gaps).toEqual([
      { from: now, until: night.from },
      { from: night.until, until: shiftBy(now, 14 * day) },
    ]);
    expect(until).toBe(shiftBy(now, 14 * day));
  });

  it('takes one of two supervisors who plan the same hours at once', async () => {
    const { member } = await aMember(district, '阿甲', 1);
    const other = await aSupervisor(district);
    const answers = await Promise.all([
      supervisor.post('/care/rota/duties', aDuty(district, member)),
      other.post('/care/rota/duties', aDuty(district, member, { from: district.clock.now })),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('care.rotaOverlap');
    expect((await rota()).duties).toHaveLength(1);
  });

  it('changes a duty as it was seen only, and takes it off once', async () => {
    const { first, deputy, duty } = await aPlannedDuty(district);
    const change = (body: object) => supervisor.post('/care/rota/duties/people', { ...duty, ...body });
    expect((await change({ first: deputy.member })).body).toMatchObject({ version: 1 });
    expect((await change({ first: first.member })).body.code).toBe('care.dutyChanged');
    const removals = await Promise.all(
      [1, 2].map(() => supervisor.post('/care/rota/duties/removal', { ...duty, version: 1 })),
    );
    expect(removals.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await rota()).duties).toEqual([]);
  });

  it('refuses a duty that is over, too long, turned round, or of people who cannot be on duty there', async () => {
    const [{ member }, far] = [
      await aMember(district, '阿甲', 1),
      await district.person({ role: 'onCall', scope: elsewhere.street }),
    ];
    await far.post('/care/own-duties/card', { workName: '阿远', mobile: '13811110070' });
    const farMember = (await rota(elsewhere.street)).members[0].member;
    const { now } = district.clock;
    const plan = async (overrides: object) =>
      (await supervisor.post('/care/rota/duties', { ...aDuty(district, member), ...overrides })).body;
    expect((await plan({ from: shiftBy(now, -2 * hour), until: now })).code).toBe('care.rotaPast');
    expect((await plan({ until: shiftBy(now, 8 * day) })).fields).toMatchObject([{ path: 'until' }]);
    expect((await plan({ until: shiftBy(now, -2 * hour) })).fields).toMatchObject([{ path: 'until' }]);
    expect((await plan({ deputy: member })).fields).toMatchObject([{ path: 'deputy' }]);
    expect((await plan({ place: home.community })).fields).toMatchObject([{ path: 'place' }]);
    expect((await plan({ first: farMember })).code).toBe('care.cannotBeOnDuty');
    expect((await plan({ first: 'x'.repeat(43) })).code).toBe('care.cannotBeOnDuty');
  });
});

describe('a swap', () => {
  it('leaves the duty with the one who offers it until the colleague takes it on', async () => {
    const { first, duty } = await aPlannedDuty(district);
    const colleague = await aMember(district, '阿庚', 80);
    const offer = await first.caller.post('/care/own-duties/offer', { ...duty, slot: 'first', to: colleague.member });
    expect(offer.body).toMatchObject({ version: 1 });
    expect((await first.caller.get('/care/own-duties')).body.duties).toMatchObject([{ offeredTo: '阿庚' }]);
    await anEscalation(district);
    expect(district.pages[0]?.phones).toEqual([first.phone]);
    const { offers } = (await colleague.caller.get('/care/own-duties')).body;
    expect(offers).toMatchObject([{ by: '阿丁', slot: 'first', beside: '阿戊' }]);
    const accept = { ...duty, version: 1, accept: true };
    expect((await colleague.caller.post('/care/own-duties/answer', accept)).body).toMatchObject({ version: 2 });
    await anEscalation(district);
    expect(district.pages.at(-1)?.phones).toEqual([colleague.phone]);
    expect((await first.caller.get('/care/own-duties')).body.duties).toEqual([]);
  });

  it('can be declined and taken back, and nobody else answers it or offers what is not theirs', async () => {
    const { first, deputy, duty } = await aPlannedDuty(district);
    const colleague = await aMember(district, '阿庚', 80);
    const offer = (caller: TestClient, version: number, to = colleague.member) =>
      caller.post('/care/own-duties/offer', { ...duty, version, slot: 'first', to });
    const answer = (caller: TestClient, version: number, accept: boolean) =>
      caller.post('/care/own-duties/answer', { ...duty, version, accept });
    expect((await offer(deputy.caller, 0)).body.code).toBe('care.dutyChanged');
    expect((await offer(first.caller, 0, deputy.member)).body.code).toBe('care.cannotBeOnDuty');
    expect((await answer(first.caller, 0, false)).body.code).toBe('care.dutyChanged');
    expect((await offer(first.caller, 0)).status).toBe(200);
    expect((await answer(deputy.caller, 1, true)).body.code).toBe('care.dutyChanged');
    expect((await answer(first.caller, 1, true)).body.code).toBe('care.dutyChanged');
    expect((await answer(colleague.caller, 1, false)).status).toBe(200);
    expect((await offer(first.caller, 2)).status).toBe(200);
    expect((await answer(first.caller, 3, false)).status).toBe(200);
    expect((await answer(colleague.caller, 3, true)).body.code).toBe('care.dutyChanged');
    expect((await rota()).duties).toMatchObject([{ first: { workName: '阿丁' }, isOffered: false, version: 4 }]);
  });
});

describe('a gap', () => {
  it('is told to the supervisors three days before, the day before and on the day, once each morning', async () => {
    const { member } = await aMember(district, '阿甲', 1);
    // From the 24th, ten in the morning, until the 29th, ten in the evening.
    await planDuty(supervisor, aDuty(district, member, { until: instantAt('2026-11-29', '22:00') }));
    const told: string[] = [];
    for (let hours = 0; hours < 6 * 24; hours += 1) {
      district.later(hour);
      const before = district.pages.length;
      await Promise.all([1, 2].map(() => district.care.rotaWatch.onTick(district.clock.now)));
      if (district.pages.length > before) told.push(district.clock.now);
    }
    expect(told).toEqual(['26', '28', '29', '30'].map((date) => instantAt(`2026-11-${date}`, '09:00')));
    expect(district.pages[0]).toMatchObject({ reason: 'rotaGap', level: 2, place: home.street, called: 'everyone' });
  });

  it('is told of when whoever is on duty may no longer answer', async () => {
    const { caller, volunteerId } = await district.volunteer({ role: 'onCall', scope: home.street });
    await district.atCare(caller).post('/care/own-duties/card', { workName: '阿乙', mobile: '13811110050' });
    const { members } = await rota();
    await planDuty(supervisor, aDuty(district, members[0].member, { until: shiftBy(district.clock.now, 6 * day) }));
    suspend(volunteerId);
    district.later(day);
    await district.care.rotaWatch.onTick(district.clock.now);
    expect(district.pages).toMatchObject([{ reason: 'rotaGap' }]);
  });
});
