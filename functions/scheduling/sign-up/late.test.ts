import { day, hour } from '@kaifong/shared/kernel/time.ts';
import type { ShiftRole } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCrew, type Crew } from '../../test/a-crew.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
let crew: Crew;
beforeAll(async () => {
  district = await startDistrict();
  crew = await aCrew(district);
});
afterAll(() => district.stop());

/** Each test has days of its own, so that what earlier ones left in an agenda is not in its way. */
beforeEach(() => district.later(3 * day));

const noticesOf = async (who: TestClient): Promise<{ heading: string; body: string }[]> => {
  await district.settle();
  return (await who.get('/notifications')).body.items;
};

describe('who cancels late', () => {
  it('says why in the last day, and not before', async () => {
    const { mei, shift, signUp } = crew;
    const { shiftId } = await shift();
    const path = `/shifts/${shiftId}/sign-ups/me`;
    await signUp(mei, shiftId);
    expect((await mei.delete(path)).status).toBe(200);
    await signUp(mei, shiftId);
    district.later(hour);
    expect((await mei.delete(path)).body).toMatchObject({ code: 'shift.reasonNeeded' });
    expect((await mei.post(`${path}/late-cancellation`, { reason: '' })).status).toBe(400);
    const given = await mei.post(`${path}/late-cancellation`, { reason: '家里老人要照顾' });
    expect(given.body).toEqual({ shiftId, state: 'cancelled' });
    await district.settle();
  });
});

describe('places below those taken', () => {
  it('go only with those whom the leader names, who are told why', async () => {
    const { leader, mei, lan, jun, shift, signUp, names } = crew;
    const { shiftId } = await shift();
    for (const who of [mei, lan, jun]) await signUp(who, shiftId);
    const set = (body: object) => leader.put(`/shifts/${shiftId}/places`, body);
    expect((await set({ places: 2 })).body).toMatchObject({ code: 'shift.placesTaken' });
    const { items } = (await leader.get(`/shifts/${shiftId}/sign-ups`)).body;
    const leaving = items.flatMap(({ name, volunteerId }: { name: string; volunteerId: string }) =>
      name === '黄俊' ? [volunteerId] : [],
    );
    expect((await set({ places: 2, leaving })).body).toMatchObject({ code: 'shift.placesTaken' });
    const all = items.map(({ volunteerId }: { volunteerId: string }) => volunteerId);
    const tooMany = await set({ places: 2, leaving: all, reason: '场地变小' });
    expect(tooMany.body).toMatchObject({ code: 'shift.tooManyLeave', detail: expect.stringContaining('1') });
    const lowered = await set({ places: 2, leaving, reason: '场地变小' });
    expect(lowered.body).toMatchObject({ places: 2, freePlaces: 0 });
    expect(await names(shiftId)).toEqual(['李兰', '陈小梅']);
    expect((await jun.get('/agenda')).body.items).toEqual([]);
    expect(JSON.stringify(await noticesOf(jun))).toContain('场地变小');
  });

  it('are told to the second of two leaders who change them at once', async () => {
    const { leader, shift } = crew;
    const { shiftId } = await shift();
    const set = (body: object) => leader.put(`/shifts/${shiftId}/places`, body);
    expect((await set({ places: 5, seen: 3 })).status).toBe(200);
    const second = await set({ places: 4, seen: 3 });
    expect(second.body).toMatchObject({ code: 'shift.placesMoved', detail: expect.stringMatching(/3.*5/) });
  });

  it('are changed role by role where there are roles', async () => {
    const { leader, mei, shift, wait, seen } = crew;
    const medic: ShiftRole = { number: 2, name: '急救', skills: ['firstAid'], fewest: 1, most: 1 };
    const guide: ShiftRole = { number: 1, name: '引导', skills: [], fewest: 2, most: 2 };
    const { shiftId } = await shift({ places: 3, roles: [guide, medic] });
    const set = (body: object) => leader.put(`/shifts/${shiftId}/places`, body);
    const stranger = (await aVolunteer(district, { skills: ['driving'] })).caller;
    expect((await set({ places: 4 })).body.code).toBe('shift.placesByRole');
    expect((await set({ places: 4, role: 3 })).body.code).toBe('shift.roleUnknown');
    const fewer = await set({ places: 1, role: 1 });
    expect(fewer.body).toMatchObject({ places: 2, roles: [{ most: 1, fewest: 1 }, { most: 1 }] });
    await stranger.post(`/shifts/${shiftId}/sign-ups`);
    const other = (await aVolunteer(district, { skills: ['driving'] })).caller;
    expect((await wait(other, shiftId)).status).toBe(201);
    expect((await set({ places: 2, role: 2 })).body).toMatchObject({ places: 3, freePlaces: 2 });
    expect(await seen(other, shiftId)).toMatchObject({ mine: 'waiting' });
    expect((await mei.post(`/shifts/${shiftId}/sign-ups`)).status).toBe(201);
    expect((await set({ places: 2, role: 1 })).body).toMatchObject({ places: 4 });
    expect(await seen(other, shiftId)).toMatchObject({ mine: 'offered' });
  });
});

describe('a team that comes first', () => {
  it('has the places to itself until the time that its leader said', async () => {
    const { mei, shift, signUp, seen } = crew;
    const teamFirstUntil = new Date(Date.parse(district.clock.now) + 2 * hour).toISOString();
    const { shiftId } = await shift({ mode: 'teamFirst', teamFirstUntil });
    expect((await signUp(mei, shiftId)).body.code).toBe('shift.teamFirst');
    expect(await seen(mei, shiftId)).toMatchObject({ refusal: { code: 'shift.teamFirst' } });
    district.later(2 * hour);
    expect((await signUp(mei, shiftId)).status).toBe(201);
  });
});

describe('a shift whose leader chooses', () => {
  it('takes nobody who was not asked', async () => {
    const { mei, shift, signUp, wait } = crew;
    const { shiftId } = await shift({ mode: 'assigned' });
    expect((await signUp(mei, shiftId)).body.code).toBe('shift.byAssignment');
    expect((await wait(mei, shiftId)).body.code).toBe('shift.byAssignment');
    const invited = await shift({ mode: 'invitation' });
    expect((await signUp(mei, invited.shiftId)).body.code).toBe('shift.byInvitation');
  });
});

describe('what a shift says of itself', () => {
  const change = (shiftId: string, seen: object, wanted: object) =>
    crew.leader.put(`/team-shifts/${shiftId}`, { seen, wanted });

  it('is changed by one leader, and the second is told what the first made of it', async () => {
    const { shiftId } = await crew.shift({ state: 'draft', risk: 'raised', insurance: '意外险一' });
    const seen = { insurance: '意外险一' };
    const first = await change(shiftId, seen, { insurance: '意外险二', riskNotice: '请戴头盔' });
    expect(first.body).toMatchObject({ insurance: '意外险二', riskNotice: '请戴头盔', freePlaces: 3 });
    const second = await change(shiftId, seen, { insurance: '意外险三' });
    expect(second.body).toMatchObject({ status: 409, code: 'shift.changedMeanwhile' });
    expect(second.body.fields).toMatchObject([
      { path: 'insurance', message: expect.stringContaining('意外险二') },
      { path: 'riskNotice', message: expect.stringContaining('请戴头盔') },
    ]);
  });

  it('stays as people confirmed it once they can sign up', async () => {
    const said = { insurance: '意外险一', riskNotice: '请戴头盔' };
    const { shiftId } = await crew.shift({ risk: 'raised', ...said });
    expect((await change(shiftId, said, { ...said, insurance: '没有' })).body.code).toBe('shift.riskFixed');
    const closing = { ...said, signUpClosesAt: district.clock.now };
    expect((await change(shiftId, said, closing)).body.fields).toMatchObject([{ path: 'signUpClosesAt' }]);
    expect((await change(shiftId, said, { ...said, mode: 'assigned' })).body).toMatchObject({ mode: 'assigned' });
    expect((await change(shiftId, { ...said, mode: 'assigned' }, { ...said, mode: 'teamFirst' })).status).toBe(400);
  });
});
