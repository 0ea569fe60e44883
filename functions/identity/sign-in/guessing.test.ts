import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import { heldClient } from '../../test/held-client.ts';
import { TestClient } from '../../test/test-client.ts';

const held = heldClient();
let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict({ wrap: held.wrap });
});
afterAll(() => district.stop());

/** A browser that has asked for a code, and tries the right one or a wrong one. */
async function aBrowser() {
  const mobile = district.nextMobile();
  const browser = new TestClient(district.api, { address: randomUUID() });
  const ask = () => browser.post('/one-time-codes', { mobile });
  await ask();
  const right = () => district.sent.findLast((message) => message.mobile.endsWith(mobile))?.code ?? '';
  const wrong = () => (right() === '000000' ? '000001' : '000000');
  return {
    ask,
    tryRight: () => browser.post('/sessions', { mobile, code: right() }),
    tryWrong: () => browser.post('/sessions', { mobile, code: wrong() }),
  };
}

/** Tries the right code, and carries out what comes between its comparing and its writing. */
async function rightWithBetween(browser: Awaited<ReturnType<typeof aBrowser>>, between: () => Promise<void>) {
  const { arrived, letGo } = held.next();
  const answer = browser.tryRight();
  await arrived;
  await between();
  letGo();
  return answer;
}

describe('guessing many codes at one moment', () => {
  it('opens nothing once the tries of the code are used up', async () => {
    const browser = await aBrowser();
    const answer = await rightWithBetween(browser, async () => {
      for (let tries = 0; tries < 5; tries += 1) await browser.tryWrong();
    });
    expect(answer.body).toMatchObject({ code: 'session.codeExpired' });
  });

  it('opens nothing once the mistakes of the hour are used up', async () => {
    const browser = await aBrowser();
    for (let mistakes = 0; mistakes < 9; mistakes += 1) {
      if (mistakes === 5) await browser.ask();
      await browser.tryWrong();
    }
    await browser.ask();
    const answer = await rightWithBetween(browser, async () => void (await browser.tryWrong()));
    expect(answer.body).toMatchObject({ code: 'session.tooManyMistakes' });
  });

  it('takes the right code after few wrong ones, though they came at the same moment', async () => {
    const browser = await aBrowser();
    const answer = await rightWithBetween(browser, async () => {
      for (let tries = 0; tries < 4; tries += 1) await browser.tryWrong();
    });
    expect(answer.status).toBe(201);
  });
});

it('a cookie that is longer than a key may be opens nothing and breaks nothing', async () => {
  for (const token of [`${'a'.repeat(3000)}.x`, `${'界'.repeat(900)}.x`, 'acc_.x', '.', '#.#']) {
    const browser = new TestClient(district.api);
    browser.cookie = `kaifong_session=${encodeURIComponent(token)}`;
    expect((await browser.get('/session')).status).toBe(401);
    expect((await browser.get('/places?within=440103')).status).toBe(200);
  }
});
