import { minute } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../platform/transact.ts';
import { addPasskey, anAuthenticator, signInWithPasskey } from '../../test/an-authenticator.ts';
import { auditOf } from '../../test/audit-of.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { Passkey } from './passkey.table.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const coordinator = () => district.person({ role: 'coordinator', scope: home.street });
const accountOf = async (caller: TestClient): Promise<string> => (await caller.get('/session')).body.account.id;
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe('a passkey', () => {
  it('signs in on any browser, without a number, and is told to its person', async () => {
    const person = await coordinator();
    const phone = await addPasskey(person);
    const elsewhere = district.stranger();
    expect((await signInWithPasskey(elsewhere, phone)).status).toBe(201);
    expect(await accountOf(elsewhere)).toBe(await accountOf(person));
    const { items, standing, host } = (await elsewhere.get('/passkeys')).body;
    expect(items).toMatchObject([{ name: '工作手机', usedAt: district.clock.now, isSynced: false }]);
    expect([standing, host]).toEqual(['used', 'liwan.kaifong.example']);
    await district.settle();
    const { items: notices } = (await person.get('/notifications')).body;
    expect(notices.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['newDevice', 'signInChanged']);
  });

  it('stands in the copy of one’s own data by name and day, without its key', async () => {
    const person = await coordinator();
    await addPasskey(person);
    const { body } = await person.get('/session/copy');
    expect(body.passkeys).toEqual([{ name: '工作手机', isSynced: false, createdAt: district.clock.now }]);
    expect(body.provider).toBeUndefined();
  });

  it('is for staff', async () => {
    const volunteer = await district.person({ role: 'volunteer', scope: home.community });
    expect(codeOf(await volunteer.post('/passkeys/creations'))).toEqual([403, 'platform.notAllowed']);
  });

  it('is renamed and removed by its person, which is in the audit', async () => {
    const person = await coordinator();
    await signInWithPasskey(person, await addPasskey(person));
    const [{ id }] = (await person.get('/passkeys')).body.items;
    expect((await person.put(`/passkeys/${id}`, { name: '旧手机' })).status).toBe(200);
    expect((await person.get('/passkeys')).body.items[0].name).toBe('旧手机');
    const stranger = await coordinator();
    expect((await stranger.delete(`/passkeys/${id}`)).status).toBe(404);
    expect((await person.delete(`/passkeys/${id}`)).status).toBe(200);
    expect((await person.get('/passkeys')).body).toMatchObject({ items: [], standing: 'none' });
    const lines = await auditOf(district, await accountOf(person));
    expect(lines.map(({ action }) => action).toSorted()).toEqual(['passkey.added', 'passkey.removed']);
  });

  it('is added ten times at most, and the same one once', async () => {
    const person = await coordinator();
    const phone = anAuthenticator();
    await addPasskey(person, phone);
    await signInWithPasskey(person, phone);
    const { body: asked } = await person.post('/passkeys/creations');
    expect(asked.excludeCredentials).toHaveLength(1);
    const again = await person.post('/passkeys', { name: '又一个', credential: phone.create(asked) });
    expect(codeOf(again)).toEqual([409, 'passkey.held']);
    for (let more = 0; more < 9; more += 1) await addPasskey(person);
    expect(codeOf(await person.post('/passkeys/creations'))).toEqual([409, 'passkey.tooMany']);
  });
});

describe('what a passkey signs', () => {
  it('is good for one command, five minutes and the browser that asked', async () => {
    const phone = await addPasskey(await coordinator());
    const browser = district.stranger();
    const { body: asked } = await browser.post('/passkeys/challenges');
    const signed = phone.get(asked);
    expect(codeOf(await district.stranger().post('/passkeys/sessions', signed))).toEqual([400, 'passkey.expired']);
    const key = 'the-very-same-command';
    const first = await browser.post('/passkeys/sessions', signed, { key });
    const second = await browser.post('/passkeys/sessions', signed, { key });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers.get('set-cookie')).toBe(first.headers.get('set-cookie'));
    expect(codeOf(await browser.post('/passkeys/sessions', signed))).toEqual([400, 'passkey.expired']);

    const { body: slow } = await browser.post('/passkeys/challenges');
    district.later(5 * minute);
    expect(codeOf(await browser.post('/passkeys/sessions', phone.get(slow)))).toEqual([400, 'passkey.expired']);
  });

  it('is nothing when it was made up, was asked for something else, or belongs to another site', async () => {
    const person = await coordinator();
    const phone = await addPasskey(person);
    const browser = district.stranger();
    const refusal = async (signed: object) => codeOf(await browser.post('/passkeys/sessions', signed));
    expect(await refusal(phone.get({ challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }))).toEqual([
      400,
      'passkey.expired',
    ]);
    const { body: creation } = await (await coordinator()).post('/passkeys/creations');
    expect(await refusal(phone.get(creation))).toEqual([400, 'passkey.expired']);

    const { body: asked } = await browser.post('/passkeys/challenges');
    const { response, ...rest } = phone.get(asked);
    const broken = response.signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
    expect(await refusal({ ...rest, response: { ...response, signature: broken } })).toEqual([
      400,
      'passkey.notVerified',
    ]);
    const unreadable = { ...response, clientDataJSON: 'AAAA' };
    expect(await refusal({ ...rest, response: unreadable })).toEqual([400, 'passkey.notVerified']);

    const { body: again } = await person.post('/passkeys/creations').then(() => browser.post('/passkeys/challenges'));
    expect(await refusal(anAuthenticator().get(again))).toEqual([400, 'platform.invalidInput']);
    const unknown = anAuthenticator();
    unknown.create({ challenge: 'x', user: { id: Buffer.from(await accountOf(person)).toString('base64url') } });
    expect(await refusal(unknown.get(again))).toEqual([400, 'passkey.unknown']);
  });

  it.each([
    ['a site with another address', { origin: 'https://liwan.kaifong.example.evil.example' }],
    ['a site with another name', { host: 'evil.example' }],
    ['a phone that asked for no finger and no code', { verifiesUser: false }],
  ])('is refused from %s', async (_what, options) => {
    const person = await coordinator();
    const { body: asked } = await person.post('/passkeys/creations');
    const credential = anAuthenticator(options).create(asked);
    expect(codeOf(await person.post('/passkeys', { name: '别处', credential }))).toEqual([400, 'passkey.notVerified']);
  });

  it('stops working for good once it counts backwards, and its person and the audit are told', async () => {
    const person = await coordinator();
    const phone = await addPasskey(person);
    const browser = district.stranger();
    phone.phone.counter = 7;
    expect((await signInWithPasskey(browser, phone)).status).toBe(201);
    phone.phone.counter = 3;
    expect(codeOf(await signInWithPasskey(browser, phone))).toEqual([403, 'passkey.copied']);
    phone.phone.counter = 90;
    expect(codeOf(await signInWithPasskey(browser, phone))).toEqual([403, 'passkey.copied']);
    await district.settle();
    const { items } = (await person.get('/notifications')).body;
    expect(items.map(({ body }: { body: string }) => body).join('\n')).toContain('可能被人复制');
    const lines = await auditOf(district, await accountOf(person));
    expect(lines.filter(({ action }) => action === 'passkey.stopped')).toHaveLength(1);
  });
});

describe('whoever has a passkey', () => {
  const grant = () => ({ mobile: district.nextMobile(), name: '新人', role: 'coordinator', scope: home.street });

  it('gives roles, reads the audit and adds passkeys only in a session that was started with it', async () => {
    const person = await district.person({ role: 'securityAdministrator', scope: '440103' });
    const phone = await addPasskey(person);
    const before = person.cookie;
    const refused = await person.post('/grants', grant());
    expect(codeOf(refused)).toEqual([403, 'platform.passkeyNeeded']);
    expect(codeOf(await person.post('/passkeys/creations'))).toEqual([403, 'platform.passkeyNeeded']);
    const [{ id }] = (await person.get('/passkeys')).body.items;
    expect(codeOf(await person.delete(`/passkeys/${id}`))).toEqual([403, 'platform.passkeyNeeded']);
    expect((await person.get('/session')).status).toBe(200);

    await signInWithPasskey(person, phone);
    expect((await person.post('/grants', grant())).status).toBe(201);
    // The session that it took the place of is over.
    person.cookie = before;
    expect((await person.get('/session')).status).toBe(401);
  });

  it.each([
    ['auditAdministrator', '/audit?place=440103&day=2026-11-24'],
    ['coordinator', '/audit?place=440103&day=2026-11-24'],
  ] as const)('as %s reads %s so', async (role, path) => {
    const person = await district.person({ role, scope: '440103' });
    expect((await person.get(path)).status).toBe(200);
    const phone = await addPasskey(person);
    expect(codeOf(await person.get(path))).toEqual([403, 'platform.passkeyNeeded']);
    await signInWithPasskey(person, phone);
    expect((await person.get(path)).status).toBe(200);
  });

  it('and has lost it gets a new start from the security administrator, with a reason, and nobody resets their own', async () => {
    const person = await coordinator();
    await addPasskey(person);
    const accountId = await accountOf(person);
    const security = await district.person({ role: 'securityAdministrator', scope: '440103' });
    const reset = { accountId, reason: '手机丢了，当面核对了工作证' };
    const own = { accountId: await accountOf(security), reason: '我的手机丢了' };
    expect(codeOf(await security.post('/passkeys/resets', own))).toEqual([403, 'passkey.own']);
    expect((await security.post('/passkeys/resets', reset)).status).toBe(200);
    expect(codeOf(await security.post('/passkeys/resets', reset))).toEqual([409, 'passkey.nothingToReset']);
    expect((await person.get('/session')).status).toBe(401);
    const [line] = (await auditOf(district, accountId)).filter(({ action }) => action === 'passkey.reset');
    expect(line).toMatchObject({ actor: own.accountId, hasReason: true });
  });

  it('has none any more once the account is closed', async () => {
    const person = await coordinator();
    const phone = await addPasskey(person);
    const id = await accountOf(person);
    const table = district.table('identity');
    await transact(table.client, await district.contexts.identity.accounts.close(id, district.clock.now));
    expect(
      (await table.query(Passkey, `ACCOUNT#${id}`, { range: { beginsWith: 'PASSKEY#' }, limit: 1 })).items,
    ).toEqual([]);
    expect(codeOf(await signInWithPasskey(district.stranger(), phone))).toEqual([400, 'passkey.unknown']);
  });
});

describe('where administrators must have a passkey', () => {
  it('they do nothing of their office before, and are told how to get one', async () => {
    const strict = await startDistrict({ passkeysDue: true });
    const security = await strict.person({ role: 'securityAdministrator', scope: '440103' });
    const grant = { mobile: strict.nextMobile(), name: '新人', role: 'coordinator', scope: home.street };
    expect(codeOf(await security.post('/grants', grant))).toEqual([403, 'platform.passkeyMissing']);
    const phone = await addPasskey(security);
    expect(codeOf(await security.post('/grants', grant))).toEqual([403, 'platform.passkeyNeeded']);
    await signInWithPasskey(security, phone);
    expect((await security.post('/grants', grant)).status).toBe(201);
    const coordinator = await strict.person({ role: 'coordinator', scope: '440103' });
    expect((await coordinator.get(`/grants?place=${home.street}`)).status).toBe(200);
    await strict.stop();
  });
});

describe('where the site has no address of its own', () => {
  it('there are no passkeys, and a code still signs in', async () => {
    const plain = await startDistrict({ origin: 'http://127.0.0.1:8787' });
    const refused = await plain.stranger().post('/passkeys/challenges');
    expect([refused.status, refused.body.code]).toEqual([503, 'passkey.unavailable']);
    const person = await plain.person({ role: 'coordinator', scope: home.street });
    expect((await person.get('/passkeys')).body).toEqual({ items: [], standing: 'none' });
    await plain.stop();
  });
});
