import { randomUUID } from 'node:crypto';
import { day, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../test/test-client.ts';
import { EscalationItem, openEscalations } from './on-call/crisis.table.ts';
import { followUpsOfCase } from './on-call/follow-up.service.ts';
import { aDuty, aMember, aSupervisor, planDuty } from './on-call/test-rota.ts';
import { type CareDistrict, startCareDistrict, takeRequest } from './test-care.ts';
import { aMortalServer, everyEvent } from './test-mortal.ts';

const { server, wrap } = aMortalServer();

let district: CareDistrict;
let socialWorker: TestClient;
let onCall: TestClient;
beforeAll(async () => {
  district = await startCareDistrict({ wrap });
  socialWorker = await district.socialWorker();
  onCall = await district.onCall();
  const [first, deputy] = [await aMember(district, '阿甲', 1), await aMember(district, '阿乙', 2)];
  const until = shiftBy(district.clock.now, 6 * day);
  await planDuty(await aSupervisor(district), aDuty(district, first.member, { deputy: deputy.member, until }));
});
afterAll(() => district.stop());

/** Does something until it is done, starting the server again when it died: the same press of the same button. */
async function press(caller: TestClient, path: string, body: object = {}) {
  const key = randomUUID();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const answer = await caller.post(path, body, { key });
    if (answer.status < 500) return answer;
    server.isDead = false;
  }
  throw new Error(`${path} was never answered`);
}

/** The clock ticks once a minute; one that died ticks again a minute later. */
async function pass(minutes: number) {
  for (let passed = 0; passed < minutes; passed += 1) {
    district.later(minute);
    await district.care.escalations.onTick(district.clock.now).catch(() => undefined);
    server.isDead = false;
  }
}

/** A crisis from the first word to its end, and how many writes it took. */
async function crisis(diesAt: number, carriesOut: boolean) {
  const caseId = await takeRequest(socialWorker);
  const pagesBefore = district.pages.length;
  Object.assign(server, { isDead: false, deaths: 0, writes: 0, diesAt, carriesOut });
  await press(socialWorker, `/care/cases/${caseId}/screening`, { dangerNow: true });
  server.isDead = false;
  await pass(17);
  const { items } = await district.table('care').query(EscalationItem, openEscalations, { index: 'byDue', limit: 10 });
  const id = items[0]?.id ?? '';
  await press(onCall, `/care/escalations/${id}/acknowledgement`);
  await press(onCall, `/care/escalations/${id}/contact`, { outcome: 'notReached' });
  await pass(17);
  await press(onCall, `/care/escalations/${id}/contact`, { outcome: 'personReached' });
  await pass(60);
  const { writes } = server;
  Object.assign(server, { isDead: false, diesAt: -1 });
  const escalation = await district.table('care').get(EscalationItem, { id });
  return { caseId, writes, opened: items.length, escalation, pages: district.pages.slice(pagesBefore) };
}

/** The calls that events tell of, of one escalation. */
async function calledBy(escalationId: string) {
  const events = await everyEvent(district.table('care'));
  return events.filter((event) => event.data.escalationId === escalationId).map(({ data }) => data.level);
}

describe('a server that is killed at any write of a crisis', () => {
  it.each([
    ['before', false],
    ['after', true],
  ])('%s it is carried out, loses no clock and doubles none', async (_when, carriesOut) => {
    const { writes } = await crisis(-1, carriesOut);
    expect(writes).toBeGreaterThan(6);
    for (let diesAt = 0; diesAt < writes; diesAt += 1) {
      const { caseId, opened, escalation, pages } = await crisis(diesAt, carriesOut);
      expect(server.deaths).toBe(1);
      expect(opened).toBe(1);
      expect(escalation).toMatchObject({ open: false });
      expect(escalation?.tries.map(({ outcome }) => outcome)).toEqual(['notReached', 'personReached']);
      // Twice is better than never: a call may go out again, but each is one move of the clock.
      expect([...new Set(pages.map(({ level, reason }) => `${reason} ${level}`))]).toEqual([
        'opened 0',
        'deputy 0',
        'notAcknowledged 1',
        'notContacted 2',
      ]);
      expect((await calledBy(escalation?.id ?? '')).toSorted()).toEqual([0, 0, 1, 2]);
      expect(await followUpsOfCase(district.table('care'), caseId)).toHaveLength(4);
    }
  });
});
