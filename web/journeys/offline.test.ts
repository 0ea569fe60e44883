import { randomUUID } from 'node:crypto';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeJourney } from './journey.ts';
import { areKept, keptPages, workerIsThere } from './kept-pages.ts';
import { signInOn } from './sign-in.ts';
import type { Visitor } from './visitor.ts';

const realNow = Date.now;
let passed = 0;

/** Lets time pass for the system, which runs in this process, until it is 13:00 in Liwan so many days from today. */
function comesTheDay(days: number): void {
  const date = dayOf(shiftBy(toInstant(realNow()), days * day));
  passed = Date.parse(instantAt(date, '13:00')) - realNow();
}

describeJourney('without a network', ({ signIn }) => {
  let leader: Visitor;

  beforeAll(async () => {
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
    leader = await signIn(demoAccounts.teamLeader);
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

  /** A shift of two hours that begins in so many minutes, open for sign-up. */
  async function aShift(title: string, inMinutes = 20): Promise<string> {
    const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
    const activity = await asLeader('POST', '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
    const startsAt = shiftBy(toInstant(Date.now()), inMinutes * minute);
    const shift = { startsAt, endsAt: shiftBy(startsAt, 2 * hour), places: 4 };
    const { id } = await asLeader('POST', `/activities/${activity.id}/shifts`, shift);
    await asLeader('POST', `/shifts/${id}/publication`, {});
    return id;
  }

  /** How many have a place in the shift, as the leader sees it. */
  const placesTaken = async (shiftId: string): Promise<number> =>
    (await asLeader('GET', `/shifts/${shiftId}/attendance`)).items.length;

  async function signUp({ page, open, press }: Visitor, shiftId: string): Promise<void> {
    await open(`/volunteer/shifts/${shiftId}`);
    await press(/^报名$/);
    await page.getByText('报名成功').waitFor();
  }

  it('shows her shifts, her number and the check-in, and says of when they are', async () => {
    comesTheDay(1);
    const title = '无网巡逻';
    const shiftId = await aShift(title);
    const volunteer = await signIn(demoAccounts.volunteer);
    const { page, open, press, sees } = volunteer;
    await workerIsThere(page);
    await signUp(volunteer, shiftId);
    await open('/volunteer');
    await areKept(
      page,
      '/volunteer',
      '/volunteer/agenda',
      '/volunteer/code',
      '/volunteer/pending',
      `/check-in/${shiftId}`,
    );

    await page.context().setOffline(true);
    await page.reload();
    await sees('陈嘉敏，您好');
    await page.getByRole('status').getByText('现在连不上网。上次更新').waitFor();
    await press('日程');
    await sees('我的班次');
    await press(title);
    await sees(title);
    await open('/volunteer/code');
    await sees('我的编号');
    await page.getByText(/^LW \d{4} \d{4}$/).waitFor();
    await open(`/check-in/${shiftId}?code=ABCDEFGH`);
    await sees('签到');
    expect(await page.locator('input[name=code]').inputValue()).toBe('ABCDEFGH');
    await open('/');
    await sees('陈嘉敏，您好');

    await open('/volunteer/points');
    await sees('现在没有网络');
    await press('我的编号');
    await sees('我的编号');

    await page.context().setOffline(false);
    await open('/volunteer/points');
    await sees('我的积分');
  });

  it('keeps what she does, sends it in order and once, and says what became of it', async () => {
    comesTheDay(2);
    const [wanted, given] = [await aShift('想去的巡逻', 300), await aShift('去不了的巡逻')];
    const volunteer = await signIn(demoAccounts.volunteer);
    const { page, open, press, sees } = volunteer;
    await workerIsThere(page);
    await signUp(volunteer, given);
    await open(`/volunteer/shifts/${wanted}`);
    await areKept(page, `/volunteer/shifts/${wanted}`, `/volunteer/shifts/${given}`, '/volunteer/pending');
    const another = await page.context().newPage();
    await another.goto('/volunteer/agenda');

    await page.context().setOffline(true);
    await press(/^报名$/);
    await sees('待发送的事项');
    await page.getByRole('article').getByText('想去的巡逻').waitFor();
    await open(`/volunteer/shifts/${given}`);
    await page.getByText('来不了？取消报名').click();
    await page.getByLabel('为什么来不了').fill('家里有事');
    await press('确定取消报名');
    await sees('待发送的事项');
    await page.getByRole('heading', { name: '待发送 2 项' }).waitFor();
    expect(await page.getByRole('article').allInnerTexts()).toEqual([
      expect.stringMatching(/^报名\s+等待发送\s+想去的巡逻 ·/),
      expect.stringMatching(/^取消报名\s+等待发送\s+去不了的巡逻 ·/),
    ]);
    expect([await placesTaken(wanted), await placesTaken(given)]).toEqual([0, 1]);

    const sent = commandsSent();
    await page.context().setOffline(false);
    await page.getByText('已送出').nth(1).waitFor();
    expect([await placesTaken(wanted), await placesTaken(given)]).toEqual([1, 0]);
    expect(sent()).toEqual([`POST /shifts/${wanted}/sign-ups`, `POST /shifts/${given}/sign-ups/me/late-cancellation`]);

    await sendAgain(page);
    await expect.poll(() => sent().length).toBe(4);
    await page.getByText('已送出').nth(1).waitFor();
    expect([await placesTaken(wanted), await placesTaken(given)]).toEqual([1, 0]);
    await another.close();

    await press('首页');
    await sees('陈嘉敏，您好');
    await open('/volunteer/pending');
    await page.getByText('没有待发送的事项').waitFor();
  });

  it('lets her take back what waits, and keeps a refusal until she has read it', async () => {
    comesTheDay(4);
    const shiftId = await aShift('晚到的签到');
    const volunteer = await signIn(demoAccounts.volunteer);
    const { page, open, press, sees } = volunteer;
    await workerIsThere(page);
    await signUp(volunteer, shiftId);
    await open(`/check-in/${shiftId}`);
    await areKept(page, `/check-in/${shiftId}`, `/volunteer/shifts/${shiftId}`, '/volunteer/pending');

    await page.context().setOffline(true);
    await page.getByLabel('签到码').fill('K7QM-2XPD');
    await press(/^签到$/);
    await sees('待发送的事项');
    await page.getByText('也可以现在给队长看您的编号').waitFor();
    await open(`/volunteer/shifts/${shiftId}`);
    await page.getByText('来不了？取消报名').click();
    await page.getByLabel('为什么来不了').fill('家里有事');
    await press('确定取消报名');
    await page.getByRole('heading', { name: '待发送 2 项' }).waitFor();
    await page.getByRole('article').filter({ hasText: '取消报名' }).getByRole('button', { name: '不发送了' }).click();
    await page.getByRole('heading', { name: '待发送 1 项' }).waitFor();

    await page.context().setOffline(false);
    await page.getByText('签到码不对或已经换了').waitFor();
    expect(await placesTaken(shiftId)).toBe(1);
    await open('/volunteer');
    await page.getByRole('status').getByRole('link', { name: '1 项没有办成，看看原因' }).click();
    await sees('待发送的事项');
    await press('知道了');
    await page.getByText('没有待发送的事项').waitFor();
    await page.getByRole('status').getByText('没有办成').waitFor({ state: 'detached' });
  });

  it('shows and sends nothing of hers to another person on the same phone', async () => {
    comesTheDay(6);
    const shiftId = await aShift('各人各事');
    const volunteer = await signIn(demoAccounts.volunteer);
    const { page, open, press, sees } = volunteer;
    await workerIsThere(page);
    await open(`/volunteer/shifts/${shiftId}`);
    await areKept(page, `/volunteer/shifts/${shiftId}`, '/volunteer/pending');
    await page.context().setOffline(true);
    await press(/^报名$/);
    await sees('待发送的事项');

    await page.context().clearCookies();
    await page.context().setOffline(false);
    await page.waitForURL((url) => url.pathname === '/sign-in');
    expect(await keptPages(page)).toEqual([]);
    expect(await placesTaken(shiftId)).toBe(0);

    await signInOn(page, demoAccounts.teamLeader.mobile);
    await open('/volunteer/pending');
    await page.getByText('没有待发送的事项').waitFor();
    await areKept(page, '/volunteer', '/volunteer/code');
    expect((await keptText(page)).includes('陈嘉敏')).toBe(false);
    await open('/sign-in');
    await page
      .locator('form[action="/sign-out"]')
      .first()
      .evaluate((form: HTMLFormElement) => form.submit());
    await page.waitForURL((url) => url.pathname === '/');
    expect(await keptPages(page)).toEqual([]);
    expect(await placesTaken(shiftId)).toBe(0);

    await signInOn(page, demoAccounts.volunteer.mobile);
    await open('/volunteer/pending');
    await page.getByRole('article').getByText('已送出').waitFor();
    expect(await placesTaken(shiftId)).toBe(1);
  });

  it('keeps no page of care, of a coordinator, of a leader or of the account, and no cookie or token', async () => {
    for (const [account, paths] of [
      [demoAccounts.socialWorker, ['/care', '/care/my-cases', '/account']],
      [demoAccounts.coordinator, ['/coordinator', '/coordinator/applications', '/coordinator/tree']],
      [demoAccounts.teamLeader, ['/leader', '/leader/activities', '/account']],
    ] as const) {
      const { page, open } = await signIn(account);
      await workerIsThere(page);
      for (const path of paths) await open(path);
      // Whatever the worker does after a page, it does before it answers this.
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            navigator.serviceWorker.addEventListener('message', resolve);
            navigator.serviceWorker.startMessages();
            navigator.serviceWorker.controller?.postMessage({ type: 'ask' });
          }),
      );
      expect(await keptAddresses(page)).not.toContainEqual(expect.not.stringMatching(ofNobody));
      const session = (await page.context().cookies()).find(({ name }) => name === 'kaifong_session')?.value ?? '-';
      expect((await keptText(page)).includes(session)).toBe(false);
    }
  });

  it('can be put on the home screen: a name in Chinese, icons as large as they say, and ways that exist', async () => {
    const { page, open } = await signIn(demoAccounts.volunteer);
    await open('/volunteer');
    const href = await page.locator('link[rel=manifest]').getAttribute('href');
    const devtools = await page.context().newCDPSession(page);
    const { errors, url } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(url).toBe(new URL(href ?? '', page.url()).href);
    const manifest = await (await page.request.get(url)).json();
    expect(manifest).toMatchObject({ short_name: '街坊', display: 'standalone', lang: 'zh-Hans', scope: '/' });
    for (const { src, sizes } of manifest.icons.filter(({ sizes }: { sizes: string }) => sizes !== 'any')) {
      const width = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return image.naturalWidth;
      }, src as string);
      expect(`${width}x${width}`, src).toBe(sizes);
    }
    for (const path of [manifest.start_url, ...manifest.shortcuts.map((each: { url: string }) => each.url)]) {
      expect((await page.request.get(path)).status(), path).toBe(200);
    }
  });

  it('says that there is a new version, and leaves an open form as it is', async () => {
    comesTheDay(8);
    const shiftId = await aShift('新版本');
    const volunteer = await signIn(demoAccounts.volunteer);
    const { page, open, press } = volunteer;
    await workerIsThere(page);
    await signUp(volunteer, shiftId);
    await open(`/check-in/${shiftId}`);
    await page.getByLabel('签到码').fill('K7QM');
    await page.route('**/_app/version.json', (route) => route.fulfill({ json: { version: 'of tomorrow' } }));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByRole('button', { name: '有新版本，点此更新' }).waitFor();
    expect(await page.getByLabel('签到码').inputValue()).toBe('K7QM');
    await page.evaluate(() => Object.assign(window, { isOfBefore: true }));
    page.on('dialog', (dialog) => dialog.accept());
    await press('有新版本，点此更新');
    await page.waitForFunction(() => !('isOfBefore' in window));
    await page.getByLabel('签到码').waitFor();
  });
});

/** Counts the commands on shifts that reach the API, by the calls of the site's server, which runs in this process. */
function commandsSent(): () => string[] {
  const calls = vi.spyOn(globalThis, 'fetch');
  return () =>
    calls.mock.calls.flatMap(([input, init]) => {
      const path = new URL(String(input)).pathname.replace('/api', '');
      return init?.method === 'POST' || init?.method === 'DELETE' ? [`${init.method} ${path}`] : [];
    });
}

/** As when the answer was lost on the way: the phone takes what it has sent for unsent, and sends all of it again. */
async function sendAgain(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const database = await answer(indexedDB.open('kaifong-offline'));
    const items = database.transaction('items', 'readwrite').objectStore('items');
    for (const item of await answer(items.getAll())) await answer(items.put({ ...item, state: 'waiting' }));
    database.close();
    window.dispatchEvent(new Event('online'));
  });
}

/** Pages that are the same for everybody, and what they are drawn with. */
const ofNobody = /^\/(offline\/[\w-]+|help|_app\/immutable\/.+)$/;

/** The address of everything that the phone keeps of the site. */
const keptAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return found.flat().map(({ url }) => new URL(url).pathname);
  });

/** All that the phone keeps of the site, as one text. */
const keptText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      for (const response of await (await caches.open(name)).matchAll()) {
        texts.push(JSON.stringify([...response.headers]), await response.text());
      }
    }
    return texts.join('\n');
  });
