import { randomUUID } from 'node:crypto';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const realNow = Date.now;
// 13:00 in Liwan on the day after: the system runs in this process, and its shifts lie in the middle of a day.
const tomorrow = dayOf(shiftBy(toInstant(realNow()), day));
let passed = Date.parse(instantAt(tomorrow, '13:00')) - realNow();

/** The public keys that the system knows of her. */
const keysOf = async (page: Page): Promise<{ keyId: string }[]> =>
  (await (await page.request.get('/api/attendance-keys')).json()).items;

/** What the page can do with the private half of the key in its phone. */
const exported = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const opened = indexedDB.open('kaifong-offline');
    await new Promise((resolve) => {
      opened.onsuccess = resolve;
    });
    const asked = opened.result.transaction('facts').objectStore('facts').get('key');
    await new Promise((resolve) => {
      asked.onsuccess = resolve;
    });
    opened.result.close();
    const { privateKey } = asked.result.pair as CryptoKeyPair;
    return crypto.subtle.exportKey('pkcs8', privateKey).then(
      () => 'exported',
      (error: Error) => error.name,
    );
  });

/** The page of this path as the phone keeps it; empty when it does not. */
const keptText = (page: Page, path: string): Promise<string> =>
  page.evaluate(async (path) => (await (await caches.match(path))?.text()) ?? '', path);

describeJourney('the key that lives in the phone', ({ signIn }) => {
  let leader: Visitor;
  let shiftId: string;

  beforeAll(async () => {
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
    leader = await signIn(demoAccounts.teamLeader);
    const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
    const activity = await asLeader('POST', '/activities', {
      ...{ title: '没有信号的巡逻', kind: 'patrol', teamScope: demoTeam, place },
    });
    const startsAt = shiftBy(toInstant(Date.now()), 20 * minute);
    const shift = { startsAt, endsAt: shiftBy(startsAt, 3 * hour), places: 4 };
    shiftId = (await asLeader('POST', `/activities/${activity.id}/shifts`, shift)).id;
    await asLeader('POST', `/shifts/${shiftId}/publication`, {});
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  async function asLeader(method: 'GET' | 'POST', path: string, data?: unknown) {
    const answer = await leader.page.request.fetch(`/api${path}`, {
      method,
      headers: { 'idempotency-key': randomUUID() },
      ...(data !== undefined && { data }),
    });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  }

  /** Her line of the leader's list. */
  const line = async () => (await asLeader('GET', `/shifts/${shiftId}/attendance`)).items[0];

  /** Presses the button with the code that is on the screen, without a network; `off` is how far the phone's clock is off. */
  async function tapWithoutNetwork({ page, open, press }: Visitor, button: RegExp, off = 0): Promise<string> {
    const { code } = await asLeader('GET', `/shifts/${shiftId}/check-in-code`);
    const tappedAt = toInstant(Date.now() + off);
    await page.clock.setFixedTime(tappedAt);
    await page.context().setOffline(true);
    await open(`/check-in/${shiftId}`);
    await page.getByLabel('签到码').fill(code);
    await press(button);
    await page.getByRole('heading', { name: '待发送 1 项' }).waitFor();
    return tappedAt;
  }

  /** Half an hour later there is a network again; waits until her line of the list is so. */
  async function sendsItLater({ page }: Visitor, then: object): Promise<void> {
    passed += 30 * minute;
    await page.context().setOffline(false);
    await expect.poll(line, { timeout: 60_000 }).toMatchObject(then);
  }

  it('is made at the first sign-in, known to the system, and never leaves', async () => {
    const { page } = await signIn(demoAccounts.volunteer);
    await expect.poll(() => keysOf(page), { timeout: 30_000 }).toHaveLength(1);
    expect(await exported(page)).toBe('InvalidAccessError');
  });

  it('proves what was kept without a network, from each phone until that one is switched off', async () => {
    const [one, two] = [await signIn(demoAccounts.volunteer), await signIn(demoAccounts.volunteer)];
    await expect.poll(() => keysOf(two.page), { timeout: 30_000 }).toHaveLength(3);
    await one.open(`/volunteer/shifts/${shiftId}`);
    await one.press(/^报名$/);
    await one.page.getByText('报名成功').waitFor();
    for (const { page, open } of [one, two]) {
      for (const path of [`/check-in/${shiftId}`, '/volunteer/pending']) {
        await open(path);
        await expect.poll(() => keptText(page, path), { timeout: 60_000 }).not.toBe('');
      }
    }

    const cameAt = await tapWithoutNetwork(one, /^签到$/);
    await sendsItLater(one, { state: 'here', stays: [{ in: { at: cameAt, way: 'lateCode' } }] });

    // The same code and a right signature, but a clock that is a day slow.
    await two.open(`/check-in/${shiftId}`);
    await expect.poll(() => keptText(two.page, `/check-in/${shiftId}`), { timeout: 60_000 }).toContain('签退');
    await tapWithoutNetwork(two, /^签退$/, -day);
    await sendsItLater(two, { reviews: [{ what: 'out', reasons: ['clockDisagrees'] }] });

    const keys = await keysOf(two.page);
    await two.page.clock.setFixedTime(toInstant(Date.now()));
    await one.open('/account/devices');
    for (const { keyId } of keys) {
      await one.page.locator(`#revoke-${keyId} button`).click();
      await one.page.locator(`#revoke-${keyId}`).waitFor({ state: 'detached' });
    }
    await tapWithoutNetwork(two, /^签退$/);
    await sendsItLater(two, { state: 'here', reviews: [{}, { what: 'out', reasons: ['notSigned'], state: 'open' }] });
  });
});
