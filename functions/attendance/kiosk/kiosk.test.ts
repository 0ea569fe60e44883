import { hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { anAttendance } from '../../test/an-attendance.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const codeOf = async (caller: TestClient) => (await caller.get('/attendance-passes/mine')).body.code;

/** A tablet by the door of a shift, with somebody who has a place. */
async function aDoor() {
  const attendance = await anAttendance(district, 'expected');
  const { leader, shiftId } = attendance;
  const kiosk = (await leader.post(`/attendance-kiosks/${shiftId}`)).body;
  const desk = `/kiosk-desks/${kiosk.path.replace('/kiosk/', '')}`;
  const tablet = district.stranger();
  const enter = (code: string, what: 'in' | 'out' = 'in', more = {}) =>
    tablet.post(`${desk}/entries`, { code, what, ...more });
  return { ...attendance, kiosk, desk, tablet, enter };
}

describe('a kiosk', () => {
  it('checks in and out whoever shows her code, stays marked so, and shows no name whole', async () => {
    const { caller, leader, shiftId, volunteerId, tablet, desk, enter, startsAt } = await aDoor();
    expect((await tablet.get(desk)).body).toEqual({
      ...{ title: '荔枝湾平安巡逻', startsAt, endsAt: shiftBy(startsAt, 2 * hour) },
      opensAt: shiftBy(startsAt, -30 * minute),
    });
    const { path } = (await caller.get('/attendance-passes/mine')).body;
    const came = await enter(`https://kaifong.example${path}`);
    expect([came.status, came.body]).toEqual([201, { maskedName: '陈*明', state: 'here', at: district.clock.now }]);
    expect((await enter(await codeOf(caller))).body.code).toBe('attendance.alreadyCheckedIn');
    district.later(hour);
    expect((await enter(await codeOf(caller), 'out')).body.state).toBe('left');
    expect((await leader.post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`)).status).toBe(201);
    expect((await caller.get('/service-records')).body.items[0].ways).toEqual(['kiosk']);
  });

  it('takes a number only together with the code of the same person', async () => {
    const { caller, enter } = await aDoor();
    const number = async (of: TestClient) => (await of.get('/volunteers/me')).body.number;
    const other = await aVolunteer(district);
    const wrong = await enter(await codeOf(caller), 'in', { number: await number(other.caller) });
    expect(wrong.body.code).toBe('kiosk.unknown');
    const typed = (await number(caller)).toLowerCase().replace(/(\d{4})/, ' $1 ');
    expect((await enter(await codeOf(caller), 'in', { number: typed })).body.state).toBe('here');
    expect((await enter('K7QM-2XPD', 'out', { number: '12' })).body.fields[0].path).toBe('number');
  });

  it('takes no code that is old, made up, or of somebody without a place, and closes after a hundred of them', async () => {
    const { caller, enter, leader, shiftId } = await aDoor();
    const old = await codeOf(caller);
    district.later(minute);
    const stranger = await aVolunteer(district);
    for (const code of [old, 'K7QM-2XPD', '二维码', await codeOf(stranger.caller)]) {
      expect((await enter(code)).body.code).toBe('kiosk.unknown');
    }
    const [{ wrong }] = (await leader.get(`/attendance-kiosks/${shiftId}`)).body.items;
    expect(wrong).toBe(3);
    for (let more = wrong; more < 100; more += 1) await enter('K7QM-2XPD');
    expect((await enter(await codeOf(caller))).body.code).toBe('kiosk.over');
  });

  it('ends when the leader closes it, and with the shift', async () => {
    const { caller, leader, shiftId, kiosk, enter, tablet, desk } = await aDoor();
    const close = () => leader.post(`/attendance-kiosks/${shiftId}/${kiosk.kioskId}/closing`);
    const closedAt = district.clock.now;
    expect((await close()).body.closedAt).toBe(closedAt);
    district.later(minute);
    expect((await close()).body.closedAt).toBe(closedAt);
    expect((await enter(await codeOf(caller))).body).toMatchObject({
      code: 'kiosk.over',
      detail: '这个签到台已经关闭。请找队长，或用自己的手机签到。',
    });
    expect((await tablet.get(desk)).body.code).toBe('kiosk.over');

    const second = await aDoor();
    district.clock.now = second.kiosk.endsAt;
    expect((await second.tablet.get(second.desk)).status).toBe(200);
    district.later(1);
    expect((await second.tablet.get(second.desk)).body.code).toBe('kiosk.over');
    const again = await second.leader.post(`/attendance-kiosks/${second.shiftId}`);
    expect(again.body.code).toBe('kiosk.shiftOver');
  });

  it('is of its own shift: an address with another shift, or that nobody gave, is none', async () => {
    const [one, other] = [await aDoor(), await aDoor()];
    const [shift] = other.desk.replace('/kiosk-desks/', '').split('.');
    const [, kiosk, mark] = one.desk.split('.');
    expect((await one.tablet.get(`/kiosk-desks/${shift}.${kiosk}.${mark}`)).status).toBe(404);
    expect((await one.enter(await codeOf(other.caller))).body.code).toBe('kiosk.unknown');
  });

  it('is of one tablet: its address, photographed, takes nobody in from home', async () => {
    const { caller, leader, shiftId, desk, enter, tablet } = await aDoor();
    const friend = await aVolunteer(district);
    await friend.caller.post(`/shifts/${shiftId}/sign-ups`);
    const home = district.stranger();
    expect((await home.get(desk)).status).toBe(200);
    // Guessing binds nothing, and of two who come first at once one is the tablet.
    await home.post(`${desk}/entries`, { code: 'K7QM-2XPD', what: 'in' });
    expect((await enter(await codeOf(friend.caller))).body.state).toBe('here');
    const fromHome = await home.post(`${desk}/entries`, { code: await codeOf(caller), what: 'in' });
    expect([fromHome.status, fromHome.body.code]).toEqual([409, 'kiosk.elsewhere']);
    expect(fromHome.body.detail).toContain('请到门口的平板，或扫队长屏幕上的码');
    expect((await home.get(desk)).body.code).toBe('kiosk.elsewhere');
    expect((await caller.get(`/shifts/${shiftId}/my-attendance`)).body.state).toBe('expected');
    expect((await tablet.get(desk)).status).toBe(200);
    expect((await enter(await codeOf(caller))).body.state).toBe('here');
    const [{ wrong }] = (await leader.get(`/attendance-kiosks/${shiftId}`)).body.items;
    expect(wrong).toBe(1);
  });

  it('that two browsers come to at the same moment is of one of them', async () => {
    const { caller, shiftId, desk } = await aDoor();
    const friend = await aVolunteer(district);
    await friend.caller.post(`/shifts/${shiftId}/sign-ups`);
    const codes = [await codeOf(caller), await codeOf(friend.caller)];
    const answers = await Promise.all(
      codes.map((code) => district.stranger().post(`${desk}/entries`, { code, what: 'in' })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('there are at most ten of a shift', async () => {
    const { leader, shiftId } = await aDoor();
    for (let more = 1; more < 10; more += 1) await leader.post(`/attendance-kiosks/${shiftId}`);
    expect((await leader.post(`/attendance-kiosks/${shiftId}`)).body.code).toBe('kiosk.tooMany');
  });
});
