import { readdirSync, readFileSync } from 'node:fs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Role } from '@kaifong/shared/identity/roles.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elsewhere, home } from '../test/district.ts';
import { declaredCareRoutes } from './declared-routes.ts';
import {
  aHandover,
  aNote,
  anAssignedCase,
  anEscalation,
  aReferral,
  aWaitingCase,
  type CareDistrict,
  startCareDistrict,
} from './test-care.ts';

/*
 * Where each line of confidentiality is held to, besides here (notes, audit, what lies in rows, events, receipts and the log):
 *
 *   nothing outside care shows whether somebody has a case or is a counsellor   byte-identity.test.ts
 *   the end of an assignment ends reading; a successor sees the summary only     handover.test.ts
 *   a counsellor's tab that is still open after the case has ended               session.test.ts
 *   harm to a minor keeps a case open and tells nobody                           report.test.ts
 *   what leaves care of a session is a counsellor and the minutes of a day      counsellor-hours.test.ts
 *   no other role of the cloud reaches care's table, keys and logs               infra/care-apart.test.ts
 */

/** What no row, event, receipt or log line may hold in the clear. */
const secrets = {
  alias: '紫荆花开',
  contact: '二十号铺面的电话',
  summary: '近来常常失眠',
  note: '她说到了母亲',
  plan: '把药交给表姐',
  report: '膝上有旧伤',
  room: '三楼小房间',
  link: 'https://meeting.example.com/secret-room',
  tried: '按了门铃没有人应',
  hospital: '广州市惠爱医院',
  handedOver: '她最怕别人问起儿子',
  referred: '几天没有睡，家人陪着去',
  dutyName: '阿无名',
  dutyPhone: '13811119999',
  reason: '当事人听过她讲课，愿意试试',
  topics: ['bereavement', 'illnessInFamily'],
};

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
let rows: Record<string, unknown>[];
let told: Awaited<ReturnType<typeof tellSecrets>>;

/** A case through its whole life, with a secret in every field. */
async function tellSecrets() {
  const { alias, contact, summary, topics } = secrets;
  const { caseId, socialWorker, counsellor } = await anAssignedCase(district, { alias, contact, summary, topics });
  await counsellor.caller.post(`/care/cases/${caseId}/notes`, aNote({ text: secrets.note }));
  await counsellor.caller.get(`/care/cases/${caseId}/notes`);
  const steps = {
    warningSigns: [],
    onMyOwn: [],
    peopleAndPlaces: [],
    helpers: [],
    professionals: [],
    saferPlace: [secrets.plan],
  };
  await counsellor.caller.post(`/care/cases/${caseId}/safety-plan`, { version: 0, steps });
  await counsellor.caller.post(`/care/cases/${caseId}/reports`, { signs: ['bullying'], text: secrets.report });
  for (let count = 0; count < 3; count += 1) await district.counsellor({ topics: ['family'] });
  const other = await district.counsellor({ topics });
  const overridden = await aWaitingCase(socialWorker, { alias, topics }, [3, 3]);
  const assignment = { counsellorId: other.counsellorId, overrideReason: secrets.reason };
  await socialWorker.post(`/care/cases/${overridden}/assignment`, assignment);
  const { room, link, tried, hospital, referred } = secrets;
  const startsAt = shiftBy(district.clock.now, hour);
  const planned = { mode: 'video', startsAt, minutes: 50, link };
  const { sessionId } = (await counsellor.caller.post(`/care/cases/${caseId}/sessions`, planned)).body;
  await counsellor.caller.post(`/care/cases/${caseId}/sessions/${sessionId}/outcome`, { outcome: 'cancelled' });
  await counsellor.caller.post(`/care/cases/${caseId}/sessions`, { mode: 'centre', startsAt, minutes: 50, room });
  await counsellor.caller.post(`/care/cases/${caseId}/outreach`, { way: 'visit', outcome: 'noAnswer', text: tried });
  await other.caller.post(`/care/cases/${overridden}/handovers`, aHandover({ text: secrets.handedOver }));
  await aReferral(socialWorker, overridden, { name: hospital, reason: referred });
  await socialWorker.post(`/care/cases/${overridden}/closure`, { outcome: 'referred' });
  await socialWorker.get(`/care/cases/${caseId}`);
  const { dutyName: workName, dutyPhone: mobile } = secrets;
  await (await district.onCall()).post('/care/own-duties/card', { workName, mobile });
  const emergency = await anEscalation(district, { alias, contact, summary, topics });
  return { caseId, socialWorker, counsellor, emergency };
}

async function careRows(): Promise<Record<string, unknown>[]> {
  const { client, name } = district.table('care');
  const found: Record<string, unknown>[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: name, Limit: 500, ExclusiveStartKey }));
    found.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
}

beforeAll(async () => {
  district = await startCareDistrict({ wrap: withoutAudit });
  told = await tellSecrets();
  rows = await careRows();
});
afterAll(() => district.stop());

describe('what lies in the table of care', () => {
  it('says nothing of a person outside sealed fields', () => {
    expect(rows.length).toBeGreaterThan(20);
    const open = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([field]) => !/sealed$/i.test(field))),
    );
    const text = JSON.stringify(open);
    for (const secret of Object.values(secrets).flat()) expect(text).not.toContain(secret);
    expect(text).not.toMatch(
      /"(low|moderate|high|emergency|bullying|positive|negative|referred|familyMember|dangerNow|video|visit|noAnswer|hospital|received)"/,
    );
    expect(text).not.toMatch(
      /"(risk|total|band|answers|topics|languages|alias|summary|contact|text|room|link|mode|answers|told)"/,
    );
  });

  it('is sealed so that it opens nowhere else', async () => {
    const supportCase = rows.find(({ entity, id }) => entity === 'supportCase' && id === told.caseId);
    const sealed = String(supportCase?.headSealed);
    expect(await district.careSealer.open(sealed, `case/${told.caseId}/head`)).toContain(secrets.alias);
    await expect(district.careSealer.open(sealed, `case/${newId('supportCase', 0)}/head`)).rejects.toThrow();
    await expect(district.sealer.open(sealed, `case/${told.caseId}/head`)).rejects.toThrow();
  });

  it('cannot be tied to an account or a volunteer without the key', () => {
    const text = JSON.stringify(rows);
    expect(text).not.toMatch(/acc_|vol_/);
    for (const id of [told.counsellor.accountId, ...district.volunteers.keys()]) expect(text).not.toContain(id);
  });

  it('tells in its events of ids, places and calls, and no more', () => {
    const events = rows.filter(({ entity }) => entity === 'event');
    const fields = events.flatMap(({ data }) => Object.keys(data as object));
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(['care.caseAssigned', 'care.caseClosed', 'care.onCallPaged']),
    );
    expect(new Set(fields)).toEqual(
      new Set(['caseId', 'counsellorId', 'escalationId', 'place', 'level', 'reason', 'called']),
    );
  });

  it('tells in its receipts where a case stands, and no more', () => {
    const answers = rows.filter(({ entity }) => entity === 'receipt').map(({ answer }) => answer as object);
    expect(answers.length).toBeGreaterThan(5);
    const fields = new Set(answers.flatMap(Object.keys));
    expect(fields).toEqual(
      new Set([
        ...['caseId', 'state', 'counsellorId', 'noteId', 'version', 'open', 'sessionId', 'left', 'referralId'],
        'isKept',
      ]),
    );
  });

  it('and the log tell nothing of a person', () => {
    const log = district.log.join('\n');
    for (const secret of Object.values(secrets).flat()) expect(log).not.toContain(secret);
    expect(log).not.toMatch(/acc_|vol_|cas_|cns_|esc_|moderate|positive/);
    expect(JSON.stringify(district.pages)).not.toContain(secrets.alias);
  });
});

describe('a case', () => {
  it('opens to its counsellor and its social worker', async () => {
    for (const caller of [told.counsellor.caller, told.socialWorker]) {
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

describe('the audit', () => {
  const audit = async () => (await careRows()).filter(({ pk }) => String(pk).startsWith(`AUDIT#${told.caseId}`));

  it('has a line for each reading', async () => {
    const before = (await audit()).length;
    await told.socialWorker.get(`/care/cases/${told.caseId}`);
    await told.counsellor.caller.get(`/care/cases/${told.caseId}/notes`);
    const lines = await audit();
    expect(lines.length).toBe(before + 2);
    expect(new Set(lines.map(({ opened }) => opened))).toEqual(new Set(['case', 'notes']));
    expect(new Set(lines.map(({ reader }) => reader)).size).toBe(2);
  });

  it('is searched by case, reader and day by a supervisor of the branch, and tells nothing of what was read', async () => {
    const supervisor = await district.person({ role: 'careSupervisor', scope: home.street });
    const search = async (query: string) => (await supervisor.get(`/care/readings?place=${home.street}${query}`)).body;
    const { items: ofCase } = await search(`&caseId=${told.caseId}`);
    expect(ofCase.length).toBe((await audit()).length);
    expect(Object.keys(ofCase[0]).sort()).toEqual(['as', 'at', 'caseId', 'opened', 'reader']);
    expect(new Set(ofCase.map(({ as }: { as: string }) => as))).toEqual(new Set(['socialWorker', 'counsellor']));
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
    const sources = readdirSync(folder).filter((name) => !/\.test\.ts$/.test(name));
    const knowing = sources.filter((name) => /AuditLine|AUDIT#\$/.test(readFileSync(new URL(name, folder), 'utf8')));
    expect(knowing).toEqual(['audit.ts']);
    expect(readFileSync(new URL('audit.ts', folder), 'utf8')).not.toMatch(/\.(remove|adjust)\(/);
  });
});

describe('administrators, coordinators, team leaders and volunteers', () => {
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
