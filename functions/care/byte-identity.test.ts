import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type TableName, tableNames } from '@kaifong/infra/tables.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { declaredRoutes } from '../declared-routes.ts';
import { elsewhere, home } from '../test/district.ts';
import { samples } from '../test/samples.ts';
import type { TestClient } from '../test/test-client.ts';
import { anAsking } from './asking/test-asking.ts';
import {
  aHandover,
  aNote,
  anEnrolment,
  aPlan,
  aReferralNote,
  aWaitingCase,
  type CareDistrict,
  startCareDistrict,
} from './test-care.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

/** Every answer to every GET of the main API, to each of these people, headers and all. */
async function everyAnswer(people: Record<string, TestClient>, paths: readonly string[]) {
  const answers: Record<string, unknown> = {};
  for (const [name, caller] of Object.entries(people)) {
    for (const path of paths) {
      const { status, body, headers } = await caller.get(path);
      answers[`${name} ${path}`] = { status, body: JSON.stringify(body), headers: [...headers] };
    }
  }
  return answers;
}

/** Every row of every table but care's. */
async function everyRow() {
  const rows: Record<string, unknown> = {};
  for (const name of tableNames.filter((table): table is Exclude<TableName, 'care'> => table !== 'care')) {
    const { client, name: TableName } = district.table(name);
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    const found: unknown[] = [];
    do {
      const page = await client.send(new ScanCommand({ TableName, Limit: 500, ExclusiveStartKey }));
      found.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    rows[name] = found;
  }
  return rows;
}

it('confidentiality 1: nothing outside care shows whether somebody has a support case or is a counsellor', async () => {
  const reads = (await declaredRoutes()).filter(({ method }) => method === 'GET');
  const paths: string[] = [];
  for (const { contract } of reads) {
    const sample = await samples[contract.id]?.(district.main);
    if (!sample) throw new Error(`${contract.id} has no sample request`);
    paths.push(sample.path);
  }
  const person = await district.volunteer();
  const future = await district.volunteer({ role: 'counsellor', scope: '440103' });
  const { main } = district;
  const people = {
    leader: await main.person({ role: 'teamLeader', scope: home.team }),
    otherLeader: await main.person({ role: 'teamLeader', scope: elsewhere.team }),
    coordinator: await main.person({ role: 'coordinator', scope: '440103' }),
    systemAdministrator: await main.person({ role: 'systemAdministrator', scope: '440103' }),
    securityAdministrator: await main.person({ role: 'securityAdministrator', scope: '440103' }),
    auditAdministrator: await main.person({ role: 'auditAdministrator', scope: '440103' }),
    person: person.caller,
    counsellor: future.caller,
  };
  const socialWorker = await district.socialWorker();
  const supervisor = await district.person({ role: 'careSupervisor', scope: '440103' });
  const onCall = await district.onCall();

  const answers = await everyAnswer(people, paths);
  const rows = await everyRow();

  const enrolment = anEnrolment(future.volunteerNumber, district.clock.now);
  const { counsellorId } = (await supervisor.post('/care/counsellors', enrolment)).body;
  const keepAway = { community: elsewhere.street, teams: [home.team] };
  const caseId = await aWaitingCase(socialWorker, { keepAway });
  const assignment = await socialWorker.post(`/care/cases/${caseId}/assignment`, { counsellorId });
  expect(assignment.body).toEqual({ caseId, state: 'assigned' });
  const counsellor = district.atCare(future.caller);
  expect((await counsellor.post(`/care/cases/${caseId}/notes`, aNote({ text: '见了一面。' }))).status).toBe(201);
  const sessions = `/care/cases/${caseId}/sessions`;
  const { sessionId } = (await counsellor.post(sessions, aPlan(district.clock.now))).body;
  expect((await counsellor.post(`${sessions}/${sessionId}/outcome`, { outcome: 'cancelled' })).status).toBe(200);
  expect((await counsellor.post(sessions, aPlan(district.clock.now))).status).toBe(201);
  const tried = { way: 'phone', outcome: 'noAnswer' };
  expect((await counsellor.post(`/care/cases/${caseId}/outreach`, tried)).status).toBe(201);
  expect((await socialWorker.post(`/care/cases/${caseId}/referrals`, aReferralNote())).status).toBe(201);
  expect((await counsellor.post(`/care/cases/${caseId}/handovers`, aHandover())).status).toBe(201);
  await socialWorker.post(`/care/cases/${caseId}/screening`, { dangerNow: true });
  const escalationId = district.pages.at(-1)?.escalationId;
  expect((await onCall.post(`/care/escalations/${escalationId}/acknowledgement`)).status).toBe(200);

  // She asks by the web in the browser that she is signed in with.
  expect((await district.atCare(person.caller).post('/care/askings', anAsking())).status).toBe(201);

  expect(await everyRow()).toEqual(rows);
  expect(Object.keys(answers).length).toBe(paths.length * Object.keys(people).length);
  expect(await everyAnswer(people, paths)).toEqual(answers);
});
