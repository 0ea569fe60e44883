import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, hour, minute } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CounsellorItem } from '../counsellors/counsellor.table.ts';
import {
  aHandover,
  aNote,
  anAssignedCase,
  aPlan,
  aReferralNote,
  type CareDistrict,
  startCareDistrict,
} from '../test-care.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

const left = '她说起母亲时很难过';

/** A case with something of everything, in the hands of its first counsellor. */
async function aLongCase() {
  const found = await anAssignedCase(district);
  const { socialWorker, counsellor, caseId } = found;
  const path = `/care/cases/${caseId}`;
  const first = counsellor.caller;
  const { sessionId } = (await first.post(`${path}/sessions`, aPlan(district.clock.now))).body;
  district.later(3 * hour);
  await first.post(`${path}/sessions/${sessionId}/outcome`, { outcome: 'held', minutes: 50 });
  await first.post(`${path}/notes`, aNote({ text: left }));
  await socialWorker.post(`${path}/referrals`, aReferralNote());
  const planned = aPlan(district.clock.now);
  await first.post(`${path}/sessions`, planned);
  const handOver = (overrides: Record<string, unknown> = {}, caller = first) =>
    caller.post(`${path}/handovers`, aHandover(overrides));
  /** Gives the case to another counsellor. */
  async function assign() {
    const second = await district.counsellor();
    const body = { counsellorId: second.counsellorId, overrideReason: '当事人愿意换这一位来谈' };
    const answer = await socialWorker.post(`${path}/assignment`, body);
    if (answer.status !== 200) throw new Error(`not assigned: ${JSON.stringify(answer.body)}`);
    return second;
  }
  return { ...found, path, first, sessionId, planned, handOver, assign };
}

describe('a handover', () => {
  it('confidentiality 2: says what is open, ends reading at the next request, and puts the case back in line', async () => {
    const { caseId, path, first, socialWorker, counsellor, planned, handOver, assign } = await aLongCase();
    const answer = await handOver();
    expect([answer.status, answer.body]).toEqual([201, { caseId, state: 'waiting' }]);
    for (const part of ['', '/notes', '/handovers', '/safety-plan']) {
      expect((await first.get(`${path}${part}`)).status).toBe(403);
    }
    expect((await first.post(`${path}/notes`, aNote())).status).toBe(403);
    expect((await handOver()).status).toBe(403);
    expect((await first.get('/care/my-cases')).body.items).toEqual([]);
    expect((await first.get('/care/sessions')).body.items).toEqual([]);
    const { items } = (await socialWorker.get(`${path}/handovers`)).body;
    expect(items).toEqual([
      {
        at: district.clock.now,
        counsellorId: counsellor.counsellorId,
        ...aHandover(),
        open: {
          risk: 'low',
          reports: 0,
          referrals: [{ to: 'hospital', name: '荔湾医院门诊' }],
          sessions: { held: 1, noShow: 0 },
          cancelled: planned.startsAt,
          followUps: 0,
          hasPlan: false,
        },
      },
    ]);
    // The first one's place is free again.
    const row = await district.table('care').get(CounsellorItem, { id: counsellor.counsellorId });
    expect(row?.openCases).toBe(0);
    await assign();
  });

  it('confidentiality 2: is all that the next counsellor sees of notes and sessions; the social worker sees everything', async () => {
    const { path, socialWorker, handOver, assign, sessionId } = await aLongCase();
    await handOver();
    const { caller: second, counsellorId } = await assign();
    const read = await second.get(path);
    expect(read.body).toMatchObject({ alias: '晨曦', wasHandedOver: true, sessions: [] });
    expect((await second.get(`${path}/notes`)).body.items).toEqual([]);
    expect(JSON.stringify(read.body)).not.toContain(left);
    expect((await second.get(`${path}/handovers`)).body.items).toMatchObject([aHandover()]);
    const told = { outcome: 'noShow', reason: '应当是没有来' };
    expect((await second.post(`${path}/sessions/${sessionId}/outcome`, told)).status).toBe(404);

    district.later(minute);
    await second.post(`${path}/notes`, aNote({ text: '第一次见面。' }));
    expect((await second.get(`${path}/notes`)).body.items).toMatchObject([{ counsellorId, text: '第一次见面。' }]);
    expect((await socialWorker.get(`${path}/notes`)).body.items).toMatchObject([
      { text: '第一次见面。' },
      { text: left },
    ]);
    expect((await socialWorker.get(path)).body.sessions).toHaveLength(2);
  });

  it('keeps away whom the person did not want or to whom it was too much, and nobody else', async () => {
    const { path, socialWorker, counsellor, handOver } = await aLongCase();
    const giveBack = () =>
      socialWorker.post(`${path}/assignment`, {
        counsellorId: counsellor.counsellorId,
        overrideReason: '想再请她来谈一谈看看好不好',
      });
    await handOver();
    expect((await giveBack()).status).toBe(200);
    district.later(minute);
    expect((await handOver({ reason: 'personAsked' })).status).toBe(201);
    expect((await giveBack()).body.code).toBe('care.cannotBeChosen');
    const { items } = (await socialWorker.get(`${path}/candidates`)).body;
    expect(JSON.stringify(items)).not.toContain(counsellor.counsellorId);
  });

  it('is written into the audit whenever it is read', async () => {
    const { path, caseId, socialWorker, handOver } = await aLongCase();
    await handOver();
    await socialWorker.get(`${path}/handovers`);
    const supervisor = await district.person({ role: 'careSupervisor', scope: '440103' });
    const { items } = (await supervisor.get(`/care/readings?place=440103&caseId=${caseId}`)).body;
    expect(items[0]).toMatchObject({ caseId, opened: 'handover', as: 'socialWorker' });
  });

  it('is the social worker’s to write when the counsellor cannot', async () => {
    const { path, first, socialWorker, handOver } = await aLongCase();
    expect((await handOver({ reason: 'leaving' }, socialWorker)).status).toBe(201);
    expect((await first.get(path)).status).toBe(403);
    expect((await handOver({}, socialWorker)).body.code).toBe('careSession.noCounsellor');
  });

  it('waits for a session that nobody has told of, and for a call that is open', async () => {
    const { path, first, handOver } = await aLongCase();
    district.later(day);
    expect((await handOver()).body.code).toBe('careSession.notTold');
    await first.post(`${path}/notes`, aNote({ condition: 'danger' }));
    expect((await handOver()).body.code).toBe('care.escalationOpen');
    expect((await first.get(path)).status).toBe(200);
  });

  it('needs a reason, a summary, a next step, words that name no illness, and a case that is open', async () => {
    const { path, socialWorker, handOver } = await aLongCase();
    for (const bad of [{ reason: 'bored' }, { text: '短' }, { nextStep: ' ' }, { text: undefined }]) {
      expect((await handOver(bad)).status).toBe(400);
    }
    expect((await handOver({ text: '这位当事人看来是抑郁症。' })).body.code).toBe('care.namesAnIllness');
    const others = [(await district.counsellor()).caller, await district.socialWorker(), await district.onCall()];
    for (const other of others) expect((await handOver({}, other)).status).toBe(403);
    expect((await socialWorker.post(`/care/cases/${newId('supportCase', 0)}/handovers`, aHandover())).status).toBe(403);
    const { referralId } = (await socialWorker.get(path)).body.referrals[0];
    await socialWorker.post(`${path}/referrals/${referralId}/answer`, { outcome: 'declined' });
    await socialWorker.post(`${path}/closure`, { outcome: 'completed' });
    expect((await handOver({}, socialWorker)).body.code).toBe('care.closed');
  });

  it('and closing at the same moment: one of them is done', async () => {
    const { caseId, socialWorker, counsellor } = await anAssignedCase(district);
    const path = `/care/cases/${caseId}`;
    const answers = await Promise.all([
      counsellor.caller.post(`${path}/handovers`, aHandover()),
      socialWorker.post(`${path}/closure`, { outcome: 'completed' }),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect((await counsellor.caller.get(path)).status).toBe(403);
  });
});
