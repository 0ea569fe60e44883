import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { day, minute } from '@kaifong/shared/kernel/time.ts';
import { type ImportAim, mostBytes } from '@kaifong/shared/people/importing/import-schema.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aList, aRow, nextListMobile } from '../../test/a-list.ts';
import { aVolunteer, nextDocumentNumber } from '../../test/a-volunteer.ts';
import { aWorkbook } from '../../test/a-workbook.ts';
import { carryOut, uploadList } from '../../test/an-import.ts';
import { auditOf } from '../../test/audit-of.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { TestClient } from '../../test/test-client.ts';
import { type Unruliness, unruly } from '../../test/unruly-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await district.person({ role: 'coordinator', scope: '440103' });
});
afterAll(() => district.stop());

const send = async (list: string | Uint8Array, options: { place?: string; aim?: ImportAim } = {}) => {
  const importId = await uploadList(coordinator, list, { place: options.place ?? home.street });
  return carryOut(district, coordinator, importId, options.aim);
};
const inLanguage = (language: string) => {
  const reader = new TestClient(district.api, { language });
  reader.cookie = coordinator.cookie;
  return reader;
};
const badRowsOf = async (importId: string, language = 'zh-Hans') =>
  (await inLanguage(language).get(`/volunteer-imports/${importId}/bad-rows`)).body;
const faultsOf = async (importId: string, query = '', language = 'zh-Hans') =>
  (await inLanguage(language).get(`/volunteer-imports/${importId}/faults${query}`)).body;
const applicants = async () =>
  (await coordinator.get(`/volunteers?place=${home.street}&state=applied&limit=100`)).body.items;
const deedsOn = async (importId: string) => (await auditOf(district, importId)).map(({ action }) => action);

describe('a list', () => {
  it('enters its good rows as applicants, who can sign in with their number and be approved', async () => {
    const [mobile, documentNumber] = [nextListMobile(), nextDocumentNumber()];
    const answer = await send(aList([{ 手机号码: mobile, 证件号码: documentNumber }, {}]));
    expect(answer).toMatchObject({
      importId: expect.stringMatching(/^imp_/),
      fileName: '名单.csv',
      place: home.street,
      state: 'entered',
      total: 2,
      done: 2,
      accepted: 2,
      alreadyKnown: 0,
      rejected: 0,
      badRowsUntil: '2026-12-24T02:00:00.000Z',
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
    const body = await send(csv);
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
    expect(await send(aList([row, { ...row, 姓名: '何丽' }]))).toMatchObject({ accepted: 1, alreadyKnown: 1 });
    expect(await send(aList([{ ...row, 手机号码: nextListMobile() }, {}]))).toMatchObject({
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
    const body = await send(
      aList([{ 手机号码: mobile }, { 手机号码: signedIn }, { 手机号码: shared }, { 手机号码: shared }]),
    );
    expect(body).toMatchObject({ accepted: 2, rejected: 2 });
    expect((await person.get('/volunteers/me')).body).toMatchObject({ name: '何丽华', state: 'applied' });
    expect((await badRowsOf(body.importId)).csv.match(/手机号码：这个手机号码已登记给另一位志愿者/g)).toHaveLength(2);
  });

  it('lets nothing in a cell become a formula, and can be sent again as it came back', async () => {
    const row = { 姓名: '=HYPERLINK("http://x")', 手机号码: '+8613712345678', 备注: '@SUM(1)' };
    const body = await send(aList([row]));
    const { csv } = await badRowsOf(body.importId);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toContain(`,'+8613712345678,`);
    expect(csv).toContain(`,'@SUM(1),`);
    const mended = csv.replace(`"'=HYPERLINK(""http://x"")"`, '何丽华');
    expect(await send(mended)).toMatchObject({ total: 1, accepted: 1 });
  });

  it('finds a community by its street or scope, and by nothing for a list of one community', async () => {
    const spread = aList([
      { 街道: '沙面街道', 社区: '沙面' },
      { 街道: '岭南', 社区: '岭南社区居委会' },
      { 社区: elsewhere.community },
    ]);
    expect(await send(spread, { place: '440103' })).toMatchObject({ accepted: 3 });
    expect(await send(aList([{ 社区: '' }]), { place: home.community })).toMatchObject({ accepted: 1 });
    expect(await send(aList([{ 社区: '岭南社区' }]))).toMatchObject({ rejected: 1 });
  });

  it('of Excel is read as well, with dates as a sheet keeps them', async () => {
    const [first, second] = [aRow({ 证件类型: '台胞证', 证件号码: '00123456' }), aRow()];
    const headings = Object.keys(first);
    const workbook = aWorkbook([
      [...headings, '出生日期'],
      [...headings.map((heading) => first[heading] ?? ''), 21_310],
      [...headings.map((heading) => second[heading] ?? '')],
      [...headings.map((heading) => (heading === '证件号码' ? '4.40103E+17' : (aRow()[heading] ?? '')))],
    ]);
    const body = await send(workbook);
    expect(body).toMatchObject({ state: 'entered', total: 3, accepted: 2, rejected: 1 });
    expect((await faultsOf(body.importId)).items[0].faults[0].message).toContain('设为“文本”格式');
  });

  it('sends back a row of ten thousand characters, a birth date in the future and a broken byte, and enters the rest', async () => {
    const csv = aList([
      { 备注: '长'.repeat(10_000) },
      { 证件类型: '台胞证', 证件号码: '12345678', 出生日期: '2199-01-01' },
      {},
      { 姓名: '何x华' },
    ]);
    const bytes = Buffer.from(csv);
    bytes[bytes.indexOf('何x华') + 3] = 0xff;
    const body = await send(bytes);
    expect(body).toMatchObject({ accepted: 1, rejected: 3 });
    const messages = async (language: string) =>
      (await faultsOf(body.importId, '', language)).items.map(
        (row: { faults: { message: string }[] }) => row.faults[0]?.message,
      );
    expect(await messages('zh-Hans')).toEqual([
      expect.stringContaining('超过 4000 个字'),
      '出生日期不对，请检查。',
      expect.stringContaining('读不出的字'),
    ]);
    expect(await messages('zh-Hant')).toEqual([
      expect.stringContaining('超過 4000 個字'),
      '出生日期不對，請檢查。',
      expect.stringContaining('讀不出的字'),
    ]);
    expect(await messages('en')).toEqual([
      expect.stringContaining('more than 4000 characters'),
      'This birth date cannot be right. Please check it.',
      expect.stringContaining('cannot be read'),
    ]);
  });

  it('that cannot be read is refused whole, says why in three languages, and nobody is entered', async () => {
    const good = aList([{}, {}]);
    const body = await send(`${good}"陈,${'1,2,3,4,5,6\n'.repeat(20_000)}`);
    expect(body).toMatchObject({
      state: 'refused',
      done: 0,
      accepted: 0,
      refusal: expect.stringContaining('少了一个引号'),
    });
    const path = `/volunteer-imports/${body.importId}`;
    expect((await inLanguage('zh-Hant').get(path)).body.refusal).toContain('少了一個引號');
    expect((await inLanguage('en').get(path)).body.refusal).toContain('a quotation mark may be missing');
    const left = await district.table('people').client.send(
      new QueryCommand({
        TableName: district.table('people').name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :p)',
        ExpressionAttributeValues: { ':pk': `IMPORT#${body.importId}`, ':p': 'P' },
        Limit: 10,
      }),
    );
    expect(left.Items).toEqual([]);
    expect((await coordinator.post(`${path}/start`, { aim: 'enter' })).body.code).toBe('import.begun');
  });

  it.each([
    ['zh-Hans', '文件超过 24 MB，没有读取'],
    ['zh-Hant', '檔案超過 24 MB，沒有讀取'],
    ['en', 'larger than 24 MB and was not read'],
  ])('of 400 megabytes is refused before a byte of it is sent, in %s', async (language, words) => {
    const sent = { place: home.street, fileName: 'a.csv', size: 400 * 2 ** 20, digest: 'a'.repeat(43) };
    const answer = await inLanguage(language).post('/volunteer-imports', sent);
    expect(answer.body).toMatchObject({
      status: 413,
      code: 'import.tooLarge',
      detail: expect.stringContaining(words),
    });
    expect(mostBytes).toBe(24 * 2 ** 20);
  });

  it('of Excel that is a bomb is refused whole, says why in three languages, and nobody is entered', async () => {
    const before = (await applicants()).length;
    const bomb = aWorkbook([], { 'xl/worksheets/sheet2.xml': `<worksheet>${' '.repeat(97 * 2 ** 20)}</worksheet>` });
    expect(bomb.length).toBeLessThan(300_000);
    const body = await send(bomb);
    expect(body).toMatchObject({
      state: 'refused',
      done: 0,
      accepted: 0,
      refusal: expect.stringContaining('解开后太大'),
    });
    const path = `/volunteer-imports/${body.importId}`;
    expect((await inLanguage('zh-Hant').get(path)).body.refusal).toContain('解開後太大');
    expect((await inLanguage('en').get(path)).body.refusal).toContain('far too large and was not read');
    expect(await applicants()).toHaveLength(before);
  });

  it('in GB18030 is read, and of a byte that broke only its own row is sent back', async () => {
    const csv = aList([{}, { 姓名: '何x华' }, {}]);
    const bytes = inGb18030(csv);
    // No sign begins with this byte.
    bytes[bytes.indexOf('x')] = 0xff;
    const body = await send(bytes);
    expect(body).toMatchObject({ state: 'entered', total: 3, accepted: 2, rejected: 1 });
    const messages = await Promise.all(
      ['zh-Hans', 'zh-Hant', 'en'].map(async (language) => (await faultsOf(body.importId, '', language)).items),
    );
    expect(messages.map(([{ line, faults }]) => [line, faults[0].message])).toEqual([
      [3, expect.stringContaining('读不出的字')],
      [3, expect.stringContaining('讀不出的字')],
      [3, expect.stringContaining('cannot be read')],
    ]);
  });

  it('of which a piece never came is refused, and enters nobody', async () => {
    const rows = aList(Array.from({ length: 4_000 }, () => ({})));
    const begun = await coordinator.post('/volunteer-imports', {
      place: home.street,
      fileName: 'a.csv',
      size: Buffer.byteLength(rows),
      digest: 'b'.repeat(43),
    });
    const { importId } = begun.body;
    await coordinator.put(`/volunteer-imports/${importId}/pieces/1`, { content: 'QUJD' });
    const body = await carryOut(district, coordinator, importId);
    expect(body).toMatchObject({ state: 'refused', refusal: '文件没有传完。请重新选择文件上传。' });
    const late = await coordinator.put(`/volunteer-imports/${importId}/pieces/0`, { content: 'QUJD' });
    expect(late.body.code).toBe('import.begun');
  });
});

describe('a check', () => {
  it('tells how the list would go and enters nobody; then the same list enters without another upload', async () => {
    const { mobile } = await aVolunteer(district);
    const known = { 证件号码: nextDocumentNumber(), 手机号码: nextListMobile() };
    await send(aList([known]));
    const twice = { 证件号码: nextDocumentNumber(), 手机号码: nextListMobile() };
    const before = (await applicants()).length;
    const csv = aList([{}, known, { 手机号码: mobile }, twice, twice, { 姓名: '' }]);
    const checked = await send(csv, { aim: 'check' });
    expect(checked).toMatchObject({
      aim: 'check',
      state: 'checked',
      total: 6,
      done: 6,
      accepted: 2,
      alreadyKnown: 2,
      rejected: 2,
    });
    expect((await faultsOf(checked.importId)).items.map(({ line }: { line: number }) => line)).toEqual([4, 7]);
    expect((await badRowsOf(checked.importId)).csv.split('\r\n')).toHaveLength(4);
    expect(await applicants()).toHaveLength(before);

    const entered = await carryOut(district, coordinator, checked.importId);
    expect(entered).toMatchObject({
      aim: 'enter',
      state: 'entered',
      done: 6,
      accepted: 2,
      alreadyKnown: 2,
      rejected: 2,
    });
    expect(await applicants()).toHaveLength(before + 2);
    expect(await deedsOn(checked.importId)).toEqual(
      expect.arrayContaining(['volunteer.import', 'volunteer.import.check', 'volunteer.import.enter']),
    );
  });
});

describe('past imports', () => {
  it('are listed under their place and every place above, the newest first, and under no other', async () => {
    district.later(minute);
    const older = await send(aList([{}]), { place: home.community });
    district.later(minute);
    const newer = await uploadList(coordinator, aList([{}]), { place: home.street, fileName: '第二份.csv' });
    const listOf = async (place: string, query = '') =>
      (await coordinator.get(`/volunteer-imports?place=${place}${query}`)).body;
    const first = await listOf(home.street, '&limit=1');
    expect(first.items).toMatchObject([{ importId: newer, fileName: '第二份.csv', state: 'uploading', done: 0 }]);
    const next = await listOf(home.street, `&limit=1&cursor=${first.cursor}`);
    expect(next.items).toMatchObject([{ importId: older.importId, state: 'entered' }]);
    expect((await listOf('440103')).items[0].importId).toBe(newer);
    expect((await listOf(home.community)).items[0].importId).toBe(older.importId);
    expect((await listOf(elsewhere.street)).items).toEqual([]);
  });
});

describe('one file sent twice', () => {
  it('is entered by one import at a time; afterwards it may be sent again, and everybody is known', async () => {
    const csv = aList([{}, {}]);
    const [first, second] = await Promise.all([
      uploadList(coordinator, csv, { place: home.street }),
      uploadList(coordinator, csv, { place: home.street }),
    ]);
    const start = (importId: string, client = coordinator) =>
      client.post(`/volunteer-imports/${importId}/start`, { aim: 'enter' });
    expect((await start(first)).status).toBe(202);
    expect((await start(second)).body).toMatchObject({
      status: 409,
      code: 'import.underWay',
      detail: expect.stringContaining('正在导入'),
    });
    expect((await start(second, inLanguage('en'))).body.detail).toContain('being imported right now');
    expect((await start(second, inLanguage('zh-Hant'))).body.detail).toContain('正在匯入');
    await expect(uploadList(coordinator, csv, { place: home.street })).rejects.toThrow('import.underWay');
    await district.settle();
    expect(await carryOut(district, coordinator, second)).toMatchObject({
      state: 'entered',
      accepted: 0,
      alreadyKnown: 2,
    });
  });
});

describe('the operator’s command', () => {
  it('imports a list from a file at hand, and the same again changes nothing', async () => {
    const csv = aList([{}, { 手机号码: '110' }]);
    const order = { place: home.street, fileName: 'a.csv', size: csv.length, by: 'operator', key: 'c'.repeat(43) };
    const bytes = async function* () {
      yield Buffer.from(csv);
    };
    const { importVolunteers, badRows } = district.contexts.people;
    const first = await importVolunteers({ ...order, aim: 'enter' }, bytes);
    expect(first).toMatchObject({ state: 'entered', total: 2, accepted: 1, rejected: 1 });
    let text = '';
    for await (const part of await badRows.textOf(first, 'en')) text += part;
    expect(text).toContain('Mobile number: Please give a mobile number of 11 digits');
    expect(await importVolunteers({ ...order, aim: 'enter' }, bytes)).toEqual(first);
  });
});

describe('an import that was broken off', () => {
  it('goes on where it stopped, entering nobody twice', async () => {
    let writesLeft = Number.POSITIVE_INFINITY;
    const shaky = await startDistrict({ wrap: (client) => failingWhen(client, () => --writesLeft < 0) });
    const caller = await shaky.person({ role: 'coordinator', scope: home.street });
    const csv = aList([...Array(200).fill({}), { 手机号码: '110' }]);
    const importId = await uploadList(caller, csv, { place: home.street });
    await caller.post(`/volunteer-imports/${importId}/start`, { aim: 'enter' });

    writesLeft = 4;
    await expect(shaky.settle()).rejects.toThrow('could not be delivered');
    const half = await caller.get(`/volunteer-imports/${importId}`);
    expect(half.body).toMatchObject({ state: 'working', total: 201, isStuck: false });
    const entered = await caller.get(`/volunteers?place=${home.street}&state=applied&limit=100`);
    expect(entered.body.items.length).toBeGreaterThan(0);
    shaky.later(2 * minute);
    expect((await caller.get(`/volunteer-imports/${importId}`)).body.isStuck).toBe(true);

    writesLeft = Number.POSITIVE_INFINITY;
    expect((await caller.post(`/volunteer-imports/${importId}/start`, { aim: 'enter' })).status).toBe(202);
    await Promise.all([shaky.settle(), shaky.contexts.people.imports.takeStep(importId)]);
    const report = (await caller.get(`/volunteer-imports/${importId}`)).body;
    expect(report).toMatchObject({ state: 'entered', total: 201, accepted: 200, alreadyKnown: 0, rejected: 1 });
    await shaky.redeliver();
    expect((await caller.get(`/volunteer-imports/${importId}`)).body).toEqual(report);

    const people = [];
    let cursor = '';
    do {
      const page = await caller.get(`/volunteers?place=${home.street}&state=applied&limit=100${cursor}`);
      people.push(...page.body.items);
      cursor = page.body.cursor ? `&cursor=${page.body.cursor}` : '';
    } while (cursor);
    expect(new Set(people.map(({ number }) => number)).size).toBe(200);
    expect(people).toHaveLength(200);
    await shaky.stop();
  });
});

describe('three lists that name the same people', () => {
  it('enter each of them once where transactions collide and answers get lost', async () => {
    const unruliness: Unruliness = { seed: 11 };
    const rough = await startDistrict({ wrap: unruly(unruliness) });
    const caller = await rough.person({ role: 'coordinator', scope: home.street });
    const rows = Array.from({ length: 120 }, () => aRow());
    const imports = await Promise.all(
      [1, 2, 3].map((number) =>
        uploadList(caller, aList([...rows, { 姓名: `第${number}份` }]), { place: home.street }),
      ),
    );
    for (const importId of imports) await caller.post(`/volunteer-imports/${importId}/start`, { aim: 'enter' });
    Object.assign(unruliness, { lost: 0.2, delayed: 0.3 });
    const { takeStep } = rough.contexts.people.imports;
    await Promise.all(
      imports.map(async (importId) => {
        for (let isBusy = true; isBusy; ) {
          isBusy = await takeStep(importId).then(
            () => false,
            (error) => {
              if (error.code !== 'platform.busy') throw error;
              return true;
            },
          );
        }
      }),
    );
    Object.assign(unruliness, { lost: 0, delayed: 0 });
    const reports = await Promise.all(imports.map(async (id) => (await caller.get(`/volunteer-imports/${id}`)).body));
    const sum = (count: string) => reports.reduce((total, report) => total + report[count], 0);
    expect([sum('accepted'), sum('alreadyKnown'), sum('rejected')]).toEqual([120, 240, 3]);
    await rough.stop();
  });
});

describe('the faults of an import', () => {
  it('name line and column in the reader’s language, and nothing that stood in the row', async () => {
    const row = { 姓名: '1', 证件号码: '440103190001019983', 技能: '冯静文 13712345678' };
    const body = await send(aList([{}, row]));
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
    const body = await send(aList(Array.from({ length: 50 }, (_, row) => (row % 3 === 0 ? { 手机号码: '1' } : {}))));
    const other = await send(aList([{ 手机号码: '1' }, { 手机号码: '1' }]));
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
    expect(await faultsOf((await send(aList([{}]))).importId)).toEqual({ items: [] });
  });
});

describe('bad rows', () => {
  it('are sealed where they lie, audited when they are read, and gone after thirty days', async () => {
    const body = await send(aList([{ 证件号码: '440103190001019983', 姓名: '冯静文' }]));
    const part = await district.table('people').client.send(
      new QueryCommand({
        TableName: district.table('people').name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `IMPORT#${body.importId}` },
        Limit: 10,
      }),
    );
    expect(part.Items?.map(({ sk }) => sk)).toEqual(['IMPORT', 'PART#00000']);
    expect(JSON.stringify(part.Items)).not.toMatch(/440103190001019983|冯静文/);
    district.later(minute);
    await faultsOf(body.importId);
    await badRowsOf(body.importId);
    const deeds = await deedsOn(body.importId);
    expect(deeds.toSorted()).toEqual(['volunteer.import', 'volunteer.import.enter', 'volunteer.readBadRows']);

    district.later(30 * day);
    coordinator = await district.person({ role: 'coordinator', scope: '440103' });
    expect((await badRowsOf(body.importId)).code).toBe('import.badRowsGone');
    expect((await faultsOf(body.importId)).code).toBe('import.badRowsGone');
  });
});

/** A text as Excel in mainland China writes it: each sign in one or two bytes. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const signs = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const sign = decoder.decode(Uint8Array.of(first, second));
      if (second !== 0x7f && sign.length === 1 && !signs.has(sign)) signs.set(sign, [first, second]);
    }
  }
  return Buffer.from([...text].flatMap((sign) => (sign <= '~' ? sign.charCodeAt(0) : (signs.get(sign) ?? []))));
}

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
