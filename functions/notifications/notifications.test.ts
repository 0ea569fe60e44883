import { minute } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShift } from '../test/a-shift.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { anAttendance } from '../test/an-attendance.ts';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';
import { TestClient } from '../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const inboxOf = async (caller: TestClient) => (await caller.get('/notifications')).body.items;
const kindsOf = async (caller: TestClient) => (await inboxOf(caller)).map(({ kind }: { kind: string }) => kind);

describe('a volunteer is told', () => {
  it('that she was let in, or not', async () => {
    const { caller } = await aVolunteer(district);
    const turnedDown = await aVolunteer(district, { state: 'applied' });
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    await coordinator.post(`/volunteers/${turnedDown.volunteerId}/approval`, {
      decision: 'decline',
      reason: '资料不全',
    });
    await district.settle();
    expect(await inboxOf(caller)).toEqual([
      {
        id: expect.stringMatching(/^evt_/),
        at: district.clock.now,
        kind: 'volunteerApproved',
        heading: '登记通过了',
        body: '欢迎加入西关达人！现在可以报名班次了。',
      },
    ]);
    const [declined] = await inboxOf(turnedDown.caller);
    expect(declined.kind).toBe('volunteerDeclined');
    expect(JSON.stringify(declined)).not.toContain('资料不全');
  });

  it('of her place, of a place that became free, and of an offer that lapsed', async () => {
    const { shiftId } = await aShift(district, { places: 1 });
    const [first, second] = [await aVolunteer(district), await aVolunteer(district)];
    district.later(minute);
    await first.caller.post(`/shifts/${shiftId}/sign-ups`);
    await second.caller.post(`/shifts/${shiftId}/waitlist`);
    await first.caller.post(`/shifts/${shiftId}/sign-ups/me/late-cancellation`, { reason: '家里有事' });
    await district.settle();
    expect(await kindsOf(first.caller)).toEqual(expect.arrayContaining(['signedUp', 'signUpCancelled']));
    const [offer] = await inboxOf(second.caller);
    expect(offer).toMatchObject({ kind: 'seatOffered', shiftId });
    expect(offer.body).toMatch(
      /^荔枝湾平安巡逻（\d+月\d+日 \d\d:\d\d）为您留了一个名额，请在 \d+月\d+日 \d\d:\d\d 前确认。$/,
    );
    district.later(31 * minute);
    await district.contexts.scheduling.onTick(district.clock.now);
    await district.settle();
    expect(await kindsOf(second.caller)).toContain('offerLapsed');
  });

  it('of her minutes, in the language in which she reads', async () => {
    const { caller, mobile } = await anAttendance(district, 'confirmed', { minutes: 90 });
    await district.settle();
    expect((await inboxOf(caller))[0]).toMatchObject({ kind: 'serviceConfirmed', heading: '服务时长已确认' });
    const english = new TestClient(district.api, { address: 'a tablet', language: 'en' });
    district.later(minute);
    await english.signIn(mobile, district.sent);
    expect((await inboxOf(english))[0]).toMatchObject({
      heading: 'Your service is confirmed',
      body: expect.stringMatching(/^90 minutes on \d{4}-\d\d-\d\d are in your service records/),
    });
  });

  it('once, however often an event is delivered, and newest first, page by page', async () => {
    const { caller } = await anAttendance(district, 'confirmed', { minutes: 60 });
    await district.settle();
    const before = await inboxOf(caller);
    await district.redeliver();
    expect(await inboxOf(caller)).toEqual(before);
    expect((await kindsOf(caller)).toSorted()).toEqual([
      ...['milestoneFirst', 'serviceConfirmed', 'signedUp', 'volunteerApproved'],
    ]);
    expect(before[0].kind).toBe('serviceConfirmed');
    const page = (await caller.get('/notifications?limit=1')).body;
    const next = (await caller.get(`/notifications?limit=1&cursor=${page.cursor}`)).body;
    expect([...page.items, ...next.items]).toEqual(before.slice(0, 2));
  });

  it('nothing that is meant for others, and one without an account of hers as a volunteer simply nothing', async () => {
    await anAttendance(district, 'confirmed', { minutes: 60 });
    await district.settle();
    expect(await inboxOf(await district.person())).toEqual([]);
    expect(await inboxOf(await district.person({ role: 'teamLeader', scope: home.team }))).toEqual([]);
  });
});
