import { readdirSync, readFileSync } from 'node:fs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Role } from '@kaifong/shared/identity/roles.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elsewhere, home } from '../test/district.ts';
import { declaredCareRoutes } from './declared-routes.ts';
import { aSupervisor } from './on-call/test-rota.ts';
import { aNamedSupervisor, changeSupervisor } from './supervision/test-supervision.ts';
import { aWaitingCase, type CareDistrict, startCareDistrict } from './test-care.ts';
import { careRows, secrets, tellSecrets } from './test-secrets.ts';

/*
 * The lines of confidentiality, and where each is held to; the tests have its number in their names.
 *
 *   1  nothing outside care shows whether somebody has a case or is a counsellor       byte-identity.test.ts
 *   2  who reads a case, and that the end of an assignment ends reading                here, and in cases: handover, progress, session .test.ts
 *   3  a case that is opened in an emergency: why, for how long, and who is told       openings/opening.test.ts
 *   4  each reading is written down first, and no line is changed or taken away        here
 *   5  rows, events, receipts, calls and the log tell nothing of a person              confidentiality-at-rest.test.ts
 *   6  what leaves care of a session is a counsellor and the minutes of a day          counsellors/counsellor-hours.test.ts
 *   7  no count of one to seven is published or can be worked out                      figures/figures.test.ts, shared/care/figures/suppression.test.ts
 *   8  harm to a minor keeps a case open, asks no consent and tells nobody             cases/report.test.ts
 *
 * That no other role of the cloud reaches care's table, keys and logs is infra/care-apart.test.ts.
 */

let failsToAudit = false;
/** Between our code and the engine: keeps audit lines from being written while a test says so. */
function withoutAudit(client: DynamoDBDocumentClient): DynamoDBDocumentClient {
  return new Proxy(client, {
    get(target, property) {
      if (property !== 'send') return Reflect.get(target, property);
      return async (command: { input: object }) => {
        if (failsToAudit && JSON.stringify(command.input).includes('AUDIT#')) throw new Error('the disk is full');
        return target.send(command as never);
      };
    },
  });
}

let district: CareDistrict;
let told: Awaited<ReturnType<typeof tellSecrets>>;

beforeAll(async () => {
  district = await startCareDistrict({ wrap: withoutAudit });
  told = await tellSecrets(district);
});
afterAll(() => district.stop());

describe('confidentiality 2: a case', () => {
  it('opens to its counsellor, her supervisor and its social worker', async () => {
    const lead = await aNamedSupervisor(district);
    await changeSupervisor(lead.caller, told.counsellor.counsellorId, { supervisor: lead.supervisor });
    for (const caller of [told.counsellor.caller, lead.caller, told.socialWorker]) {
      const read = await caller.get(`/care/cases/${told.caseId}`);
      expect(read.body).toMatchObject({ alias: secrets.alias, topics: secrets.topics });
      const notes = await caller.get(`/care/cases/${told.caseId}/notes`);
      expect(notes.body.items).toMatchObject([{ text: secrets.note }]);
    }
  });

  it('answers everybody else as if it were not there', async () => {
    const others = [
      (await district.counsellor()).caller,
      await district.socialWorker(),
      await aSupervisor(district),
      await district.person({ role: 'counsellor', scope: '440103' }, { role: 'socialWorker', scope: '440103' }),
    ];
    for (const caller of others) {
      for (const part of ['', '/notes', '/safety-plan', '/handovers']) {
        const [known, unknown] = await Promise.all(
          [told.caseId, newId('supportCase', 0)].map((id) => caller.get(`/care/cases/${id}${part}`)),
        );
        expect(known?.status).toBe(403);
        expect(known?.body).toEqual(unknown?.body);
      }
    }
  });

  it('shows to nobody whom the person wants to be kept away', async () => {
    const { caller } = told.counsellor;
    const text = JSON.stringify((await caller.get(`/care/cases/${told.caseId}`)).body);
    expect(text).not.toMatch(/keepAway|community/);
  });
});

describe('confidentiality 4: the audit', () => {
  const audit = async () =>
    (await careRows(district)).filter(({ pk }) => String(pk).startsWith(`AUDIT#${told.caseId}`));

  it('has a line for each reading', async () => {
    const before = (await audit()).length;
    await told.socialWorker.get(`/care/cases/${told.caseId}`);
    await told.counsellor.caller.get(`/care/cases/${told.caseId}/notes`);
    const lines = await audit();
    expect(lines.length).toBe(before + 2);
    expect(new Set(lines.map(({ opened }) => opened))).toEqual(new Set(['case', 'notes']));
    expect(new Set(lines.map(({ reader }) => reader)).size).toBe(3);
  });

  it('is searched by case, reader and day by a supervisor of the branch, and tells nothing of what was read', async () => {
    const supervisor = await district.person({ role: 'careSupervisor', scope: home.street });
    const search = async (query: string) => (await supervisor.get(`/care/readings?place=${home.street}${query}`)).body;
    const { items: ofCase } = await search(`&caseId=${told.caseId}`);
    expect(ofCase.length).toBe((await audit()).length);
    expect(Object.keys(ofCase[0]).sort()).toEqual(['as', 'at', 'caseId', 'opened', 'reader']);
    expect(new Set(ofCase.map(({ as }: { as: string }) => as))).toEqual(
      new Set(['socialWorker', 'counsellor', 'careSupervisor']),
    );
    const { reader } = ofCase[0];
    const { items: ofReader } = await search(`&reader=${encodeURIComponent(reader)}`);
    expect(ofReader.every((line: { reader: string }) => line.reader === reader)).toBe(true);
    expect(ofReader.length).toBeGreaterThan(0);
    const day = district.clock.now.slice(0, 10);
    const { items: ofDay } = await search(`&day=${day}`);
    const first = await search(`&day=${day}&limit=2`);
    const second = await search(`&day=${day}&limit=2&cursor=${encodeURIComponent(first.cursor)}`);
    expect(first.items).toHaveLength(2);
    expect([...first.items, ...second.items]).toEqual(ofDay.slice(0, 4));
    expect((await search('&day=2020-01-01')).items).toEqual([]);
    const other = await district.person({ role: 'careSupervisor', scope: elsewhere.street });
    expect((await other.get(`/care/readings?place=${elsewhere.street}&caseId=${told.caseId}`)).body.items).toEqual([]);
    expect((await told.socialWorker.get(`/care/readings?place=${home.street}`)).status).toBe(403);
  });

  it('comes first: when it cannot be written nothing is read', async () => {
    const onCall = await district.onCall();
    const waiting = await aWaitingCase(told.socialWorker);
    failsToAudit = true;
    const answers = await Promise.all([
      told.socialWorker.get(`/care/cases/${told.caseId}`),
      told.counsellor.caller.get(`/care/cases/${told.caseId}/notes`),
      told.counsellor.caller.get(`/care/cases/${told.caseId}/safety-plan`),
      told.counsellor.caller.get(`/care/cases/${told.caseId}/handovers`),
      told.socialWorker.get(`/care/cases/${waiting}/candidates`),
      onCall.get(`/care/escalations/${told.emergency.escalationId}`),
    ]);
    failsToAudit = false;
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(6).fill([500, 'platform.fault']));
  });

  it('is written by one file, which knows no way to change or take away a line', () => {
    const folder = new URL('./', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const sources = files.filter((name) => /(?<!\.test)\.ts$/.test(name));
    const knowing = sources.filter((name) => /AuditLine|AUDIT#\$/.test(readFileSync(new URL(name, folder), 'utf8')));
    expect(knowing).toEqual(['audit.ts']);
    expect(readFileSync(new URL('audit.ts', folder), 'utf8')).not.toMatch(/\.(remove|adjust)\(/);
  });
});

describe('confidentiality 2: administrators, coordinators, team leaders and volunteers', () => {
  const outsiders: Role[] = [
    'systemAdministrator',
    'securityAdministrator',
    'auditAdministrator',
    'coordinator',
    'teamLeader',
    'volunteer',
  ];

  it.each(outsiders)('%s: 403 on every route of care', async (role) => {
    const caller = await district.person({ role, scope: '440103' });
    const ids = { caseId: told.caseId, escalationId: told.emergency.escalationId };
    const inside = (await declaredCareRoutes()).filter(({ contract }) => contract.permission !== 'care.ask');
    for (const { method, path } of inside) {
      const real = path.replace(/^\/api/, '').replaceAll(/:(\w+)/g, (_, name: keyof typeof ids) => ids[name]);
      const answer = await caller.send(method, `${real}?place=${home.street}`, method === 'GET' ? {} : { body: '{}' });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });
});
