import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCrewOnDuty, aPatrol, northBy } from '../../test/a-patrol.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { PatrolItem, PointItem } from './patrol.table.ts';
import { keptWay } from './way.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

type Made = Awaited<ReturnType<typeof aPatrol>>;

/** Walks so many metres north in so many minutes, one fix a minute, which the phone keeps. */
function walk(metres: number, minutes: number, from = 0) {
  const began = district.clock.now;
  const fixes = Array.from({ length: minutes + 1 }, (_, index) => ({
    at: shiftBy(began, index * minute),
    fix: northBy(from + (metres * index) / minutes),
  }));
  district.later(minutes * minute);
  return fixes;
}
const bring = ({ leader, path }: Made, fixes: object[], sentAt: string = district.clock.now) =>
  leader.post(`${path}/fixes`, { sentAt, fixes });
const pointsOf = async (patrolId: string) =>
  (await district.table('attendance').query(PointItem, `PATROL#${patrolId}`, { limit: 100 })).items;
const only = async ({ leader, shiftId }: Pick<Made, 'leader' | 'shiftId'>) =>
  (await leader.get(`/patrols/${shiftId}`)).body.items.at(-1);

describe('a patrol', () => {
  it('counts from 20 minutes and 500 metres, and only its coarse way is kept', async () => {
    const made = await aPatrol(district);
    expect((await bring(made, walk(400, 10))).body).toMatchObject({
      ...{ state: 'running', minutes: 10, metres: 400, verdict: 'tooShort', isMine: true },
    });
    const { status, body } = await bring(made, walk(400, 10, 400));
    expect([status, body.minutes, body.verdict]).toEqual([201, 20, 'counted']);
    expect(body.people).toHaveLength(3);
    expect((await made.leader.post(`${made.path}/end`)).body).toMatchObject({ state: 'ended', verdict: 'counted' });
    for (const { longitude, latitude } of await pointsOf(made.patrolId)) {
      expect([longitude, latitude]).toEqual([longitude, latitude].map((each) => Math.round(each * 1_000) / 1_000));
    }
  });

  it('takes what comes twice, or in the wrong order, or with a clock that is off, once and rightly', async () => {
    const made = await aPatrol(district);
    const fixes = walk(600, 20);
    const aDayOff = fixes.map(({ at, fix }) => ({ at: shiftBy(at, -day), fix }));
    const sentAt = shiftBy(district.clock.now, -day);
    const first = await bring(made, aDayOff.toReversed(), sentAt);
    expect(first.body).toMatchObject({ metres: 600, verdict: 'counted' });
    expect((await bring(made, fixes)).body).toMatchObject({ metres: 600, minutes: 20 });
  });

  it('does not count without moving, by jumps, or by fixes that are not sure', async () => {
    const made = await aPatrol(district);
    const still = walk(0, 30);
    const jump = { at: district.clock.now, fix: northBy(30_000) };
    const vague = { at: shiftBy(district.clock.now, 1_000), fix: northBy(900, 2_000) };
    district.later(minute);
    const { body } = await bring(made, [...still, jump, vague]);
    expect(body).toMatchObject({ metres: 0, jumps: 0, vague: 1, verdict: 'tooLittleGround' });
  });

  it('ends by itself with its shift and lasted as long as its phone told of it, which may come later', async () => {
    const made = await aPatrol(district);
    const fixes = walk(700, 30);
    district.later(2 * hour);
    const lost = { at: district.clock.now, fix: northBy(2_000) };
    await district.tick();
    expect(await only(made)).toMatchObject({ state: 'ended', endsAt: made.endsAt, minutes: 0, verdict: 'tooShort' });
    expect((await bring(made, [...fixes, lost])).body).toMatchObject({ minutes: 30, metres: 700, verdict: 'counted' });
    expect((await made.leader.post(`${made.path}/end`)).body.code).toBe('patrol.over');
  });

  it('is closed a day later, when the last sure place goes; and its way goes after 90 days', async () => {
    const made = await aPatrol(district);
    await bring(made, walk(700, 30));
    await made.leader.post(`${made.path}/end`);
    district.later(day + minute);
    await district.tick();
    const kept = await district.table('attendance').get(PatrolItem, made);
    expect([kept?.dueAt, kept?.track.anchor, kept?.track.lastAt !== undefined]).toEqual([undefined, undefined, true]);
    const late = await bring(made, [{ at: district.clock.now, fix: northBy(0) }]);
    expect(late.body.code).toBe('patrol.over');
    expect((await pointsOf(made.patrolId)).length).toBeGreaterThan(0);
    district.later(90 * day);
    await district.tick();
    await district.tick();
    expect(await pointsOf(made.patrolId)).toEqual([]);
    const leader = await district.person({ role: 'teamLeader', scope: home.team });
    expect(await only({ ...made, leader })).toMatchObject({ metres: 700, verdict: 'counted', isMine: false });
  });
});

describe('who confirms hours', () => {
  const finding = { verdict: 'tooShort', minutes: 12, metres: 200 };
  /** A patrol that was too short, and is over. */
  async function aShortPatrol() {
    const made = await aPatrol(district);
    await bring(made, walk(200, 12));
    await made.leader.post(`${made.path}/end`);
    return made;
  }
  const findingsIn = (items: { shiftId?: string; patrol?: object }[], shiftId?: string) =>
    items.filter((each) => shiftId === undefined || each.shiftId === shiftId).map(({ patrol }) => patrol);
  const waiting = async ({ leader }: Made) =>
    (await leader.get(`/attendance/waiting?place=${encodeURIComponent(home.team)}&limit=100`)).body.items;

  it('sees why a patrol does not count, with its facts, and decides over the minutes', async () => {
    const made = await aShortPatrol();
    const roll = (await made.leader.get(`/shifts/${made.shiftId}/attendance`)).body.items;
    expect(findingsIn(roll)).toEqual([finding, finding, finding]);
    const { code } = (await made.leader.get(`/shifts/${made.shiftId}/check-in-code`)).body;
    await made.callers[0]?.post(`/shifts/${made.shiftId}/check-outs`, { code });
    const confirmed = await made.leader.post(`/shifts/${made.shiftId}/attendance/${made.crew[0]}/confirmation`);
    expect(confirmed.status).toBe(201);
    district.clock.now = made.endsAt;
    expect(findingsIn(await waiting(made), made.shiftId)).toEqual([finding, finding]);
  });

  it('sees none when another patrol of the shift counts', async () => {
    const made = await aShortPatrol();
    const { patrolId } = (await made.leader.post(`/patrols/${made.shiftId}`, { people: made.crew })).body;
    const path = `/patrols/${made.shiftId}/${patrolId}`;
    await bring({ ...made, path }, walk(700, 30));
    await made.leader.post(`${path}/end`);
    district.clock.now = made.endsAt;
    expect(findingsIn(await waiting(made), made.shiftId)).toEqual([undefined, undefined, undefined]);
  });
});

describe('the copy of the own data', () => {
  it('has the patrols that somebody went on or led, with the way as long as it is kept, and nobody else', async () => {
    const made = await aPatrol(district);
    await bring(made, walk(700, 30));
    await made.leader.post(`${made.path}/end`);
    const [caller, volunteerId = ''] = [made.callers[0], made.crew[0]];
    const copied = async () => (await caller?.get(`/attendance-copy/${volunteerId}/patrols`))?.body.items;
    const [patrol, ...others] = await copied();
    expect(others).toEqual([]);
    expect(patrol).toMatchObject({ patrolId: made.patrolId, metres: 700, minutes: 30, verdict: 'counted', passed: [] });
    expect(patrol.way).toEqual(
      (await pointsOf(made.patrolId)).map(({ at, longitude, latitude }) => ({ at, longitude, latitude })),
    );
    for (const other of made.crew.slice(1)) expect(JSON.stringify(patrol)).not.toContain(other);
    const stranger = await aVolunteer(district);
    expect((await stranger.caller.get(`/attendance-copy/${volunteerId}/patrols`)).status).toBe(404);
    const late = shiftBy(district.clock.now, 91 * day);
    expect(await keptWay(district.table('attendance'), made.patrolId, late)).toEqual([]);
  });
});

describe('who goes on patrol', () => {
  it('are three to five, who are there, each on one patrol at a time', async () => {
    const { shiftId, leader, crew } = await aCrewOnDuty(district, 6);
    const refused = async (people: string[]) => (await leader.post(`/patrols/${shiftId}`, { people })).body.code;
    const [one = '', two = ''] = crew;
    const { volunteerId: absent } = await aVolunteer(district);
    expect(await refused(crew.slice(0, 2))).toBe('patrol.people');
    expect(await refused([one, one, two])).toBe('patrol.people');
    expect(await refused(crew)).toBe('patrol.people');
    expect(await refused([one, two, absent])).toBe('patrol.notHere');
    expect(await refused([])).toBe('platform.invalidInput');

    const begun = await leader.post(`/patrols/${shiftId}`, { people: crew.slice(0, 3) });
    expect(begun.status).toBe(201);
    expect(await refused(crew.slice(2, 5))).toBe('patrol.alreadyOut');
    expect((await leader.post(`/patrols/${shiftId}`, { people: crew.slice(3) })).status).toBe(201);
    await leader.post(`/patrols/${shiftId}/${begun.body.patrolId}/end`);
    expect((await leader.post(`/patrols/${shiftId}`, { people: crew.slice(0, 3) })).status).toBe(201);
  });

  it('are no two patrols though two leaders begin at the same moment', async () => {
    const { shiftId, leader, crew } = await aCrewOnDuty(district);
    const other = await district.person({ role: 'teamLeader', scope: home.team });
    const begun = await Promise.all([leader, other].map((each) => each.post(`/patrols/${shiftId}`, { people: crew })));
    expect(begun.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('go while the shift lasts, and one phone tells their way', async () => {
    const { shiftId, leader, crew, endsAt } = await aCrewOnDuty(district);
    const { patrolId } = (await leader.post(`/patrols/${shiftId}`, { people: crew })).body;
    const other = await district.person({ role: 'teamLeader', scope: home.team });
    const told = { sentAt: district.clock.now, fixes: [{ at: district.clock.now, fix: northBy(0) }] };
    expect((await other.post(`/patrols/${shiftId}/${patrolId}/fixes`, told)).body.code).toBe('patrol.notYours');
    expect((await other.post(`/patrols/${shiftId}/${patrolId}/end`)).body.code).toBe('patrol.notYours');
    expect((await other.get(`/patrols/${shiftId}`)).body.items[0].isMine).toBe(false);
    district.clock.now = endsAt;
    expect((await leader.post(`/patrols/${shiftId}`, { people: crew })).body.code).toBe('patrol.notNow');
  });
});
