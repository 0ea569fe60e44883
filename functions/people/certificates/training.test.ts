import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShift } from '../../test/a-shift.ts';
import { aMember, aTeam } from '../../test/a-team.ts';
import { aRegistration, aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

const numberOf = async (caller: TestClient): Promise<string> => (await caller.get('/volunteers/me')).body.number;

const aTraining = (present: readonly string[], facts: object = {}) => ({
  scope: home.street,
  kind: 'firstAidCourse',
  heldOn: '2026-11-20',
  minutes: 240,
  heldBy: '区红十字会',
  present,
  ...facts,
});

describe('a training', () => {
  it('opens its skill for all who were there, until its time is over', async () => {
    const people = await Promise.all([1, 2].map(() => aVolunteer(district, { skills: [] })));
    const numbers = await Promise.all(people.map(({ caller }) => numberOf(caller)));
    const recorded = await coordinator.post('/trainings', aTraining([...numbers, numbers[0] ?? '']));
    expect([recorded.status, recorded.body.present]).toEqual([201, 2]);
    const { shiftId } = await aShift(district, { neededSkill: 'firstAid' });
    for (const { caller } of people) {
      expect((await caller.post(`/shifts/${shiftId}/sign-ups`)).status).toBe(201);
      const own = (await caller.get('/volunteers/me/certificates')).body.items;
      expect(own).toMatchObject([{ proof: 'training', state: 'verified', expiresOn: '2027-11-20' }]);
    }
    const listed = await coordinator.get(`/trainings?place=${home.street}`);
    expect(listed.body.items).toContainEqual(
      expect.objectContaining({ present: 2, heldBy: '区红十字会', minutes: 240 }),
    );
  });

  it('of a team is recorded by its leader for its members, and for nobody else', async () => {
    const team = await aTeam(district);
    const member = await aMember(district, team);
    const stranger = await aVolunteer(district);
    const leader = await district.person({ role: 'teamLeader', scope: team.team });
    const of = async (caller: TestClient) =>
      aTraining([await numberOf(caller)], { scope: team.team, kind: 'cyclingCourse' });
    expect((await leader.post('/trainings', await of(member.caller))).status).toBe(201);
    const refused = await leader.post('/trainings', await of(stranger.caller));
    expect([refused.status, refused.body.code]).toEqual([403, 'training.notYours']);
    const ofStreet = await leader.post('/trainings', aTraining([await numberOf(member.caller)]));
    expect(ofStreet.status).toBe(403);
  });

  it('is for the people of its place, of a known number, and never for who records it', async () => {
    const far = await aVolunteer(district, { scope: elsewhere.community });
    const codeOf = async (present: string[], facts: object = {}) =>
      (await coordinator.post('/trainings', aTraining(present, facts))).body.code;
    expect(await codeOf([await numberOf(far.caller)])).toBe('training.notYours');
    expect(await codeOf(['LW99999999'])).toBe('training.numberUnknown');
    const near = await numberOf((await aVolunteer(district)).caller);
    expect(await codeOf([near], { heldOn: '2026-11-25' })).toBe('training.inFuture');
    expect(await codeOf([near], { heldOn: '2025-11-23' })).toBe('training.tooOld');
    expect(await codeOf([near], { kind: 'firstAid' })).toBe('certificate.unknownKind');
    expect(await codeOf([near], { kind: 'firstAidCourse', scope: `${home.street}/999` })).toBe('place.unknown');
    await coordinator.post('/volunteers', aRegistration());
    expect(await codeOf([await numberOf(coordinator)])).toBe('training.own');
    const tooMany = Array.from({ length: 21 }, (_, index) => `LW${String(index).padStart(8, '0')}`);
    expect(await codeOf(tooMany)).toBe('platform.invalidInput');
  });
});

describe('the catalogue', () => {
  it('is added to and retired from by the district alone; what was handed in stays', async () => {
    const ofDistrict = await district.person({ role: 'coordinator', scope: '440103' });
    const name = { 'zh-Hans': '骑行安全证', 'zh-Hant': '騎行安全證', en: 'Safe cycling' };
    const kind = { name, proof: 'training', opens: ['cycling'], validMonths: 6 };
    expect((await coordinator.post('/qualifications', kind)).status).toBe(403);
    const { code } = (await ofDistrict.post('/qualifications', kind)).body;
    const listed = (await ofDistrict.get('/qualifications')).body.items;
    expect(listed).toContainEqual({ ...kind, code, retired: false });

    const person = await aVolunteer(district, { skills: [] });
    const number = await numberOf(person.caller);
    expect((await coordinator.post('/trainings', aTraining([number], { kind: code }))).status).toBe(201);
    expect((await ofDistrict.post(`/qualifications/${code}/retirement`)).status).toBe(200);
    const again = await coordinator.post('/trainings', aTraining([number], { kind: code }));
    expect(again.body.code).toBe('certificate.unknownKind');
    const own = (await person.caller.get('/volunteers/me/certificates')).body.items;
    expect(own).toMatchObject([{ state: 'verified', kindName: name, expiresOn: '2027-05-20' }]);
  });

  it.each([
    [{ opens: [] }, 'opens'],
    [{ opens: ['wizardry'] }, 'opens'],
    [{ validMonths: 0 }, 'validMonths'],
    [{ proof: 'word' }, 'proof'],
    [{ name: { 'zh-Hans': '证', 'zh-Hant': '證', en: '' } }, 'name.zh-Hans'],
  ])('refuses %j', async (wrong, path) => {
    const ofDistrict = await district.person({ role: 'coordinator', scope: '440103' });
    const name = { 'zh-Hans': '骑行证', 'zh-Hant': '騎行證', en: 'Cycling' };
    const sent = { name, proof: 'certificate', opens: ['cycling'], ...wrong };
    expect((await ofDistrict.post('/qualifications', sent)).body.fields[0].path).toBe(path);
  });
});
