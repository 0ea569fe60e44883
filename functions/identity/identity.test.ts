import { randomUUID } from 'node:crypto';
import { longestSession, sessionLimits } from '@kaifong/shared/identity/session-limits.ts';
import { clockOf, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';
import { TestClient } from '../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const anAddress = () => ({ address: randomUUID() });

describe('signing in', () => {
  it('sends a code to the phone only, never in the answer or the log', async () => {
    const mobile = district.nextMobile();
    const answer = await new TestClient(district.api, anAddress()).post('/one-time-codes', { mobile });
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ expiresInSeconds: 300 });
    const { code } = district.sent.at(-1) ?? { code: '' };
    expect(code).toMatch(/^\d{6}$/);
    expect(district.log.join('\n')).not.toContain(code);
    expect(district.log.join('\n')).not.toContain(mobile);
  });

  it('opens an account for a new number, the same account the next time, on a cookie no script can read', async () => {
    const mobile = district.nextMobile();
    const phone = new TestClient(district.api, anAddress());
    await phone.signIn(mobile, district.sent);
    const tablet = new TestClient(district.api, anAddress());
    await tablet.signIn(mobile, district.sent);
    const [first, second] = [await phone.get('/session'), await tablet.get('/session')];
    expect(first.body.account).toEqual({ id: expect.stringMatching(/^acc_/), roles: [] });
    expect(second.body.account.id).toBe(first.body.account.id);

    const { code } = (await phone.post('/one-time-codes', { mobile })) && (district.sent.at(-1) ?? { code: '' });
    const answer = await phone.post('/sessions', { mobile, code });
    expect(answer.headers.get('set-cookie')).toMatch(/kaifong_session=acc_.*HttpOnly; Secure; SameSite=Lax/);
  });

  it('signs in once when the same form is sent twice, also at the same moment', async () => {
    const mobile = district.nextMobile();
    const browser = new TestClient(district.api, anAddress());
    await browser.post('/one-time-codes', { mobile });
    const code = district.sent.at(-1)?.code;
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => browser.post('/sessions', { mobile, code }, { key })));
    answers.push(await browser.post('/sessions', { mobile, code }, { key }));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ headers }) => headers.get('set-cookie'))).size).toBe(1);
    const thief = await new TestClient(district.api).post('/sessions', { mobile, code });
    expect(thief.body.code).toBe('session.codeExpired');
  });

  it('counts wrong codes down and then closes the code, even for the right digits', async () => {
    const mobile = district.nextMobile();
    const browser = new TestClient(district.api, anAddress());
    await browser.post('/one-time-codes', { mobile });
    const code = district.sent.at(-1)?.code ?? '';
    const wrong = code === '000000' ? '000001' : '000000';
    const codes = [];
    for (let attempt = 0; attempt < 5; attempt += 1)
      codes.push((await browser.post('/sessions', { mobile, code: wrong })).body.code);
    expect(codes).toEqual([...Array(4).fill('session.codeWrong'), 'session.codeExpired']);
    expect((await browser.post('/sessions', { mobile, code })).body.code).toBe('session.codeExpired');
  });

  it('refuses a code after five minutes', async () => {
    const mobile = district.nextMobile();
    const browser = new TestClient(district.api, anAddress());
    await browser.post('/one-time-codes', { mobile });
    const code = district.sent.at(-1)?.code;
    district.later(5 * minute);
    expect((await browser.post('/sessions', { mobile, code })).body.code).toBe('session.codeExpired');
  });

  it('limits codes for one number and for one address, and says how long to wait', async () => {
    const mobile = district.nextMobile();
    const statuses = [];
    const { address } = anAddress();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      statuses.push((await new TestClient(district.api, { address }).post('/one-time-codes', { mobile })).status);
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);

    const crowd = new TestClient(district.api, anAddress());
    let last = await crowd.post('/one-time-codes', { mobile: district.nextMobile() });
    for (let asked = 1; asked <= 60; asked += 1)
      last = await crowd.post('/one-time-codes', { mobile: district.nextMobile() });
    expect(last.body).toMatchObject({
      status: 429,
      code: 'session.tooManyCodes',
      detail: expect.stringContaining('分钟'),
    });
  });

  it('names the field when the number is not one', async () => {
    const answer = await district.stranger().post('/one-time-codes', { mobile: '12345678901' });
    expect(answer.body).toMatchObject({
      status: 400,
      fields: [{ path: 'mobile', message: expect.stringContaining('11 位手机号码') }],
    });
  });
});

describe('a stranger', () => {
  /** Somebody whose phone has signed in before. */
  async function owner() {
    const mobile = district.nextMobile();
    const phone = new TestClient(district.api, anAddress());
    await phone.signIn(mobile, district.sent);
    return { mobile, phone };
  }

  it('cannot keep the owner of a number from signing in, however many codes are asked for and mistyped', async () => {
    const { mobile, phone } = await owner();
    const last = { ofStranger: 0, code: '' };
    for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) {
      const attacker = new TestClient(district.api, { address });
      for (let asked = 0; asked < 6; asked += 1) {
        last.ofStranger = (await attacker.post('/one-time-codes', { mobile })).status;
        for (let tried = 0; tried < 5; tried += 1) {
          last.code = (await attacker.post('/sessions', { mobile, code: 'nope00'.replace(/\D/g, '0') })).body.code;
        }
      }
    }
    expect(last.ofStranger).toBe(429);
    await phone.delete('/sessions/current');
    await phone.signIn(mobile, district.sent);
    expect((await phone.get('/session')).status).toBe(200);
  });

  it('from however many addresses only makes the owner wait for a turn on a new phone, never shuts them out', async () => {
    const { mobile, phone } = await owner();
    const ask = (address: string, language = 'zh-Hans') =>
      new TestClient(district.api, { address, language }).post('/one-time-codes', { mobile });
    const attack = [];
    for (let host = 1; host <= 15; host += 1) attack.push(await ask(`198.51.100.${host}`));
    expect(attack.map(({ status }) => status)).toEqual([...Array(9).fill(202), ...Array(6).fill(429)]);
    expect(attack.at(-1)?.body.code).toBe('session.waitForTurn');

    // Asking again moves nobody on and nobody back.
    const before = district.sent.length;
    const newPhone = new TestClient(district.api, { address: '192.0.2.77' });
    const told = await newPhone.post('/one-time-codes', { mobile });
    for (const address of ['198.51.100.11', '198.51.100.15']) await ask(address);
    expect((await newPhone.post('/one-time-codes', { mobile })).body).toEqual(told.body);
    expect(told.body.detail).toContain(clockOf(shiftBy(district.clock.now, 21 * minute))['zh-Hans']);
    expect(district.sent).toHaveLength(before);
    const inWords = await Promise.all(['zh-Hant', 'en'].map((language) => ask('192.0.2.77', language)));
    expect(inWords.map(({ body }) => body.detail)).toEqual([
      expect.stringContaining('排隊'),
      expect.stringContaining('you are in line'),
    ]);

    // The owner's usual phone waits for nothing; the new one gets its code when its turn has come, and signs in.
    await phone.signIn(mobile, district.sent);
    district.later(21 * minute);
    await newPhone.signIn(mobile, district.sent);
    // One turn is one code.
    expect((await newPhone.post('/one-time-codes', { mobile })).status).toBe(202);
    expect((await ask('192.0.2.77')).body.code).toBe('session.waitForTurn');
  });

  it('neither replaces the code that the owner waits for nor uses up its tries', async () => {
    const { mobile, phone } = await owner();
    await phone.post('/one-time-codes', { mobile });
    const code = district.sent.at(-1)?.code;
    const attacker = new TestClient(district.api, anAddress());
    await attacker.post('/one-time-codes', { mobile });
    for (let tried = 0; tried < 6; tried += 1) await attacker.post('/sessions', { mobile, code: '000000' });
    expect((await attacker.post('/sessions', { mobile, code })).status).toBeGreaterThanOrEqual(400);
    expect((await phone.post('/sessions', { mobile, code })).status).toBe(201);
  });

  it('is stopped after ten wrong codes in an hour, told for how long, and the audit has a line of it', async () => {
    const { mobile } = await owner();
    const attacker = new TestClient(district.api, anAddress());
    for (let asked = 0; asked < 2; asked += 1) {
      await attacker.post('/one-time-codes', { mobile });
      const wrong = district.sent.at(-1)?.code === '000000' ? '000001' : '000000';
      for (let tried = 0; tried < 5; tried += 1) await attacker.post('/sessions', { mobile, code: wrong });
    }
    await attacker.post('/one-time-codes', { mobile });
    const answer = await attacker.post('/sessions', { mobile, code: district.sent.at(-1)?.code });
    expect([answer.status, answer.body.code]).toEqual([429, 'session.tooManyMistakes']);
    const auditor = await district.person({ role: 'auditAdministrator', scope: '440103' });
    const audit = await auditor.get('/audit?place=440103&day=2026-11-24&limit=100');
    expect(audit.body.items).toContainEqual(expect.objectContaining({ action: 'session.lockedOut' }));
  });
});

describe('a new device', () => {
  it('is told of, but not the first one nor one that is known', async () => {
    const mobile = district.nextMobile();
    const phone = new TestClient(district.api, anAddress());
    await phone.signIn(mobile, district.sent);
    await phone.signIn(mobile, district.sent);
    await district.settle();
    expect((await phone.get('/notifications')).body.items).toEqual([]);
    await new TestClient(district.api, anAddress()).signIn(mobile, district.sent);
    await district.settle();
    expect((await phone.get('/notifications')).body.items).toMatchObject([{ kind: 'newDevice' }]);
  });
});

describe('the devices of a person', () => {
  it('are listed, and one is signed out without the others', async () => {
    const mobile = district.nextMobile();
    const [phone, tablet] = [new TestClient(district.api, anAddress()), new TestClient(district.api, anAddress())];
    await phone.signIn(mobile, district.sent);
    await tablet.signIn(mobile, district.sent);
    const { items } = (await phone.get('/sessions')).body;
    expect(items.map(({ isThis }: { isThis: boolean }) => isThis).sort()).toEqual([false, true]);
    const other = items.find(({ isThis }: { isThis: boolean }) => !isThis);
    const stranger = await district.person();
    expect((await stranger.delete(`/sessions/${other.id}`)).status).toBe(404);
    expect((await phone.delete(`/sessions/${other.id}`)).status).toBe(200);
    expect([(await phone.get('/session')).status, (await tablet.get('/session')).status]).toEqual([200, 401]);
  });
});

describe('a session of a role', () => {
  it('ends when nobody uses it for the time of the role, and at its end however much it is used', async () => {
    const strict = await startDistrict({ sessionLimits });
    const coordinator = await strict.person({ role: 'coordinator', scope: home.street });
    const volunteer = await strict.person({ role: 'volunteer', scope: home.community });
    for (let hours = 0; hours < 11; hours += 0.5) {
      strict.later(30 * minute);
      expect((await coordinator.get('/session')).status).toBe(200);
    }
    strict.later(sessionLimits.coordinator.absolute - 11 * 60 * minute);
    expect((await coordinator.get('/session')).status).toBe(401);
    const idle = await strict.person({ role: 'coordinator', scope: home.street });
    strict.later(sessionLimits.coordinator.idle);
    const refused = await idle.get(`/grants?place=${home.street}`);
    expect([refused.status, refused.body.code]).toEqual([401, 'platform.signInNeeded']);
    expect((await volunteer.get('/session')).status).toBe(200);
    await strict.stop();
  });
});

describe('a session', () => {
  it('ends when signed out, and everywhere when signed out everywhere', async () => {
    const mobile = district.nextMobile();
    const [phone, tablet] = [new TestClient(district.api, anAddress()), new TestClient(district.api, anAddress())];
    await phone.signIn(mobile, district.sent);
    await tablet.signIn(mobile, district.sent);
    const stolen = new TestClient({
      request: (path, init) =>
        district.api.request(path, { ...init, headers: { ...(init?.headers as object), cookie: before } }),
    });
    const before = phone.cookie;
    expect((await stolen.get('/session')).status).toBe(200);
    expect((await phone.delete('/sessions/current')).status).toBe(200);
    expect((await stolen.get('/session')).status).toBe(401);
    expect((await tablet.get('/session')).status).toBe(200);
    await tablet.delete('/sessions');
    expect((await tablet.get('/session')).status).toBe(401);
  });

  it('ends after thirty days', async () => {
    const person = await district.person({ role: 'coordinator', scope: home.street });
    district.later(longestSession - minute);
    expect((await person.get('/session')).status).toBe(200);
    district.later(minute);
    expect((await person.get('/session')).status).toBe(401);
  });

  it('is not opened by a made-up token', async () => {
    const person = await district.person();
    const [account] = person.cookie.replace('kaifong_session=', '').split('.');
    for (const token of ['', 'x', `${account}.`, `${account}.AAAA`, '.', 'acc_0.a.b']) {
      const answer = await district.api.request('/api/session', { headers: { cookie: `kaifong_session=${token}` } });
      expect(answer.status).toBe(401);
    }
  });
});

describe('demo mode', () => {
  it('is the only way for a code to be in the answer', async () => {
    const demo = await startDistrict({ demo: true });
    const answer = await demo.stranger().post('/one-time-codes', { mobile: demo.nextMobile() });
    expect(answer.body.demoCode).toBe(demo.sent.at(-1)?.code);
    await demo.stop();
  });
});
