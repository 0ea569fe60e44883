import { day, hour, instantAt, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { defaultChoice } from '@kaifong/shared/notifications/settings.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aHandover } from '../test/a-handover.ts';
import { anActivity, aShift } from '../test/a-shift.ts';
import { aMember, aTeam } from '../test/a-team.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { startDistrict, type TestDistrict } from '../test/district.ts';
import type { TestClient } from '../test/test-client.ts';

let district: TestDistrict;
beforeEach(async () => {
  district = await startDistrict();
});
afterEach(() => district.stop());

const inTheNight = instantAt('2026-11-26', '23:00');
const inTheMorning = instantAt('2026-11-27', '07:00');
const startsAt = instantAt('2026-11-28', '20:00');

/** Moves the clock to a moment, has everything its consequences, and what is due sent. */
async function tickAt(instant: string): Promise<void> {
  district.clock.now = instant;
  await district.settle();
  await district.tick();
  await district.settle();
}

const went = (kind: string) => district.messages.filter((message) => message.kind === kind);

async function choose(caller: TestClient, change: object): Promise<void> {
  const { version } = (await caller.get('/notice-choice')).body;
  expect((await caller.put('/notice-choice', { ...defaultChoice, version, ...change })).status).toBe(200);
}

async function onShift() {
  const shift = await aShift(district, { startsAt });
  const person = await aVolunteer(district);
  expect((await person.caller.post(`/shifts/${shift.shiftId}/sign-ups`)).status).toBe(201);
  await district.settle();
  return { ...shift, ...person };
}

it('of two places that a shift was moved to in the night, only the one that it has in the morning is told outside', async () => {
  const { shiftId, leader } = await onShift();
  const { place: arch } = anActivity();
  const [park, square] = [
    { ...arch, name: '荔湾湖公园北门' },
    { ...arch, name: '沙面公园' },
  ];
  district.clock.now = inTheNight;
  await leader.put(`/team-shifts/${shiftId}/place`, { seen: arch, place: park });
  district.later(minute);
  await leader.put(`/team-shifts/${shiftId}/place`, { seen: park, place: square });
  await tickAt(shiftBy(inTheNight, 2 * minute));
  expect(went('shiftRelocated')).toEqual([]);
  await tickAt(inTheMorning);
  expect(went('shiftRelocated').map(({ body }) => body)).toEqual([
    expect.stringContaining('由“荔湾湖公园北门”改为“沙面公园”'),
  ]);
});

it('a word to all in a shift does not reach one who gave the place back in the night, and reaches the others once', async () => {
  const { shiftId, leader, caller, mobile } = await onShift();
  const stays = await aVolunteer(district);
  await stays.caller.post(`/shifts/${shiftId}/sign-ups`);
  district.clock.now = inTheNight;
  await leader.post('/boards/messages', { shiftId, text: '请带雨衣' });
  await tickAt(inTheNight);
  expect((await caller.delete(`/shifts/${shiftId}/sign-ups/me`)).status).toBe(200);
  await district.redeliver();
  await tickAt(inTheMorning);
  await tickAt(shiftBy(inTheMorning, minute));
  const to = went('shiftMessage').map((message) => message.to);
  expect(to).toEqual([`+86${stays.mobile}`]);
  expect(to).not.toContain(`+86${mobile}`);
});

it('nobody is asked in the morning for a place that is not given away any more', async () => {
  district.clock.now = inTheNight;
  const { giver, taker, path } = await aHandover(district, { shift: { startsAt } });
  await tickAt(inTheNight);
  expect(went('handoverOffered')).toEqual([]);
  expect((await giver.caller.delete(path)).status).toBe(200);
  await tickAt(inTheMorning);
  expect(went('handoverOffered')).toEqual([]);
  const { items } = (await taker.caller.get('/sent-messages')).body;
  expect(items).toMatchObject([{ state: 'dropped' }]);
  await aHandover(district, { shift: { startsAt: shiftBy(startsAt, day) } });
  await tickAt(inTheMorning);
  expect(went('handoverOffered')).toHaveLength(1);
});

it('a leader hears at once of one who cannot come after all, digest or not, and not when the shift is off by then', async () => {
  const team = await aTeam(district);
  const head = await aMember(district, team);
  await team.coordinator.post(`${team.path}/members/${head.volunteerId}/role`, { role: 'leader' });
  await choose(head.caller, { digestAt: '18:00' });
  const cancelLate = async (at: string, isOff: boolean) => {
    const begins = shiftBy(at, 20 * hour);
    const { shiftId, leader } = await aShift(district, { teamScope: team.team, startsAt: begins });
    const { caller } = await aMember(district, team);
    await caller.post(`/shifts/${shiftId}/sign-ups`);
    district.clock.now = at;
    await caller.post(`/shifts/${shiftId}/sign-ups/me/late-cancellation`, { reason: '家里有事' });
    await district.settle();
    if (isOff) await leader.post(`/shifts/${shiftId}/cancellation`, { reason: '台风预警' });
    await tickAt(at);
  };
  await cancelLate(instantAt('2026-11-26', '10:00'), false);
  expect(went('cancelledLate')).toHaveLength(1);
  expect(went('cancelledLate')[0]?.to).toBe(`+86${head.mobile}`);
  await cancelLate(inTheNight, true);
  await tickAt(inTheMorning);
  expect(went('cancelledLate')).toHaveLength(1);
});

it('what is told of a shift after it has begun is of use for longer than until its beginning', async () => {
  const { shiftId, leader, caller } = await onShift();
  await choose(caller, { channels: { ...defaultChoice.channels, other: ['sms'] }, quiet: undefined });
  district.clock.now = shiftBy(startsAt, hour);
  await leader.post('/boards/messages', { shiftId, text: '改到后门集合' });
  await tickAt(shiftBy(startsAt, hour));
  expect(went('shiftMessage')).toHaveLength(1);
});
