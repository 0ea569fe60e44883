import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anAssignedCase,
  anEndedEscalation,
  aReferral,
  aReferralNote,
  type CareDistrict,
  startCareDistrict,
} from '../test-care.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

async function aCase() {
  const { caseId, socialWorker, counsellor } = await anAssignedCase(district);
  const path = `/care/cases/${caseId}`;
  const refer = (overrides: Record<string, unknown> = {}) =>
    socialWorker.post(`${path}/referrals`, aReferralNote(overrides));
  const answer = (referralId: string, told: object) =>
    socialWorker.post(`${path}/referrals/${referralId}/answer`, told);
  const close = (outcome: string) => socialWorker.post(`${path}/closure`, { outcome });
  const open = async () => (await socialWorker.get('/care/referrals')).body.items;
  return { caseId, socialWorker, counsellor, path, refer, answer, close, open };
}

const received = (now: string, overrides: Record<string, unknown> = {}) => ({
  outcome: 'received',
  receivedBy: '门诊护士',
  receivedOn: dayOf(now),
  knownBy: 'theyTold',
  ...overrides,
});

describe('a referral', () => {
  it('keeps the case open until it is known that they have her', async () => {
    const { caseId, refer, answer, close, open, path, counsellor } = await aCase();
    const at = district.clock.now;
    const opened = await refer();
    expect(opened.status).toBe(201);
    const { referralId } = opened.body;
    expect(await open()).toEqual([{ referralId, caseId, alias: '晨曦', dueAt: shiftBy(at, 3 * day) }]);
    for (const outcome of ['completed', 'withdrawn', 'referred', 'unreachable']) {
      expect((await close(outcome)).body.code).toBe('careReferral.open');
    }
    district.later(3 * day);
    expect((await answer(referralId, { outcome: 'didNotArrive' })).body).toEqual({ referralId, open: true });
    expect((await open())[0].dueAt).toBe(shiftBy(district.clock.now, day));
    expect((await close('referred')).body.code).toBe('careReferral.open');
    district.later(day);
    expect((await answer(referralId, received(district.clock.now))).body).toEqual({ referralId, open: false });
    expect(await open()).toEqual([]);
    const { referrals } = (await counsellor.caller.get(path)).body;
    expect(referrals).toMatchObject([{ ...aReferralNote(), open: false }]);
    expect(referrals[0].answers.map(({ answer }: { answer: { outcome: string } }) => answer.outcome)).toEqual([
      'didNotArrive',
      'received',
    ]);
    expect((await answer(referralId, { outcome: 'declined' })).body.code).toBe('careReferral.ended');
    expect((await close('referred')).status).toBe(200);
    expect((await refer()).body.code).toBe('care.closed');
  });

  it('ends when she does not go, and the case does not count as referred', async () => {
    const { refer, answer, close } = await aCase();
    const { referralId } = (await refer({ to: 'hotline', name: '12356' })).body;
    expect((await answer(referralId, { outcome: 'declined' })).body.open).toBe(false);
    expect((await close('referred')).body.code).toBe('careReferral.notConfirmed');
    expect((await close('completed')).status).toBe(200);
  });

  it('lets a case of high risk end only once it is known to have arrived', async () => {
    const { caseId, socialWorker } = await anEndedEscalation(district);
    const close = () => socialWorker.post(`/care/cases/${caseId}/closure`, { outcome: 'referred' });
    expect((await close()).body.code).toBe('careReferral.notConfirmed');
    await aReferral(socialWorker, caseId, { consent: 'lifeInDanger' });
    expect((await close()).status).toBe(200);
  });

  it('takes consent or danger to her life, a place, a reason, and words that name no illness', async () => {
    const { refer, open } = await aCase();
    for (const bad of [{ consent: undefined }, { consent: 'no' }, { name: ' ' }, { reason: '' }, { to: 'school' }]) {
      expect((await refer(bad)).status).toBe(400);
    }
    expect((await refer({ reason: '看来是抑郁症，请医生看' })).body.code).toBe('care.namesAnIllness');
    expect(await open()).toEqual([]);
    expect((await refer({ reason: '看来是抑郁症，请医生看', asMeant: true })).status).toBe(201);
  });

  it('arrives between its own day and today, by somebody who says so', async () => {
    const { refer, answer, open } = await aCase();
    const { referralId } = (await refer()).body;
    const { now } = district.clock;
    for (const receivedOn of [dayOf(shiftBy(now, day)), dayOf(shiftBy(now, -day))]) {
      expect((await answer(referralId, received(now, { receivedOn }))).body.code).toBe('careReferral.day');
    }
    for (const bad of [{ receivedBy: '' }, { knownBy: 'rumour' }, { receivedOn: 'today' }]) {
      expect((await answer(referralId, received(now, bad))).status).toBe(400);
    }
    expect((await answer(referralId, { outcome: 'perhaps' })).status).toBe(400);
    expect((await answer(newId('referral', 0), { outcome: 'declined' })).status).toBe(404);
    expect(await open()).toHaveLength(1);
  });

  it('is answered once, also when two answer at the same moment', async () => {
    const { refer, answer } = await aCase();
    const { referralId } = (await refer()).body;
    const answers = await Promise.all([
      answer(referralId, { outcome: 'declined' }),
      answer(referralId, received(district.clock.now)),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('and closing at the same moment: the case never ends with a referral that nobody sees', async () => {
    const { refer, close } = await aCase();
    const [opened, closed] = await Promise.all([refer(), close('completed')]);
    expect([opened.status, closed.status].filter((status) => status < 300)).toHaveLength(1);
  });

  it('is for the social worker of the case', async () => {
    const { path, counsellor } = await aCase();
    for (const other of [counsellor.caller, await district.socialWorker()]) {
      expect((await other.post(`${path}/referrals`, aReferralNote())).status).toBe(403);
    }
  });
});
