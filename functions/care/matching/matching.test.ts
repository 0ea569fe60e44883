import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { elsewhere, home } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { unruly } from '../../test/unruly-client.ts';
import {
  aNote,
  anEnrolment,
  aWaitingCase,
  type CareDistrict,
  startCareDistrict,
  tuesdayEvening,
} from '../test-care.ts';

let district: CareDistrict;
let socialWorker: TestClient;
beforeEach(async () => {
  district = await startCareDistrict();
  socialWorker = await district.socialWorker();
});
afterEach(() => district.stop());

const candidatesFor = async (caseId: string) => (await socialWorker.get(`/care/cases/${caseId}/candidates`)).body.items;
const assign = (caseId: string, body: object) => socialWorker.post(`/care/cases/${caseId}/assignment`, body);

describe('the candidates for a case', () => {
  it('are three at most, best first, with every term of the score', async () => {
    for (const topics of [['work'], ['family'], ['family', 'loneliness'], ['other']])
      await district.counsellor({ topics });
    const items = await candidatesFor(await aWaitingCase(socialWorker, { topics: ['family', 'loneliness'] }));
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ workName: '木棉', counsellorId: expect.stringMatching(/^cns_/) });
    expect(items[0].terms).toContainEqual({
      name: 'topic',
      value: 0.35,
      facts: { shared: ['family', 'loneliness'], asked: ['family', 'loneliness'] },
    });
    for (const { score, terms } of items) {
      expect(terms.map(({ name }: { name: string }) => name)).toEqual([
        'base',
        'credit',
        'topic',
        'genderPreference',
        'slotOverlap',
        'level',
        'language',
        'load',
        'scarcity',
      ]);
      const sum = terms.reduce((total: number, { value }: { value: number }) => total + value, 0);
      expect(score).toBeCloseTo(sum, 6);
    }
    const scores = items.map(({ score }: { score: number }) => score);
    expect(scores).toEqual(scores.toSorted((one: number, other: number) => other - one));
  });

  it('leave out whoever a hard rule keeps away, and say nothing of it', async () => {
    const blocked = await district.counsellor();
    const teamMate = await district.counsellor({ teams: [home.team] });
    for (const absent of [
      { level: 1 },
      { slots: [{ ...tuesdayEvening, weekday: 5 }] },
      { gender: 'male' },
      { vettedUntil: undefined },
      { credential: { number: 'XL-2019-000007', until: '2026-11-01' } },
      { supervisedOn: undefined },
    ]) {
      await district.counsellor(absent);
    }
    const neighbour = await aNeighbour();
    const right = await district.counsellor();
    const keepAway = { community: home.community, teams: [home.team], counsellors: [blocked.counsellorId] };
    const wishes = { forWhom: 'minor', requiredGender: 'female', keepAway };
    const caseId = await aWaitingCase(socialWorker, wishes, [2, 2]);

    const answer = await socialWorker.get(`/care/cases/${caseId}/candidates`);
    const ids = answer.body.items.map(({ counsellorId }: { counsellorId: string }) => counsellorId);
    expect(ids).toContain(right.counsellorId);
    expect(ids).not.toContain(neighbour);
    const told = JSON.stringify(answer.body);
    for (const { counsellorId } of [blocked, teamMate]) expect(told).not.toContain(counsellorId);
    expect(told).not.toMatch(/block|conflict|community|team|exclu|paused|supervis/i);

    const refusals = [blocked.counsellorId, teamMate.counsellorId, neighbour, `cns_${'0'.repeat(20)}`];
    for (const counsellorId of refusals) {
      const refused = await assign(caseId, { counsellorId, overrideReason: '当事人曾经提到过这一位' });
      expect(refused.body).toMatchObject({ status: 409, code: 'care.cannotBeChosen' });
    }
  });

  const eligible = {
    active: true,
    scope: elsewhere.community,
    languages: ['cantonese'],
    adultFrom: '2000-01-01',
  } as const;

  /** A counsellor who lives in the community of the one who asks. */
  async function aNeighbour(): Promise<string> {
    const { volunteerId, volunteerNumber } = await district.volunteer({ role: 'counsellor', scope: '440103' });
    district.volunteers.set(volunteerId, { ...eligible, scope: home.community });
    const supervisor = await district.person({ role: 'careSupervisor', scope: '440103' });
    return (await supervisor.post('/care/counsellors', anEnrolment(volunteerNumber, district.clock.now))).body
      .counsellorId;
  }
});

describe('an assignment', () => {
  it('puts the case into the hands of the counsellor, and tells of it by ids only', async () => {
    const { caller, counsellorId } = await district.counsellor();
    const caseId = await aWaitingCase(socialWorker);
    expect((await assign(caseId, { counsellorId })).body).toEqual({ caseId, state: 'assigned' });

    const mine = (await caller.get('/care/my-cases')).body.items;
    expect(mine).toMatchObject([{ caseId, alias: '晨曦', state: 'assigned', assignedAt: district.clock.now }]);
    expect((await caller.get(`/care/cases/${caseId}`)).body).toMatchObject({ caseId, topics: ['family'] });
    const own = (await socialWorker.get('/care/my-cases?as=socialWorker')).body.items;
    expect(own).toMatchObject([{ caseId, state: 'assigned' }]);
    expect((await socialWorker.get(`/care/queue?place=${home.street}`)).body.items).toEqual([]);
    expect((await assign(caseId, { counsellorId })).body.code).toBe('care.notWaiting');
  });

  it('of another than the three takes a reason', async () => {
    for (let count = 0; count < 3; count += 1) await district.counsellor();
    const { counsellorId } = await district.counsellor({ topics: ['other'] });
    const caseId = await aWaitingCase(socialWorker);
    expect((await assign(caseId, { counsellorId })).body.code).toBe('care.overrideNeedsReason');
    expect((await assign(caseId, { counsellorId, overrideReason: '好' })).body.fields[0].path).toBe('overrideReason');
    expect((await assign(caseId, { counsellorId, overrideReason: '当事人以前和她谈过，想继续' })).status).toBe(200);
  });

  it('never fills more places than a counsellor has, whoever asks at the same moment and whatever the engine does', async () => {
    const unruliness = { seed: 11, delayed: 0, lost: 0 };
    const crowded = await startCareDistrict({ wrap: unruly(unruliness) });
    const worker = await crowded.socialWorker();
    const { caller, counsellorId } = await crowded.counsellor({ caseLimit: 2 });
    const caseIds = await Promise.all(Array.from({ length: 8 }, () => aWaitingCase(worker)));
    Object.assign(unruliness, { delayed: 0.5, lost: 0.2 });
    const answers = await Promise.all(
      caseIds.map((caseId) => worker.post(`/care/cases/${caseId}/assignment`, { counsellorId })),
    );
    Object.assign(unruliness, { delayed: 0, lost: 0 });
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    expect((await caller.get('/care/my-cases')).body.items).toHaveLength(2);
    const next = await worker.post(`/care/cases/${await aWaitingCase(worker)}/assignment`, { counsellorId });
    expect(next.body.code).toBe('care.cannotBeChosen');
    await crowded.stop();
  });

  it('gives a case to one counsellor only', async () => {
    const counsellors = [await district.counsellor(), await district.counsellor()];
    const caseId = await aWaitingCase(socialWorker);
    const answers = await Promise.all(counsellors.map(({ counsellorId }) => assign(caseId, { counsellorId })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is refused for a volunteer who has left since', async () => {
    const { volunteerId, counsellorId } = await district.counsellor();
    const eligibility = district.volunteers.get(volunteerId);
    if (eligibility) district.volunteers.set(volunteerId, { ...eligibility, active: false });
    const caseId = await aWaitingCase(socialWorker);
    expect((await assign(caseId, { counsellorId })).body.code).toBe('care.cannotBeChosen');
  });

  it('ends with the case: the place is free, and reading ends at the next request', async () => {
    const { caller, counsellorId } = await district.counsellor({ caseLimit: 1 });
    const caseId = await aWaitingCase(socialWorker);
    await assign(caseId, { counsellorId });
    await caller.post(`/care/cases/${caseId}/notes`, aNote({ text: '谈了一次。' }));
    expect((await socialWorker.post(`/care/cases/${caseId}/closure`, { outcome: 'completed' })).status).toBe(200);

    expect((await caller.get(`/care/cases/${caseId}`)).status).toBe(403);
    expect((await caller.get(`/care/cases/${caseId}/notes`)).status).toBe(403);
    expect((await caller.get(`/care/cases/${caseId}/safety-plan`)).status).toBe(403);
    expect((await caller.post(`/care/cases/${caseId}/notes`, aNote({ text: '再写一句。' }))).status).toBe(403);
    expect((await caller.get('/care/my-cases')).body.items).toEqual([]);
    expect((await socialWorker.get(`/care/cases/${caseId}/notes`)).body.items).toMatchObject([{ text: '谈了一次。' }]);
    const next = await aWaitingCase(socialWorker);
    expect((await assign(next, { counsellorId })).status).toBe(200);
  });
});

describe('enrolling a counsellor', () => {
  it('takes an active, grown-up volunteer, once', async () => {
    const supervisor = await district.person({ role: 'careSupervisor', scope: '440103' });
    const enrol = async (change: object) => {
      const { volunteerId, volunteerNumber } = await district.volunteer({ role: 'counsellor', scope: '440103' });
      const eligibility = district.volunteers.get(volunteerId);
      if (eligibility) district.volunteers.set(volunteerId, { ...eligibility, ...change });
      return supervisor.post('/care/counsellors', anEnrolment(volunteerNumber, district.clock.now));
    };
    expect((await enrol({ active: false })).body.code).toBe('care.notEligible');
    expect((await enrol({ adultFrom: '2027-01-01' })).body.code).toBe('care.notEligible');
    const { volunteerNumber } = await district.counsellor();
    const again = await supervisor.post('/care/counsellors', anEnrolment(volunteerNumber, district.clock.now));
    expect(again.body.code).toBe('care.alreadyEnrolled');
    const nobody = await supervisor.post('/care/counsellors', anEnrolment('LW99999999', district.clock.now));
    expect(nobody.status).toBe(403);
  });
});
