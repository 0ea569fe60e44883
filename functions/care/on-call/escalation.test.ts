import { minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { home } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { anEscalation, type CareDistrict, startCareDistrict } from '../test-care.ts';

let district: CareDistrict;
let onCall: TestClient;
beforeEach(async () => {
  district = await startCareDistrict();
  onCall = await district.onCall();
});
afterEach(() => district.stop());

/** The clock ticks once a minute, for so many minutes. */
async function pass(minutes: number) {
  for (let passed = 0; passed < minutes; passed += 1) {
    district.later(minute);
    await district.care.escalations.onTick(district.clock.now);
  }
}

const calls = () => district.pages.map(({ level, reason }) => `${reason} ${level}`);
const openNow = async () => (await onCall.get(`/care/escalations?place=${home.street}`)).body.items;

describe('an escalation', () => {
  it('shows to the people on call of its branch how to reach the person, and to them only', async () => {
    const wishes = { alias: '阿宁', contact: '门口便利店的座机，晚上在', summary: '说话很急' };
    const { escalationId, socialWorker } = await anEscalation(district, wishes);
    expect(await openNow()).toMatchObject([{ escalationId, place: home.street, awaits: 'acknowledgement', level: 0 }]);
    expect((await onCall.get(`/care/escalations/${escalationId}`)).body).toMatchObject(wishes);
    expect((await socialWorker.get(`/care/escalations/${escalationId}`)).status).toBe(403);
  });

  it('that nobody answers goes up by itself, once for each deadline, however often the clock ticks', async () => {
    await anEscalation(district);
    expect(calls()).toEqual(['opened 0']);
    await pass(14);
    expect(calls()).toEqual(['opened 0']);
    district.later(minute);
    for (let tick = 0; tick < 3; tick += 1) await district.care.escalations.onTick(district.clock.now);
    expect(calls()).toEqual(['opened 0', 'notAcknowledged 1']);
    await pass(15);
    expect(calls()).toEqual(['opened 0', 'notAcknowledged 1', 'notAcknowledged 2']);
    expect(await openNow()).toMatchObject([{ level: 2 }]);
  });

  it('stands on the page of its case: called, taken, tried, and gone from there once the call is over', async () => {
    const { caseId, escalationId, socialWorker } = await anEscalation(district);
    const standing = async () => (await socialWorker.get(`/care/cases/${caseId}`)).body.crisis;
    const opened = district.clock.now;
    expect(await standing()).toEqual({ isTaken: false, tries: 0, dueAt: shiftBy(opened, 15 * minute) });
    await onCall.post(`/care/escalations/${escalationId}/acknowledgement`);
    expect(await standing()).toEqual({ isTaken: true, tries: 0, dueAt: shiftBy(opened, 30 * minute) });
    await onCall.post(`/care/escalations/${escalationId}/contact`, { outcome: 'notReached' });
    expect(await standing()).toMatchObject({ isTaken: true, tries: 1 });
    await onCall.post(`/care/escalations/${escalationId}/contact`, { outcome: 'personReached' });
    expect(await standing()).toBeUndefined();
  });

  it('leaves one event for one call when two clocks tick at once', async () => {
    await anEscalation(district);
    district.later(15 * minute);
    await Promise.all([1, 2, 3].map(() => district.care.escalations.onTick(district.clock.now)));
    expect(await openNow()).toMatchObject([{ level: 1 }]);
  });

  it('is called out by the clock when the call did not get through at first', async () => {
    district.gateway.isDown = true;
    await anEscalation(district);
    expect(district.pages).toEqual([]);
    expect(district.log.some((line) => line.includes('escalation.pageFailed'))).toBe(true);
    district.later(minute);
    await expect(district.care.escalations.onTick(district.clock.now)).rejects.toThrow(AggregateError);
    district.gateway.isDown = false;
    await pass(1);
    expect(calls()).toEqual(['opened 0']);
  });

  it('is taken by one, and is then due for contact within half an hour of its opening', async () => {
    const { escalationId } = await anEscalation(district);
    await pass(5);
    const path = `/care/escalations/${escalationId}/acknowledgement`;
    const answers = await Promise.all([onCall, await district.onCall()].map((caller) => caller.post(path)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('care.escalationAnswered');
    await pass(24);
    expect(calls()).toEqual(['opened 0']);
    await pass(1);
    expect(calls()).toEqual(['opened 0', 'notContacted 1']);
  });

  it('stays open after a try in vain, and is over when the person was reached', async () => {
    const { caseId, escalationId, socialWorker } = await anEscalation(district);
    const contact = (outcome: string) => onCall.post(`/care/escalations/${escalationId}/contact`, { outcome });
    expect((await contact('notReached')).body).toEqual({ escalationId, open: true });
    district.later(minute);
    expect((await contact('gone to bed')).status).toBe(400);
    await contact('notReached');
    const { tries } = (await onCall.get(`/care/escalations/${escalationId}`)).body;
    expect(tries.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['notReached', 'notReached']);
    const closure = () => socialWorker.post(`/care/cases/${caseId}/closure`, { outcome: 'withdrawn' });
    expect((await closure()).body.code).toBe('care.escalationOpen');
    expect((await contact('personReached')).body).toEqual({ escalationId, open: false });
    expect(await openNow()).toEqual([]);
    expect((await onCall.get(`/care/escalations/${escalationId}`)).body.code).toBe('care.escalationAnswered');
    await pass(60);
    expect(calls()).toEqual(['opened 0']);
    expect((await closure()).status).toBe(200);
  });

  it('opens anew when there is danger again, even after the case was closed', async () => {
    const { caseId, escalationId, socialWorker } = await anEscalation(district);
    await onCall.post(`/care/escalations/${escalationId}/contact`, { outcome: 'emergencyServiceConfirmed' });
    await socialWorker.post(`/care/cases/${caseId}/closure`, { outcome: 'withdrawn' });
    const screen = (screening: object) => socialWorker.post(`/care/cases/${caseId}/screening`, screening);
    expect((await screen({ dangerNow: false, phq2: [3, 3] })).body.code).toBe('care.closed');
    expect((await screen({ dangerNow: true })).body.state).toBe('escalated');
    expect(calls()).toEqual(['opened 0', 'opened 0']);
  });
});
