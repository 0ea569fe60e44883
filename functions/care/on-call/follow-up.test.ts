import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { home } from '../../test/district.ts';
import { anAssignedCase, anEndedEscalation, anEscalation, type CareDistrict, startCareDistrict } from '../test-care.ts';

let district: CareDistrict;
beforeEach(async () => {
  district = await startCareDistrict();
});
afterEach(() => district.stop());

const reason = '和家人一起谈过，约好明天再谈';

describe('after a crisis', () => {
  it('the social worker gets in touch after 24 and 72 hours, 7 and 30 days, also when the case has ended', async () => {
    const { caseId, escalationId, socialWorker } = await anEndedEscalation(district);
    const endedAt = district.clock.now;
    expect((await socialWorker.post(`/care/cases/${caseId}/closure`, { outcome: 'withdrawn' })).status).toBe(200);
    const due = async () => (await socialWorker.get('/care/follow-ups')).body.items;
    expect(await due()).toEqual(
      [day, 3 * day, 7 * day, 30 * day].map((after, place) => ({
        caseId,
        escalationId,
        alias: '晨曦',
        step: ['day', 'threeDays', 'week', 'month'][place],
        dueAt: shiftBy(endedAt, after),
      })),
    );
    expect((await (await district.socialWorker()).get('/care/follow-ups')).body.items).toEqual([]);

    district.later(25 * hour);
    const record = (step: string, outcome: string) =>
      socialWorker.post(`/care/cases/${caseId}/follow-ups/${escalationId}/${step}`, { outcome });
    expect((await record('day', 'notReached')).body).toEqual({ caseId, open: 4 });
    expect(await due()).toMatchObject([{ step: 'day', dueAt: shiftBy(district.clock.now, day) }, {}, {}, {}]);
    expect((await record('day', 'spoke')).body).toEqual({ caseId, open: 3 });
    expect((await record('day', 'spoke')).body.code).toBe('care.followUpEnded');
    expect((await record('year', 'spoke')).status).toBe(404);
    expect((await record('week', 'fine')).status).toBe(400);
    expect((await socialWorker.get(`/care/cases/${caseId}`)).body.followUps[0]).toMatchObject({
      step: 'day',
      open: false,
      tries: [{ outcome: 'notReached' }, { outcome: 'spoke' }],
    });
    expect((await record('threeDays', 'declined')).body).toEqual({ caseId, open: 0 });
    expect(await due()).toEqual([]);
  });

  it('a follow-up that two windows tell of at once is told once', async () => {
    const { caseId, escalationId, socialWorker } = await anEndedEscalation(district);
    const path = `/care/cases/${caseId}/follow-ups/${escalationId}/day`;
    const answers = await Promise.all([1, 2].map(() => socialWorker.post(path, { outcome: 'spoke' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('only a social worker lowers the risk, with a reason, and only when the call is over', async () => {
    const { caseId, escalationId, socialWorker } = await anEscalation(district);
    const lower = (body: object) => socialWorker.post(`/care/cases/${caseId}/risk`, body);
    expect((await lower({ risk: 'high', reason })).body.code).toBe('care.escalationOpen');
    const onCall = await district.onCall();
    await onCall.post(`/care/escalations/${escalationId}/contact`, { outcome: 'personReached' });
    expect((await lower({ risk: 'high' })).body.fields).toMatchObject([{ path: 'reason' }]);
    expect((await lower({ risk: 'high', reason })).body).toEqual({ caseId, state: 'waiting' });
    const { items } = (await socialWorker.get(`/care/queue?place=${home.street}`)).body;
    expect(items).toMatchObject([{ caseId, risk: 'high' }]);
    expect((await lower({ risk: 'high', reason })).body.code).toBe('care.riskNotLower');

    const close = (outcome: string) => socialWorker.post(`/care/cases/${caseId}/closure`, { outcome });
    for (const outcome of ['completed', 'unreachable']) {
      expect((await close(outcome)).body.code).toBe('care.riskOpen');
    }
    district.later(minute);
    expect((await lower({ risk: 'moderate', reason })).status).toBe(200);
    expect((await close('completed')).status).toBe(200);
  });

  it('a case that had a counsellor goes back to her', async () => {
    const { caseId, socialWorker, counsellor } = await anAssignedCase(district);
    await socialWorker.post(`/care/cases/${caseId}/screening`, { dangerNow: true });
    const { escalationId } = district.pages.at(-1) ?? {};
    const onCall = await district.onCall();
    await onCall.post(`/care/escalations/${escalationId}/contact`, { outcome: 'emergencyServiceConfirmed' });
    const answer = await socialWorker.post(`/care/cases/${caseId}/risk`, { risk: 'high', reason });
    expect(answer.body.state).toBe('assigned');
    expect((await counsellor.caller.get(`/care/cases/${caseId}`)).status).toBe(200);
  });
});
