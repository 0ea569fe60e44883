import { day, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { MeetingPlace } from '@kaifong/shared/scheduling/schema.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCrew, type Crew } from '../../test/a-crew.ts';
import { aHandover, aPair, must } from '../../test/a-handover.ts';
import { anActivity, aShift } from '../../test/a-shift.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { heldClient } from '../../test/held-client.ts';
import type { TestClient } from '../../test/test-client.ts';

const held = heldClient();
let district: TestDistrict;
let crew: Crew;
beforeAll(async () => {
  district = await startDistrict({ wrap: held.wrap });
  crew = await aCrew(district);
});
afterAll(() => district.stop());

/** Each test has days of its own, so that what earlier ones left in an agenda is not in its way. */
beforeEach(() => district.later(3 * day));

const { place: arch } = anActivity();
const park: MeetingPlace = { name: '荔湾湖公园北门', address: '龙津西路 155 号', longitude: 113.231, latitude: 23.123 };

const relocate = (shiftId: string, place: object, seen: MeetingPlace = arch, who = crew.leader) =>
  who.put(`/team-shifts/${shiftId}/place`, { seen, place });
const told = async (who: TestClient) =>
  (await who.get('/notifications?limit=100')).body.items.filter(
    ({ kind }: { kind: string }) => kind === 'shiftRelocated',
  );
const placesIn = async (who: TestClient) =>
  (await who.get('/agenda')).body.items.map(({ placeName }: { placeName: string }) => placeName);

describe('a shift that meets elsewhere', () => {
  it('says so everywhere, and tells those who have a place once, in their language', async () => {
    const { mei, lan, jun, shift, signUp, wait, seen } = crew;
    const { shiftId } = await shift({ places: 1 });
    await signUp(mei, shiftId);
    await wait(lan, shiftId);
    const answer = await relocate(shiftId, park);
    expect([answer.status, answer.body]).toMatchObject([200, { place: park, freePlaces: 0 }]);
    expect(answer.body).not.toHaveProperty('relocatedAt');
    await district.settle();
    await district.redeliver();
    expect(await placesIn(mei)).toEqual([park.name]);
    expect(await placesIn(lan)).toEqual([park.name]);
    expect(await seen(jun, shiftId)).toMatchObject({ place: park });
    const [notice, ...more] = await told(mei);
    expect(more).toEqual([]);
    expect(notice.body).toContain('集合地点由“荔枝湾涌牌坊”改为“荔湾湖公园北门（龙津西路 155 号）”');
    expect((await told(mei.reading('en')))[0].body).toContain(
      'does not meet at 荔枝湾涌牌坊 any more, but at 荔湾湖公园北门',
    );
    expect((await told(mei.reading('zh-Hant')))[0].heading).toBe('班次地點改了');
    expect(await told(lan)).toEqual([]);
  });

  it('is the same entry of a calendar, with a higher sequence and the new place', async () => {
    const { jun, shift, signUp } = crew;
    const { shiftId } = await shift();
    await signUp(jun, shiftId);
    const { path } = (await jun.post('/calendar-addresses/me')).body;
    const entry = async () => {
      const text: string = (await district.stranger().get(path.replace('/api', ''))).body;
      const [mine = ''] = text.split('BEGIN:VEVENT').filter((each) => each.includes(shiftId));
      const line = (name: string) => mine.match(new RegExp(`^${name}:(.*)$`, 'm'))?.[1]?.trim();
      return { uid: line('UID'), sequence: Number(line('SEQUENCE')), changed: line('LAST-MODIFIED'), text: mine };
    };
    const before = await entry();
    expect(before.text).toContain(arch.name);
    district.later(hour);
    await relocate(shiftId, park);
    await district.settle();
    const after = await entry();
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(after.changed).not.toBe(before.changed);
    expect(after.text).toContain(park.name);
    expect(after.text).toContain('GEO:23.123;113.231');
  });

  it('is there in a handover that is open for it', async () => {
    const { shiftId, leader, taker, path } = await aHandover(district);
    await district.settle();
    expect((await relocate(shiftId, park, arch, leader)).status).toBe(200);
    await district.settle();
    const { body } = await taker.caller.get(path);
    expect(JSON.stringify(body)).toContain(park.name);
    expect(JSON.stringify(body)).not.toContain(arch.name);
  });

  it('is there in what somebody would take over in return', async () => {
    const { team, giver, taker, shiftId, leader } = await aPair(district);
    const other = await aShift(district, {
      teamScope: team.team,
      leader,
      startsAt: shiftBy(district.clock.now, 2 * day),
    });
    await must(taker.caller.post(`/shifts/${other.shiftId}/sign-ups`));
    const swap = { shiftId, to: 'person', volunteerId: taker.volunteerId, inReturnFor: other.shiftId };
    const { id } = await must(giver.caller.post('/handovers', swap));
    await district.settle();
    expect((await relocate(other.shiftId, park, arch, leader)).status).toBe(200);
    await district.settle();
    await district.redeliver();
    const { body } = await taker.caller.get(`/handovers/${shiftId}/${id}`);
    expect([body.placeName, body.inReturn.placeName]).toEqual([arch.name, park.name]);
  });

  it('is there for who signs up just as it moves', async () => {
    const { mei, lan, shift, wait } = crew;
    const { shiftId } = await shift({ places: 1 });
    const { arrived, letGo } = held.next();
    const signingUp = mei.post(`/shifts/${shiftId}/sign-ups`);
    await arrived;
    expect((await relocate(shiftId, park)).status).toBe(200);
    await district.settle();
    letGo();
    expect((await signingUp).status).toBe(201);
    await wait(lan, shiftId);
    await district.settle();
    expect([await placesIn(mei), await placesIn(lan)]).toEqual([[park.name], [park.name]]);
  });

  it('moves silently while it is a draft', async () => {
    const { shiftId } = await crew.shift({ state: 'draft' });
    expect((await relocate(shiftId, park)).body.place).toEqual(park);
    expect((await crew.leader.post(`/shifts/${shiftId}/publication`)).body.place).toEqual(park);
  });
});

describe('a place is refused', () => {
  it('to the second of two leaders, who is told where it is by now', async () => {
    const { shiftId } = await crew.shift();
    const [one, two] = await Promise.all([relocate(shiftId, park), relocate(shiftId, { ...park, name: '沙面公园' })]);
    const refused = one.status === 200 ? two : one;
    const first = one.status === 200 ? one : two;
    expect([first.status, refused.status]).toEqual([200, 409]);
    expect(refused.body).toMatchObject({
      code: 'shift.changedMeanwhile',
      fields: [{ path: 'place.name', message: expect.stringContaining(first.body.place.name) }],
    });
  });

  it('when it is the same, no place, no room, or the shift has begun or is off', async () => {
    const { shiftId } = await crew.shift();
    expect((await relocate(shiftId, arch)).body.code).toBe('relocation.unchanged');
    expect((await relocate(shiftId, { ...park, name: ' ' })).body).toMatchObject({
      code: 'platform.invalidInput',
      fields: [{ path: 'place.name' }],
    });
    expect((await relocate(shiftId, { ...park, room: `${home.street}/R999` })).body.code).toBe('place.unknown');
    const off = await crew.shift();
    await crew.leader.post(`/shifts/${off.shiftId}/cancellation`, { reason: '台风预警' });
    expect((await relocate(off.shiftId, park)).body.code).toBe('relocation.over');
    district.later(day);
    expect((await relocate(shiftId, park)).body.code).toBe('relocation.over');
  });
});
