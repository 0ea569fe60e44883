import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { day, minute } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aList, nextListMobile } from '../test/a-list.ts';
import { aVolunteer, nextDocumentNumber } from '../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../test/district.ts';
import { TestClient } from '../test/test-client.ts';
import { type Unruliness, unruly } from '../test/unruly-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await district.person({ role: 'coordinator', scope: '440103' });
});
afterAll(() => district.stop());

const send = (csv: string, options: { place?: string; key?: string } = {}) =>
  coordinator.post(
    '/volunteer-imports',
    { place: options.place ?? home.street, csv },
    options.key ? { key: options.key } : {},
  );
const badRowsOf = async (importId: string, language = 'zh-Hans') => {
  const reader = new TestClient(district.api, { language });
  reader.cookie = coordinator.cookie;
  return (await reader.get(`/volunteer-imports/${importId}/bad-rows`)).body;
};
const faultsOf = async (importId: string, query = '', language = 'zh-Hans') => {
  const reader = new TestClient(district.api, { language });
  reader.cookie = coordinator.cookie;
  return (await reader.get(`/volunteer-imports/${importId}/faults${query}`)).body;
};
const applicants = async () =>
  (await coordinator.get(`/volunteers?place=${home.street}&state=applied&limit=100`)).body.items;

describe('a list', () => {
  it('enters its good rows as applicants, who can sign in with their number and be approved', async () => {
    const [mobile, documentNumber] = [nextListMobile(), nextDocumentNumber()];
    const answer = await send(aList([{ 手机号码: mobile, 证件号码: documentNumber }, {}]));
    expect(answer.body).toEqual({
      importId: expect.stringMatching(/^imp_/),
      total: 2,
      accepted: 2,
      alreadyKnown: 0,
      rejected: 0,
    });
    const person = new TestClient(district.api, { address: randomUUID() });
    await person.signIn(mobile, district.sent);
    const own = await person.get('/volunteers/me');
    expect(own.body).toMatchObject({
      name: '何丽华',
      community: home.community,
      skills: ['firstAid', 'cycling'],
      state: 'applied',
      consents: [
        { kind: 'terms', given: true, on: 'paper' },
        { kind: 'sensitiveData', given: true, on: 'paper' },
        { kind: 'rankings', given: false, on: 'paper' },
      ],
    });
    expect((await applicants()).find(({ id }: { id: string }) => id === own.body.id).registeredBy).toBe('import');
    const approved = await coordinator.post(`/volunteers/${own.body.id}/approval`, { decision: 'approve' });
    expect(approved.body.state).toBe('active');
    expect((await coordinator.get(`/volunteer-imports/${answer.body.importId}`)).body).toMatchObject({
      place: home.street,
      state: 'finished',
      total: 2,
      accepted: 2,
      badRowsUntil: '2026-12-24T02:00:00.000Z',
    });
  });

  it('gives its bad rows back as they were, each with its reasons in the reader’s language', async () => {
    const csv = aList([
      { 证件号码: '440103190001019983' },
      {},
      { 手机号码: '110', 社区: '没有的社区', 备注: '说"好"，再来' },
      { 技能: '急救、杂耍' },
      { 证件类型: '学生证' },
      { 姓名: '' },
      { 证件号码: '440103201506019997' },
      { 证件类型: '回乡证', 证件号码: 'H12345678' },
    ]);
    const { body } = await send(csv);
    expect(body).toMatchObject({ total: 8, accepted: 1, alreadyKnown: 0, rejected: 7 });
    const file = await badRowsOf(body.importId);
    expect(file.filename).toBe('志愿者名单-退回-2026-11-24.csv');
    expect(file.csv.startsWith('\uFEFF姓名,证件类型,证件号码,手机号码,社区,技能,备注,原因\r\n')).toBe(true);
    const lines = file.csv.split('\r\n').slice(1, -1);
    expect(lines[0]).toMatch(/440103190001019983.*原文件第 2 行。证件号码：身份证号码最后一位对不上/);
    expect(lines[1]).toMatch(
      /110,没有的社区.*"说""好""，再来".*第 4 行。手机号码：请填写 11 位.*社区：这里没有这个社区/,
    );
    expect(lines[2]).toMatch(/第 5 行。技能：选项表里没有“杂耍”/);
    expect(lines[3]).toMatch(/证件类型：证件类型请写/);
    expect(lines[4]).toMatch(/姓名：请填写证件上的姓名/);
    expect(lines[5]).toMatch(/监护人姓名：未满 18 岁/);
    expect(lines[6]).toMatch(/出生日期：请填写这一项/);
    expect((await badRowsOf(body.importId, 'zh-Hant')).csv).toContain('身份證號碼最後一位對不上');
    expect((await badRowsOf(body.importId, 'en')).csv).toContain('Document number: The last digit does not match');
  });

  it('counts whoever is registered already, or stands in it twice, and leaves them as they are', async () => {
    const row = { 证件号码: nextDocumentNumber(), 手机号码: nextListMobile() };
    expect((await send(aList([row, { ...row, 姓名: '何丽' }]))).body).toMatchObject({ accepted: 1, alreadyKnown: 1 });
    expect((await send(aList([{ ...row, 手机号码: nextListMobile() }, {}]))).body).toMatchObject({
      accepted: 1,
      alreadyKnown: 1,
      rejected: 0,
    });
  });

  it('sends back a number that is another volunteer’s, and joins one that only signed in before', async () => {
    const { mobile } = await aVolunteer(district);
    const signedIn = district.nextMobile();
    const person = new TestClient(district.api, { address: randomUUID() });
    await person.signIn(signedIn, district.sent);
    const shared = nextListMobile();
    const { body } = await send(
      aList([{ 手机号码: mobile }, { 手机号码: signedIn }, { 手机号码: shared }, { 手机号码: shared }]),
    );
    expect(body).toMatchObject({ accepted: 2, rejected: 2 });
    expect((await person.get('/volunteers/me')).body).toMatchObject({ name: '何丽华', state: 'applied' });
    expect((await badRowsOf(body.importId)).csv.match(/手机号码：这个手机号码已登记给另一位志愿者/g)).toHaveLength(2);
  });

  it('lets nothing in a cell become a formula, and can be sent again as it came back', async () => {
    const row = { 姓名: '=HYPERLINK("http://x")', 手机号码: '+8613712345678', 备注: '@SUM(1)' };
    const { body } = await send(aList([row]));
    const { csv } = await badRowsOf(body.importId);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toContain(`,'+8613712345678,`);
    expect(csv).toContain(`,'@SUM(1),`);
    const mended = csv.replace(`"'=HYPERLINK(""http://x"")"`, '何丽华');
    expect((await send(mended)).body).toMatchObject({ total: 1, accepted: 1 });
  });

  it('finds a community by its street or scope, and by nothing for a list of one community', async () => {
    const spread = aList([
      { 街道: '沙面街道', 社区: '沙面' },
      { 街道: '岭南', 社区: '岭南社区居委会' },
      { 社区: elsewhere.community },
    ]);
    expect((await send(spread, { place: '440103' })).body).toMatchObject({ accepted: 3 });
    expect((await send(aList([{ 社区: '' }]), { place: home.community })).body).toMatchObject({ accepted: 1 });
    expect((await send(aList([{ 社区: '岭南社区' }]))).body).toMatchObject({ rejected: 1 });
  });

  it.each([
    ['姓名,手机号码\n陈小明,13800000001\n', 'people.importColumnsMissing', '证件号码 (Document number)、社区'],
    ['\n', 'people.importEmpty', '一行名单'],
    ['姓名,证件号码,手机号码,社区\n"陈,1,2,3\n', 'people.importUnreadable', '引号'],
    [`姓名,证件号码,手机号码,社区\n${'甲,1,2,3\n'.repeat(3_001)}`, 'people.importTooLong', '3000'],
  ])('that cannot be read is refused whole, and says why: %#', async (csv, code, detail) => {
    const answer = await send(csv);
    expect(answer.body).toMatchObject({ code, detail: expect.stringContaining(detail) });
  });
});

describe('the operator’s command', () => {
  it('imports a list of any length, and the same again changes nothing', async () => {
    const csv = aList([{}, { 手机号码: '110' }]);
    const order = { place: home.street, csv, by: 'operator', key: 'list-of-november', language: 'en' } as const;
    const { importVolunteers } = district.contexts.people;
    const first = await importVolunteers(order);
    expect(first).toMatchObject({ total: 2, accepted: 1, rejected: 1 });
    expect(first.badRows.filename).toBe('volunteers-rejected-2026-11-24.csv');
    expect(first.badRows.csv).toContain('Mobile number: Please give a mobile number of 11 digits');
    expect(await importVolunteers(order)).toEqual(first);
  });
});

describe('an import that was broken off', () => {
  it('goes on under its key, entering nobody twice', async () => {
    let writesLeft = Number.POSITIVE_INFINITY;
    const shaky = await startDistrict({ wrap: (client) => failingWhen(client, () => --writesLeft < 0) });
    const caller = await shaky.person({ role: 'coordinator', scope: home.street });
    const csv = aList([...Array(200).fill({}), { 手机号码: '110' }]);
    const key = randomUUID();
    const run = () => caller.post('/volunteer-imports', { place: home.street, csv }, { key });

    writesLeft = 4;
    expect((await run()).status).toBe(500);
    const entered = await caller.get(`/volunteers?place=${home.street}&limit=100`);
    expect(entered.body.items.length).toBeGreaterThan(0);
    writesLeft = Number.POSITIVE_INFINITY;
    expect((await caller.post('/volunteer-imports', { place: home.street, csv: aList([{}]) }, { key })).body.code).toBe(
      'platform.idempotencyKeyReused',
    );
    const [first, second] = await Promise.all([run(), run()]);
    expect(first.body).toMatchObject({ total: 201, accepted: 200, alreadyKnown: 0, rejected: 1 });
    expect([second.body, (await run()).body]).toEqual([first.body, first.body]);

    const people = [];
    let cursor = '';
    do {
      const page = await caller.get(`/volunteers?place=${home.street}&limit=100${cursor}`);
      people.push(...page.body.items);
      cursor = page.body.cursor ? `&cursor=${page.body.cursor}` : '';
    } while (cursor);
    expect(new Set(people.map(({ number }) => number)).size).toBe(200);
    expect(people).toHaveLength(200);
    await shaky.stop();
  });
});

describe('three lists that name the same people', () => {
  it('enter each of them once where transactions collide and answers get lost, sent again while the API is busy', async () => {
    const unruliness: Unruliness = { seed: 11 };
    const rough = await startDistrict({ wrap: unruly(unruliness) });
    const grant = { role: 'coordinator', scope: home.street } as const;
    const callers = [await rough.person(grant), await rough.person(grant), await rough.person(grant)];
    const csv = aList(Array(120).fill({}));
    Object.assign(unruliness, { lost: 0.2, delayed: 0.3 });
    const counts = await Promise.all(
      callers.map(async (caller) => {
        const key = randomUUID();
        for (;;) {
          const answer = await caller.post('/volunteer-imports', { place: home.street, csv }, { key });
          if (answer.body.code !== 'platform.busy') return answer.body;
        }
      }),
    );
    const sum = (count: string) => counts.reduce((total, answer) => total + answer[count], 0);
    expect([sum('accepted'), sum('alreadyKnown'), sum('rejected')]).toEqual([120, 240, 0]);
    await rough.stop();
  });
});

describe('the faults of an import', () => {
  it('name line and column in the reader’s language, and nothing that stood in the row', async () => {
    const row = { 姓名: '1', 证件号码: '440103190001019983', 技能: '冯静文 13712345678' };
    const { body } = await send(aList([{}, row]));
    const faults = await faultsOf(body.importId);
    expect(faults).toEqual({
      items: [
        {
          line: 3,
          faults: [
            { column: '技能', message: '选项表里没有“…”，请改成表里的写法，或留空。' },
            { column: '姓名', message: '请填写证件上的姓名。' },
            { column: '证件号码', message: '身份证号码最后一位对不上，请检查是否打错。' },
          ],
        },
      ],
    });
    const [item] = (await faultsOf(body.importId, '', 'en')).items;
    expect(item.faults[2]).toMatchObject({ column: 'Document number', message: expect.stringContaining('last digit') });
  });

  it('come page by page in the order of the list, across its parts', async () => {
    const { body } = await send(
      aList(Array.from({ length: 50 }, (_, row) => (row % 3 === 0 ? { 手机号码: '1' } : {}))),
    );
    const { body: other } = await send(aList([{ 手机号码: '1' }, { 手机号码: '1' }]));
    const lines: number[] = [];
    let cursor = '';
    do {
      const page = await faultsOf(body.importId, `?limit=5${cursor}`);
      expect(page.items.length).toBeLessThanOrEqual(5);
      lines.push(...page.items.map(({ line }: { line: number }) => line));
      cursor = page.cursor ? `&cursor=${page.cursor}` : '';
    } while (cursor);
    expect(lines).toEqual(Array.from({ length: 17 }, (_, row) => row * 3 + 2));

    const ofAnother = (await faultsOf(other.importId, '?limit=1')).cursor;
    const notOurs = Buffer.from(JSON.stringify({ importId: body.importId, part: 'x', line: '1' })).toString(
      'base64url',
    );
    for (const wrong of [ofAnother, notOurs, 'nonsense']) {
      expect((await faultsOf(body.importId, `?cursor=${wrong}`)).code).toBe('platform.cursorInvalid');
    }
    expect(await faultsOf((await send(aList([{}]))).body.importId)).toEqual({ items: [] });
  });
});

describe('bad rows', () => {
  it('are sealed where they lie, audited when they are read, and gone after thirty days', async () => {
    const { body } = await send(aList([{ 证件号码: '440103190001019983', 姓名: '冯静文' }]));
    const part = await district.table('people').client.send(
      new QueryCommand({
        TableName: district.table('people').name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `IMPORT#${body.importId}` },
        Limit: 10,
      }),
    );
    expect(part.Items).toHaveLength(2);
    expect(JSON.stringify(part.Items)).not.toMatch(/440103190001019983|冯静文/);
    district.later(minute);
    await faultsOf(body.importId);
    await badRowsOf(body.importId);
    const audit = await district.table('identity').client.send(
      new QueryCommand({
        TableName: district.table('identity').name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'AUDIT#2026-11-24' },
        Limit: 400,
      }),
    );
    const deeds = audit.Items?.filter(({ target }) => target === body.importId).map(({ action }) => action);
    expect(deeds).toEqual(['volunteer.import', 'volunteer.readBadRows']);

    district.later(30 * day);
    coordinator = await district.person({ role: 'coordinator', scope: '440103' });
    expect((await badRowsOf(body.importId)).code).toBe('people.badRowsGone');
    expect((await faultsOf(body.importId)).code).toBe('people.badRowsGone');
  });
});

/** A client on which a transaction breaks when `isDown` says so. */
function failingWhen(client: DynamoDBDocumentClient, isDown: () => boolean): DynamoDBDocumentClient {
  const send = client.send.bind(client) as (request: object) => Promise<unknown>;
  return Object.assign(Object.create(client), {
    send: async (request: object) => {
      if (request instanceof TransactWriteCommand && isDown()) throw new Error('the machine went down');
      return send(request);
    },
  });
}
