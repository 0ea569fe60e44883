import { day, dayOf, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../test/test-client.ts';
import { anAsked, aStranger } from '../asking/test-asking.ts';
import { aSupervisedCase } from '../supervision/test-supervision.ts';
import { aHandover, anAssignedCase, aPlan, aReferralNote, type CareDistrict, startCareDistrict } from '../test-care.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

/** Answers whose sum is `total`, none of them about not wanting to live. */
const summing = (total: number, items: number) =>
  Array.from({ length: items }, (_, place) => Math.max(0, Math.min(3, total - 3 * place)));
const sums = (phq9: number, gad7: number) => ({ phq9: [...summing(phq9, 8), 0], gad7: summing(gad7, 7) });

async function hold(caller: TestClient, caseId: string) {
  const path = `/care/cases/${caseId}/sessions`;
  const { sessionId } = (await caller.post(path, aPlan(district.clock.now))).body;
  district.later(3 * hour);
  await caller.post(`${path}/${sessionId}/outcome`, { outcome: 'held', minutes: 50 });
}

const ask = (caller: TestClient, caseId: string, phq9: number, gad7: number) =>
  caller.post(`/care/cases/${caseId}/screening`, { dangerNow: false, anew: true, ...sums(phq9, gad7) });

describe('progress over the sessions', () => {
  it('is counted from two held sessions, for the counsellor, who asks again, her supervisor and the social worker', async () => {
    const { caseId, socialWorker, counsellor, lead } = await aSupervisedCase(district);
    const { caller } = counsellor;
    const first = dayOf(district.clock.now);
    await ask(socialWorker, caseId, 15, 12);
    await hold(caller, caseId);
    district.later(7 * day);
    const last = dayOf(district.clock.now);
    expect((await ask(caller, caseId, 9, 7)).status).toBe(200);
    const path = `/care/cases/${caseId}/progress`;
    expect((await caller.get(path)).body.outcome).toEqual({ kind: 'notYet', missing: ['sessions'] });
    await hold(caller, caseId);
    for (const reader of [caller, socialWorker, lead.caller]) {
      expect((await reader.get(path)).body).toEqual({
        measures: [
          { day: first, phq9: 15, gad7: 12 },
          { day: last, phq9: 9, gad7: 7 },
        ],
        sessionsHeld: 2,
        outcome: {
          kind: 'counted',
          first: { phq9: 15, gad7: 12 },
          last: { phq9: 9, gad7: 7 },
          wasCase: true,
          recovered: true,
          change: 'improved',
        },
      });
    }
    const supervisor = await district.person({ role: 'careSupervisor', scope: '440103' });
    expect((await supervisor.get(path)).status).toBe(403);
    const { items } = (await supervisor.get(`/care/readings?place=440103&caseId=${caseId}`)).body;
    expect(items[0]).toMatchObject({ opened: 'progress' });
  });

  it('the person sees as her own sums, with her code and word; for somebody else nothing', async () => {
    const { key } = await anAsked(district);
    const stranger = aStranger(district);
    await stranger.post('/care/askings/answers', { ...key, ...sums(8, 3) });
    const own = await stranger.post('/care/askings/progress', key);
    expect(own.body).toMatchObject({
      isForSelf: true,
      measures: [{ day: dayOf(district.clock.now), phq9: 8, gad7: 3 }],
    });
    expect(JSON.stringify(own.body)).not.toMatch(/band|outcome|recovered/);
    expect((await stranger.post('/care/askings/progress', { ...key, word: '猜的' })).status).toBe(404);
    const { key: forOther } = await anAsked(district, { forWhom: 'familyMember' });
    expect((await stranger.post('/care/askings/progress', forOther)).body).toMatchObject({
      isForSelf: false,
      measures: [],
    });
  });
});

describe('confidentiality 2: the next counsellor', () => {
  it('sees of screenings, looking for her, reports and referrals what came since, and the summary of what was before', async () => {
    const { caseId, socialWorker, counsellor } = await anAssignedCase(district);
    const first = counsellor.caller;
    const path = `/care/cases/${caseId}`;
    await ask(first, caseId, 15, 12);
    await first.post(`${path}/outreach`, { way: 'visit', outcome: 'noAnswer', text: '按了门铃' });
    await first.post(`${path}/reports`, { signs: ['neglect'], text: '膝上有旧伤' });
    await socialWorker.post(`${path}/referrals`, aReferralNote());
    district.later(hour);
    expect((await first.post(`${path}/handovers`, aHandover())).status).toBe(201);
    district.later(hour);
    const second = await district.counsellor();
    const body = { counsellorId: second.counsellorId, overrideReason: '当事人愿意换这一位来谈' };
    expect((await socialWorker.post(`${path}/assignment`, body)).status).toBe(200);
    const none = { screenings: [], outreach: [], reports: [], referrals: [], wasHandedOver: true };
    expect((await second.caller.get(path)).body).toMatchObject(none);
    expect((await second.caller.get(`${path}/progress`)).body).toMatchObject({ measures: [], sessionsHeld: 0 });
    expect((await second.caller.get(`${path}/handovers`)).body.items).toMatchObject([{ open: { reports: 1 } }]);

    district.clock.now = shiftBy(district.clock.now, day);
    await ask(second.caller, caseId, 9, 7);
    expect((await second.caller.get(path)).body.screenings).toHaveLength(1);
    expect((await second.caller.get(`${path}/progress`)).body.measures).toHaveLength(1);
    const whole = (await socialWorker.get(path)).body;
    expect([whole.screenings.length, whole.outreach.length, whole.reports.length, whole.referrals.length]).toEqual([
      3, 1, 1, 1,
    ]);
  });
});
