import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { day, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPatrol, northBy } from '../../test/a-patrol.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { aWayPoint } from './way-point.samples.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

type Made = Awaited<ReturnType<typeof aPatrol>>;

const see = (
  { leader }: Pick<Made, 'leader'>,
  code: string,
  seenAt = district.clock.now,
  sentAt = district.clock.now,
) => leader.post('/way-point-sightings', { code, seenAt, sentAt });
const scanned = ({ wayPointId, code }: { wayPointId: string; code: string }) =>
  `https://kaifong.example/leader/way-point?code=${wayPointId.slice(-20)}.${code}`;
const { longitude } = northBy(0);

describe('a way-point', () => {
  it('is passed by its code, scanned or typed, once, and the patrol remembers it', async () => {
    const made = await aPatrol(district);
    const [gate, tower] = [await aWayPoint(district), await aWayPoint(district, { name: '仁威庙' })];
    district.later(2 * minute);
    const at = district.clock.now;
    expect((await see(made, scanned(gate))).body.passed).toEqual([
      { wayPointId: gate.wayPointId, name: '文塔门口', at, way: 'code' },
    ]);
    district.later(minute);
    const typed = tower.code.toLowerCase().replace(/(.{4})/g, '$1-');
    const { body } = await see(made, typed.slice(0, -1));
    expect(body.passed).toMatchObject([{ wayPointId: gate.wayPointId }, { wayPointId: tower.wayPointId, way: 'code' }]);
    district.later(minute);
    expect((await see(made, scanned(gate))).body.passed).toEqual(body.passed);
  });

  it('that the phone brings later, by a clock that is a day off, was passed when it was seen', async () => {
    const made = await aPatrol(district);
    const gate = await aWayPoint(district);
    const seenAt = shiftBy(district.clock.now, 3 * minute);
    await made.leader.post(`/way-points/${gate.wayPointId}/revocation`, { team: home.team });
    const early = await see(made, scanned(gate), seenAt);
    expect(early.body.code).toBe('patrol.codeRevoked');
    const other = await aWayPoint(district);
    district.later(10 * minute);
    await made.leader.post(`${made.path}/end`);
    district.later(5 * minute);
    const now = district.clock.now;
    const { status, body } = await see(made, scanned(other), shiftBy(seenAt, -day), shiftBy(now, -day));
    expect([status, body.passed]).toEqual([
      201,
      [{ wayPointId: other.wayPointId, name: '文塔门口', at: seenAt, way: 'code', receivedAt: now }],
    ]);
    const tooLate = await see(made, scanned(other), now);
    expect([tooLate.status, tooLate.body.code]).toEqual([403, 'patrol.noPatrol']);
  });

  it('with a position is passed by a phone that was there, and tells how far one was whose code was read', async () => {
    const made = await aPatrol(district);
    const near = await aWayPoint(district, { name: '近', longitude, latitude: northBy(300).latitude });
    const far = await aWayPoint(district, { name: '远', longitude, latitude: northBy(2_000).latitude });
    const fixes = [0, 280].map((metres, index) => ({
      at: shiftBy(district.clock.now, index * minute),
      fix: northBy(metres),
    }));
    district.later(minute);
    const { now: sentAt } = district.clock;
    const told = await made.leader.post(`${made.path}/fixes`, { sentAt, fixes });
    expect(told.body.passed).toMatchObject([{ wayPointId: near.wayPointId, way: 'fix', at: sentAt }]);
    const { body } = await see(made, scanned(far));
    expect(body.passed[1]).toMatchObject({ wayPointId: far.wayPointId, way: 'code', metres: 1720 });
    expect((await see(made, near.code)).body.passed[0]).toMatchObject({ way: 'code', metres: 20 });
  });
});

describe('a code', () => {
  it('that is wrong, forged, of another team or switched off is answered in words', async () => {
    const made = await aPatrol(district);
    const gate = await aWayPoint(district);
    const others = await district.person({ role: 'teamLeader', scope: elsewhere.team });
    const theirs = (await others.post('/way-points', { team: elsewhere.team, name: '别队的点' })).body;
    const refused = async (code: string) => (await see(made, code)).body;
    expect(await refused('hello')).toMatchObject({ code: 'patrol.codeUnknown', status: 400 });
    expect((await refused(scanned({ ...gate, code: theirs.code }))).code).toBe('patrol.codeUnknown');
    expect((await refused(scanned(theirs))).code).toBe('patrol.codeOfOtherTeam');
    expect((await refused(theirs.code)).code).toBe('patrol.codeUnknown');
    await made.leader.post(`/way-points/${gate.wayPointId}/revocation`, { team: home.team });
    for (const code of [scanned(gate), gate.code]) {
      expect(await refused(code)).toMatchObject({
        code: 'patrol.codeRevoked',
        detail: expect.stringContaining('“文塔门口”的这个点位码已经停用'),
      });
    }
    const again = await made.leader.post(`/way-points/${gate.wayPointId}/revocation`, { team: home.team });
    expect(again.body.code).toBe('patrol.alreadyRevoked');
  });

  it('counts for a patrol that one leads oneself, and for nobody else', async () => {
    await aPatrol(district);
    const gate = await aWayPoint(district);
    const other = await district.person({ role: 'teamLeader', scope: home.team });
    expect((await see({ leader: other }, scanned(gate))).body.code).toBe('patrol.noPatrol');
  });
});

it('is one of so many at most, those that are switched off not counted', async () => {
  const team = '440103/001/001/T0009';
  const leader = await district.person({ role: 'teamLeader', scope: team });
  const add = (name: string) => {
    district.later(1_000);
    return leader.post('/way-points', { team, name });
  };
  const { mostWayPoints } = attendanceSettings.patrol;
  const made = [];
  for (let each = 0; each < mostWayPoints; each += 1) made.push((await add(`点位 ${each}`)).body);
  expect(new Set(made.map(({ code }) => code)).size).toBe(mostWayPoints);
  expect((await add('多一个')).body.code).toBe('patrol.tooManyWayPoints');
  expect((await leader.post(`/way-points/${made[0].wayPointId}/revocation`, { team })).status).toBe(201);
  expect((await add('补上')).status).toBe(201);
  const path = `/way-points?team=${encodeURIComponent(team)}`;
  const first = (await leader.get(`${path}&limit=20`)).body;
  const rest = (await leader.get(`${path}&limit=20&cursor=${first.cursor}`)).body;
  expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual([
    '补上',
    ...made.map(({ name }) => name).toReversed(),
  ]);
});
