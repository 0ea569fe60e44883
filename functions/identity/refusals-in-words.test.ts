import { minute } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';
import { TestClient } from '../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

/** Somebody with this browser's session who reads another language. */
function reading(language: string, cookie: string): TestClient {
  const caller = new TestClient(district.api, { language });
  caller.cookie = cookie;
  return caller;
}

describe.each([
  [
    'zh-Hans',
    [
      '请重新获取一个',
      '请先登录',
      '只能授予本级以下的范围',
      '不能由同一个人担任',
      '这件事要先用通行密钥登录',
      '退出所有设备',
    ],
  ],
  [
    'zh-Hant',
    [
      '請重新取得一個',
      '請先登入',
      '只能授予本級以下的範圍',
      '不能由同一個人擔任',
      '這件事要先用通行密鑰登入',
      '登出所有裝置',
    ],
  ],
  [
    'en',
    [
      'Please ask for a new one',
      'Please sign in first',
      'only below your own place',
      'are never one person',
      'started with your passkey',
      'sign out everywhere',
    ],
  ],
])('in %s', (language, [expired, signIn, above, two, passkey, newDevice]) => {
  it('an expired code', async () => {
    const mobile = district.nextMobile();
    const browser = reading(language, '');
    await browser.post('/one-time-codes', { mobile });
    const code = district.sent.at(-1)?.code;
    district.later(5 * minute);
    const { status, body } = await browser.post('/sessions', { mobile, code });
    expect([status, body.code]).toEqual([400, 'session.codeExpired']);
    expect(body.detail).toContain(expired);
  });

  it('a stolen cookie after signing out, here and everywhere', async () => {
    for (const path of ['/sessions/current', '/sessions']) {
      const person = await district.person({ role: 'coordinator', scope: home.street });
      const stolen = person.cookie;
      await person.delete(path);
      const { status, body } = await reading(language, stolen).get('/session');
      expect([status, body.code]).toEqual([401, 'platform.signInNeeded']);
      expect(body.detail).toContain(signIn);
    }
  });

  it('a grant above one’s own', async () => {
    const { cookie } = await district.person({ role: 'coordinator', scope: home.street });
    const grant = { mobile: district.nextMobile(), name: '新人', role: 'coordinator', scope: home.street };
    const { status, body } = await reading(language, cookie).post('/grants', grant);
    expect([status, body.code]).toEqual([403, 'grant.aboveOwn']);
    expect(body.detail).toContain(above);
  });

  it.each([
    ['auditAdministrator', 'systemAdministrator'],
    ['systemAdministrator', 'securityAdministrator'],
    ['securityAdministrator', 'auditAdministrator'],
  ] as const)('%s and %s of one person', async (first, second) => {
    const { cookie } = await district.person({ role: 'securityAdministrator', scope: '440103' });
    const security = reading(language, cookie);
    const of = { mobile: district.nextMobile(), name: '新管理员', scope: '440103' };
    expect((await security.post('/grants', { ...of, role: first })).status).toBe(201);
    const { status, body } = await security.post('/grants', { ...of, role: second });
    expect([status, body.code]).toEqual([409, 'grant.twoAdministrators']);
    expect(body.detail).toContain(two);
  });

  it('what needs a passkey', async () => {
    const { addPasskey } = await import('../test/an-authenticator.ts');
    const person = await district.person({ role: 'auditAdministrator', scope: '440103' });
    await addPasskey(person);
    const { status, body } = await reading(language, person.cookie).get('/audit?place=440103&day=2026-11-24');
    expect([status, body.code]).toEqual([403, 'platform.passkeyNeeded']);
    expect(body.detail).toContain(passkey);
  });

  it('a new device, in the inbox, with what to do next', async () => {
    const mobile = district.nextMobile();
    const phone = district.stranger();
    await phone.signIn(mobile, district.sent);
    await new TestClient(district.api, { address: '198.51.100.9' }).signIn(mobile, district.sent);
    await district.settle();
    const [notice] = (await reading(language, phone.cookie).get('/notifications')).body.items;
    expect(notice).toMatchObject({ kind: 'newDevice', body: expect.stringContaining(newDevice ?? '') });
  });
});
