import { randomUUID } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventItem } from '../platform/outbox.ts';
import { transact } from '../platform/transact.ts';
import { aRegistration, aVolunteer, nextDocumentNumber } from '../test/a-volunteer.ts';
import { auditOf } from '../test/audit-of.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../test/district.ts';
import { TestClient } from '../test/test-client.ts';
import { volunteerNumberOf } from './index.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

/** Somebody who signed in and reads a language. */
async function aReader(language: string): Promise<TestClient> {
  const reader = new TestClient(district.api, { address: randomUUID(), language });
  await reader.signIn(district.nextMobile(), district.sent);
  return reader;
}

/** The clock of the test stands at 2026-11-24. */
const bornOn = (birthDate: string) => makeSyntheticId({ birthDate, sequence: 2 });
const guardian = { name: '陈大文', mobile: '13500000001', consent: true };

describe('registering', () => {
  it('makes an applicant with a number of their own, who sees what comes next', async () => {
    const person = await district.person();
    const documentNumber = nextDocumentNumber();
    const registered = await person.post('/volunteers', aRegistration({ documentNumber }));
    expect(registered).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^vol_/), number: expect.stringMatching(/^LW\d{8}$/), state: 'applied' },
    });
    const own = await person.get('/volunteers/me');
    expect(own.body).toMatchObject({
      id: registered.body.id,
      number: registered.body.number,
      name: '陈小明',
      document: { kind: 'mainlandId', number: `${documentNumber.slice(0, 3)}****${documentNumber.slice(-4)}` },
      community: home.community,
      state: 'applied',
      next: 'waitForApproval',
    });
    expect((await person.get('/session')).body.account).toMatchObject({
      name: '陈小明',
      volunteerId: registered.body.id,
      roles: [{ role: 'volunteer', scope: home.community }],
    });
  });

  it.each([
    ['mainlandId', '830000190207159989', {}, '830****9989'],
    ['homeReturnPermit', 'h12345678', { birthDate: '1990-05-01' }, 'H****78'],
    ['taiwanPermit', '１２３４５６７８', { birthDate: '1990-05-01' }, '1****78'],
    ['chinesePassport', 'EA1234567', { birthDate: '1990-05-01' }, 'E****67'],
    ['foreignPassport', 'C01X00T47', { birthDate: '1990-05-01' }, 'C****47'],
  ])('takes a %s', async (documentKind, documentNumber, more, masked) => {
    const person = await district.person();
    const registered = await person.post('/volunteers', aRegistration({ documentKind, documentNumber, ...more }));
    expect(registered.status).toBe(201);
    expect((await person.get('/volunteers/me')).body.document).toEqual({ kind: documentKind, number: masked });
  });

  it.each([
    ['zh-Hans', '身份证号码最后一位对不上，请检查是否打错。'],
    ['zh-Hant', '身份證號碼最後一位對不上，請檢查是否打錯。'],
    ['en', 'The last digit does not match the others. Please check for a typing mistake.'],
  ])('says in %s that the check digit is wrong', async (language, message) => {
    const person = await aReader(language);
    const answer = await person.post('/volunteers', aRegistration({ documentNumber: '440103190001019983' }));
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: 'documentNumber', message }] } });
  });

  it.each([
    ['documentNumber', { documentNumber: '440103200302290001' }, '出生日期不存在'],
    ['birthDate', { documentKind: 'taiwanPermit', documentNumber: '12345679' }, '请填写这一项'],
    [
      'birthDate',
      { documentKind: 'taiwanPermit', documentNumber: '12345679', birthDate: '2027-01-01' },
      '出生日期不对',
    ],
    ['name', { name: '13800000000' }, '证件上的姓名'],
    ['community', { community: home.street }, '请选择街道和社区'],
    ['skills', { skills: ['juggling'] }, '不在目录里'],
    ['consents.terms', { consents: { sensitiveData: true } }, '需要您同意'],
    ['consents.sensitiveData', { consents: { terms: true, sensitiveData: false } }, '需要您同意'],
  ])('marks the field %s that is at fault', async (path, change, message) => {
    const answer = await (await district.person()).post('/volunteers', aRegistration(change));
    expect(answer.body).toMatchObject({ status: 400, fields: [{ path, message: expect.stringContaining(message) }] });
  });

  it('tells in one answer all that is wrong, one fault at each field', async () => {
    const person = await district.person();
    const faultsOf = async (changes: Record<string, unknown>) => {
      const { status, body } = await person.post('/volunteers', aRegistration(changes));
      expect(status).toBe(400);
      return body.fields.map(({ path }: { path: string }) => path);
    };
    const noConsents = { consents: { terms: false, sensitiveData: false } };
    expect(await faultsOf({ documentNumber: '440103190001019983', name: '', ...noConsents })).toEqual([
      'name',
      'documentNumber',
      'consents.terms',
      'consents.sensitiveData',
    ]);
    const child = { documentNumber: bornOn('2015-06-01'), ...noConsents };
    expect(await faultsOf(child)).toEqual(['consents.terms', 'consents.sensitiveData', 'guardian']);
    expect(await faultsOf({ ...child, consents: undefined, guardian: { name: '', mobile: '1' } })).toEqual([
      'consents',
      'guardian.name',
      'guardian.mobile',
    ]);
    const passport = { documentKind: 'foreignPassport', documentNumber: '?', skills: ['juggling'] };
    expect(await faultsOf(passport)).toEqual(['documentNumber', 'birthDate']);
  });

  it('keeps every consent with its version, and takes none for given that was not', async () => {
    const person = await district.person();
    await person.post('/volunteers', aRegistration());
    expect((await person.get('/volunteers/me')).body.consents).toEqual(
      [
        { kind: 'terms', given: true },
        { kind: 'sensitiveData', given: true },
        { kind: 'rankings', given: false },
      ].map((consent) => ({ ...consent, version: '2026-01', at: district.clock.now, on: 'screen' })),
    );
  });

  it('asks for a guardian under 18, whose consent under 14 comes first', async () => {
    const [child, youth] = [bornOn('2015-06-01'), bornOn('2008-11-25')];
    const register = async (documentNumber: string, more: object) => {
      const person = await district.person();
      return { person, answer: await person.post('/volunteers', aRegistration({ documentNumber, ...more })) };
    };
    const faultOf = async (documentNumber: string, more: object) =>
      (await register(documentNumber, more)).answer.body.fields?.[0].path;
    expect(await faultOf(youth, {})).toBe('guardian');
    expect(await faultOf(youth, { guardian: { ...guardian, mobile: '12345678' } })).toBe('guardian.mobile');

    const { person, answer } = await register(youth, { guardian });
    expect((await person.get('/volunteers/me')).body).toMatchObject({
      guardian: { name: '陈*文', mobile: '135****0001' },
      consents: [{ kind: 'terms' }, { kind: 'sensitiveData' }, { kind: 'rankings' }],
      next: 'askGuardian',
    });
    expect(await district.contexts.people.findVolunteer(answer.body.id)).toMatchObject({ adultFrom: '2026-11-25' });
    expect((await register(child, { guardian })).answer.body.code).toBe('people.guardianFirst');
  });

  it('keeps no guardian of an adult', async () => {
    const person = await district.person();
    await person.post('/volunteers', aRegistration({ documentNumber: bornOn('2008-11-24'), guardian }));
    expect((await person.get('/volunteers/me')).body.guardian).toBeUndefined();
  });

  it('refuses a document that is registered, also when two accounts send it at the same moment', async () => {
    const documentNumber = nextDocumentNumber();
    const people = [await district.person(), await district.person(), await district.person()];
    const answers = await Promise.all(
      people.map((person) => person.post('/volunteers', aRegistration({ documentNumber }))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({
      code: 'people.documentKnown',
      detail: expect.stringContaining('请用登记时'),
    });
    const spaced = `${documentNumber.slice(0, 6)} ${documentNumber.slice(6).toLowerCase()}`;
    const late = await (await district.person()).post('/volunteers', aRegistration({ documentNumber: spaced }));
    expect(late.body.code).toBe('people.documentKnown');
  });

  it('makes one account one volunteer', async () => {
    const person = await district.person();
    const answers = await Promise.all([1, 2, 3].map(() => person.post('/volunteers', aRegistration())));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect((await person.post('/volunteers', aRegistration())).body.code).toBe('people.alreadyRegistered');
    expect((await person.get('/session')).body.account.roles).toHaveLength(1);
  });

  it('needs a community that there is', async () => {
    const answer = await (await district.person()).post('/volunteers', aRegistration({ community: '440103/001/099' }));
    expect(answer.body.code).toBe('place.unknown');
  });
});

describe('an application', () => {
  it('is listed to the coordinators of its community, its street and the district, page by page', async () => {
    const one = await startDistrict();
    const applied = [];
    for (const scope of [home.community, home.community, elsewhere.community]) {
      applied.push((await aVolunteer(one, { state: 'applied', scope })).volunteerId);
    }
    const listed = async (place: string, more = '') => {
      const coordinator = await one.person({ role: 'coordinator', scope: place });
      return (await coordinator.get(`/volunteers?place=${place}${more}`)).body;
    };
    const idsOf = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);
    expect(idsOf(await listed(home.community))).toEqual(expect.arrayContaining(applied.slice(0, 2)));
    expect(idsOf(await listed(home.street))).toHaveLength(2);
    expect(idsOf(await listed(elsewhere.street))).toEqual(applied.slice(2));
    expect(idsOf(await listed('440103')).toSorted()).toEqual(applied.toSorted());
    expect(idsOf(await listed('440103', '&state=active'))).toEqual([]);
    const first = await listed('440103', '&limit=2');
    const second = await listed('440103', `&limit=2&cursor=${first.cursor}`);
    expect([...idsOf(first), ...idsOf(second)].toSorted()).toEqual(applied.toSorted());
    expect(first.items[0]).toMatchObject({
      document: { kind: 'mainlandId', number: expect.stringMatching(/^\d{3}\*{4}\d{3}[\dX]$/) },
      isMinor: false,
      registeredBy: 'self',
    });
    expect(Object.keys(first.items[0])).not.toContain('documentSealed');
    await one.stop();
  });

  it('is approved once, by whoever comes first, and told to those who live on events', async () => {
    const { caller, volunteerId, accountId } = await aVolunteer(district, { state: 'applied' });
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    const path = `/volunteers/${volunteerId}/approval`;
    const answers = await Promise.all([
      coordinator.post(path, { decision: 'approve' }),
      coordinator.post(path, { decision: 'decline', reason: '请先补交材料' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const state = answers.find(({ status }) => status === 200)?.body.state;
    expect((await caller.get('/volunteers/me')).body.state).toBe(state);
    expect((await coordinator.post(path, { decision: 'approve' })).body.code).toBe('people.alreadyDecided');

    const events = (await rowsOf('people')).filter(({ entity }) => entity === EventItem.entity);
    const told = events.filter(({ data }) => (data as { volunteerId: string }).volunteerId === volunteerId);
    expect(told).toMatchObject([
      {
        type: state === 'active' ? 'people.volunteerApproved' : 'people.volunteerDeclined',
        data: { volunteerId, accountId, community: home.community },
      },
    ]);
    expect(await auditOf(district, volunteerId)).toHaveLength(1);
  });

  it('is declined with a reason, which the applicant reads', async () => {
    const { caller, volunteerId } = await aVolunteer(district, { state: 'applied' });
    const coordinator = await district.person({ role: 'coordinator', scope: home.community });
    const path = `/volunteers/${volunteerId}/approval`;
    expect((await coordinator.post(path, { decision: 'decline' })).body.fields[0].path).toBe('reason');
    const declined = await coordinator.post(path, { decision: 'decline', reason: '请带证件到社区核对' });
    expect(declined.body).toEqual({ id: volunteerId, state: 'declined' });
    expect((await caller.get('/volunteers/me')).body).toMatchObject({
      state: 'declined',
      next: 'contactCommunity',
      stateReason: '请带证件到社区核对',
    });
  });

  it('is not decided by the applicant, nor by a coordinator of another place', async () => {
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    const { body } = await coordinator.post('/volunteers', aRegistration());
    const path = `/volunteers/${body.id}/approval`;
    expect((await coordinator.post(path, { decision: 'approve' })).body.code).toBe('people.ownApplication');
    const stranger = await district.person({ role: 'coordinator', scope: elsewhere.street });
    expect((await stranger.post(path, { decision: 'approve' })).status).toBe(403);
  });
});

describe('other contexts', () => {
  it('learn what they need of a volunteer and no more', async () => {
    const { volunteerId, accountId } = await aVolunteer(district, { skills: ['cycling'] });
    const facts = {
      id: volunteerId,
      accountId,
      number: expect.stringMatching(/^LW/),
      name: '陈小明',
      state: 'active',
      skills: ['cycling'],
      languages: ['cantonese', 'mandarin'],
      scope: home.community,
      adultFrom: '2026-11-24',
    };
    const { people } = district.contexts;
    expect(await people.findVolunteer(volunteerId)).toEqual(facts);
    expect(await people.findVolunteer('vol_00000000000000000000')).toBeUndefined();
    expect(await people.findVolunteers(['vol_00000000000000000000', volunteerId])).toEqual([facts]);
  });
});

describe('a volunteer loaded in bulk', () => {
  it('is just like one who registered', async () => {
    const mobile = district.nextMobile();
    const { people } = district.contexts;
    const stored = await people.volunteerItems({
      name: '陈小明',
      documentKind: 'mainlandId',
      documentNumber: nextDocumentNumber(),
      birthDate: '1960-01-01',
      mobile: `+86${mobile}`,
      community: home.community,
      skills: ['firstAid'],
      languages: ['cantonese', 'mandarin'],
      state: 'active',
      registeredAt: '2025-01-01T00:00:00.000Z',
      decidedAt: '2025-01-02T00:00:00.000Z',
      number: volunteerNumberOf(1),
      grants: [{ role: 'teamLeader', scope: home.team }],
    });
    for (const { table, row } of stored.rows) {
      const { client, name } = district.table(table);
      await transact(client, { row: { item: { Put: { TableName: name, Item: row } } } });
    }
    const caller = new TestClient(district.api, { address: randomUUID() });
    await caller.signIn(mobile, district.sent);
    const registered = await aVolunteer(district);
    const [loaded, own] = [await caller.get('/volunteers/me'), await registered.caller.get('/volunteers/me')];
    expect(Object.keys(loaded.body)).toEqual(Object.keys(own.body));
    expect(loaded.body).toMatchObject({ id: stored.volunteerId, state: 'active', next: 'findShift' });
    expect((await caller.get('/session')).body.account.roles).toHaveLength(2);
  });

  it('has a number that nobody else has', () => {
    const numbers = Array.from({ length: 10_000 }, (_, serial) => volunteerNumberOf(serial));
    expect(new Set(numbers).size).toBe(10_000);
    expect(numbers.every((number) => /^LW\d{8}$/.test(number))).toBe(true);
  });
});

describe('personal data', () => {
  it('is in no log, and lies in no table in plain text', async () => {
    const [documentNumber, permit] = [nextDocumentNumber(), 'H87654321'];
    const { mobile } = await aVolunteer(district);
    const person = await district.person();
    await person.post('/volunteers', aRegistration({ documentNumber, name: '邓志勇' }));
    const minor = aRegistration({
      documentKind: 'homeReturnPermit',
      documentNumber: permit,
      birthDate: '2010-03-04',
      guardian: { ...guardian, mobile: '13511112222' },
    });
    const registered = await (await district.person()).post('/volunteers', minor);
    expect(registered.status).toBe(201);

    const rows = JSON.stringify(
      await Promise.all((['people', 'identity', 'platform'] as const).map((name) => rowsOf(name))),
    );
    for (const secret of [documentNumber, permit, '2010-03-04', '2028-03-04', '13511112222', mobile]) {
      expect(rows).not.toContain(secret);
      expect(district.log.join('\n')).not.toContain(secret);
    }
    expect(district.log.join('\n')).not.toMatch(/邓志勇|陈小明/);
  });
});

/** All rows of a table of the test. */
async function rowsOf(name: 'people' | 'identity' | 'platform') {
  const table = district.table(name);
  const rows: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new ScanCommand({ TableName: table.name, Limit: 500, ...(from && { ExclusiveStartKey: from }) }),
    );
    rows.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return rows;
}
