import { randomUUID } from 'node:crypto';
import { minute } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Citizen } from '../../test/an-identity-provider.ts';
import { auditOf } from '../../test/audit-of.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict({ withProvider: true });
});
afterAll(() => district.stop());

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const accountOf = async (caller: TestClient): Promise<string> => (await caller.get('/session')).body.account.id;
const citizen = (mobile?: string): Citizen => ({ subject: randomUUID(), ...(mobile && { mobile: `+86${mobile}` }) });

async function goTo(caller: TestClient, somebody: Citizen, purpose = 'signIn', options = {}) {
  const { body } = await caller.post('/provider/departures', { purpose, to: '/account' });
  return district.provider().visit(body.location, somebody, options);
}
async function through(caller: TestClient, somebody: Citizen, purpose = 'signIn', options = {}) {
  return caller.post('/provider/arrivals', { parameters: await goTo(caller, somebody, purpose, options) });
}
/** Somebody who has signed in with a code before. */
async function somebody() {
  const mobile = district.nextMobile();
  const caller = district.stranger();
  await caller.signIn(mobile, district.sent);
  return { mobile, caller };
}

describe('the identity provider of the government', () => {
  it('is gone to with a state, a nonce and PKCE', async () => {
    const { body } = await district.stranger().post('/provider/departures', { purpose: 'signIn' });
    const asked = new URL(body.location).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      ...{ response_type: 'code', scope: 'openid phone', code_challenge_method: 'S256' },
      redirect_uri: 'https://liwan.kaifong.example/sign-in/government/back',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
  });

  it('signs in to the account of a number that it has checked, and to the linked one from then on', async () => {
    const { mobile, caller } = await somebody();
    const who = citizen(mobile);
    const browser = district.stranger();
    const arrived = await through(browser, who);
    expect([arrived.status, arrived.body.to]).toEqual([201, '/account']);
    expect(await accountOf(browser)).toBe(await accountOf(caller));
    // Linked now: also when the provider no longer says the number.
    const other = district.stranger();
    expect((await through(other, { subject: who.subject })).status).toBe(201);
    expect(await accountOf(other)).toBe(await accountOf(caller));
    await district.settle();
    const bodies = (await caller.get('/notifications')).body.items.map(({ body }: { body: string }) => body);
    expect(bodies.join('\n')).toContain('关联了政务统一身份认证');
    expect((await auditOf(district, await accountOf(caller))).map(({ action }) => action)).toEqual(['provider.linked']);
  });

  it('signs in to the account that its person linked, until it is unlinked', async () => {
    const { caller } = await somebody();
    const who = citizen();
    expect((await through(caller, who, 'link')).body).toMatchObject({ purpose: 'link', to: '/account' });
    expect((await caller.get('/provider/link')).body).toEqual({ isOffered: true, linkedAt: district.clock.now });
    expect((await caller.get('/session/copy')).body.provider).toEqual({ linkedAt: district.clock.now });
    const browser = district.stranger();
    expect((await through(browser, who)).status).toBe(201);
    expect((await caller.delete('/provider/link')).status).toBe(200);
    expect(codeOf(await through(district.stranger(), who))).toEqual([409, 'provider.noAccount']);
    expect(codeOf(await caller.delete('/provider/link'))).toEqual([404, 'platform.notFound']);
  });

  it('never makes an account, and takes no number that it has not checked', async () => {
    expect(codeOf(await through(district.stranger(), citizen(district.nextMobile())))).toEqual([
      409,
      'provider.noAccount',
    ]);
    const { mobile } = await somebody();
    const unchecked = { ...citizen(mobile), isVerified: false };
    expect(codeOf(await through(district.stranger(), unchecked))).toEqual([409, 'provider.noAccount']);
  });

  it('knows one account for a person, and an account one person', async () => {
    const [first, second] = [await somebody(), await somebody()];
    const who = citizen();
    await through(first.caller, who, 'link');
    expect(codeOf(await through(second.caller, who, 'link'))).toEqual([409, 'provider.linkedElsewhere']);
    expect(codeOf(await through(first.caller, citizen(), 'link'))).toEqual([409, 'provider.linkedAlready']);
    expect((await through(first.caller, who, 'link')).status).toBe(201);
    const stranger = await district.stranger().post('/provider/departures', { purpose: 'link' });
    expect(codeOf(stranger)).toEqual([401, 'platform.signInNeeded']);
  });

  it('opens no account that was closed', async () => {
    const { caller } = await somebody();
    const who = citizen();
    await through(caller, who, 'link');
    const { transact } = await import('../../platform/transact.ts');
    const writes = await district.contexts.identity.accounts.close(await accountOf(caller), district.clock.now);
    await transact(district.table('identity').client, writes);
    expect(codeOf(await through(district.stranger(), who))).toEqual([409, 'provider.noAccount']);
  });

  it('counts as a code does where a passkey is asked for', async () => {
    const mobile = district.nextMobile();
    const security = { role: 'securityAdministrator', scope: '440103' } as const;
    const { addPasskey } = await import('../../test/an-authenticator.ts');
    const person = await district.person(security);
    await addPasskey(person);
    const who = citizen();
    await through(person, who, 'link');
    const browser = district.stranger();
    await through(browser, who);
    const grant = { mobile, name: '新人', role: 'coordinator', scope: home.street };
    expect(codeOf(await browser.post('/grants', grant))).toEqual([403, 'platform.passkeyNeeded']);
  });
});

describe('what somebody comes back with', () => {
  it('is refused with another state, in another browser, and without one, in three languages', async () => {
    const { mobile } = await somebody();
    const parameters = await goTo(district.stranger(), citizen(mobile));
    const words = [];
    for (const language of ['zh-Hans', 'zh-Hant', 'en']) {
      const thief = new TestClient(district.api, { language });
      words.push((await thief.post('/provider/arrivals', { parameters })).body);
    }
    expect(words.map(({ code }) => code)).toEqual(Array(3).fill('provider.notFromHere'));
    expect(words.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('请回到登录页，重新开始'),
      expect.stringContaining('請回到登入頁，重新開始'),
      expect.stringContaining('start again'),
    ]);
    const browser = district.stranger();
    const own = await goTo(browser, citizen(mobile));
    for (const state of ['', 'A'.repeat(43)]) {
      const answer = await browser.post('/provider/arrivals', { parameters: { ...own, state } });
      expect(codeOf(answer)).toEqual([400, 'provider.notFromHere']);
    }
  });

  it('is good once, also for a code that was used under another state', async () => {
    const { mobile } = await somebody();
    const who = citizen(mobile);
    const browser = district.stranger();
    const parameters = await goTo(browser, who);
    expect((await browser.post('/provider/arrivals', { parameters })).status).toBe(201);
    expect(codeOf(await browser.post('/provider/arrivals', { parameters }))).toEqual([400, 'provider.expired']);
    const again = await goTo(browser, who);
    const replayed = { ...again, code: parameters.code };
    expect(codeOf(await browser.post('/provider/arrivals', { parameters: replayed }))).toEqual([
      400,
      'provider.expired',
    ]);
  });

  it('is over after ten minutes', async () => {
    const { mobile } = await somebody();
    const browser = district.stranger();
    const parameters = await goTo(browser, citizen(mobile));
    district.later(10 * minute);
    expect(codeOf(await browser.post('/provider/arrivals', { parameters }))).toEqual([400, 'provider.expired']);
  });

  it('signs nobody in when they closed the window there, or when it was made up', async () => {
    const { mobile } = await somebody();
    const browser = district.stranger();
    expect(codeOf(await through(browser, citizen(mobile), 'signIn', { gives: false }))).toEqual([
      400,
      'provider.givenUp',
    ]);
    const parameters = await goTo(browser, citizen(mobile));
    const elsewhere = { ...parameters, iss: 'https://evil.example' };
    expect(codeOf(await browser.post('/provider/arrivals', { parameters: elsewhere }))).toEqual([
      400,
      'provider.notVerified',
    ]);
  });
});

describe('without the provider', () => {
  it('people are told that it cannot be reached, and sign in with a code', async () => {
    const cut = await startDistrict({ withProvider: true });
    const person = cut.stranger();
    await cut.provider().stop();
    const refused = await person.post('/provider/departures', { purpose: 'signIn' });
    expect(codeOf(refused)).toEqual([503, 'provider.unavailable']);
    expect(refused.body.detail).toContain('请用手机验证码登录');
    await person.signIn(cut.nextMobile(), cut.sent);
    expect((await person.get('/session')).status).toBe(200);
    await cut.stop();
  });

  it('an installation that has none says so', async () => {
    const plain = await startDistrict();
    const refused = await plain.stranger().post('/provider/departures', { purpose: 'signIn' });
    expect(codeOf(refused)).toEqual([404, 'provider.notOffered']);
    await plain.stop();
  });
});
