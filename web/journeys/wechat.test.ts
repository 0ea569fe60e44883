import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { Page } from 'playwright-core';
import { transformWithOxc } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeJourney } from './journey.ts';
import { signInOn } from './sign-in.ts';

/** WeChat on Android, whose own browser was a Chromium 107 for years. */
const userAgent =
  'Mozilla/5.0 (Linux; Android 12; HarmonyOS; ELE-AL00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0.5304.141 ' +
  'Mobile Safari/537.36 XWEB/5317 MMWEBSDK/20230805 MMWEBID/1234 MicroMessenger/8.0.42.2428(0x28002A35) WeChat/arm64 Weixin ' +
  'NetType/4G Language/zh_CN ABI/arm64';

/**
 * Runs before every page: takes away what that browser has not, or has not always: what came after Chromium 107, the worker, and what
 * mini programs block. Names are given as `object.property`.
 */
const takeAway = `
  for (const name of ${JSON.stringify([
    'Navigator.prototype.serviceWorker',
    'Navigator.prototype.locks',
    'Document.prototype.startViewTransition',
    'HTMLElement.prototype.showPopover',
    'HTMLElement.prototype.hidePopover',
    'HTMLElement.prototype.togglePopover',
    'HTMLElement.prototype.popover',
    'Array.prototype.toSorted',
    'Array.prototype.toReversed',
    'Array.prototype.toSpliced',
    'Array.prototype.with',
    'Array.fromAsync',
    'Object.groupBy',
    'Map.groupBy',
    'Promise.withResolvers',
    'Promise.try',
    'Set.prototype.union',
    'Set.prototype.intersection',
    'Set.prototype.difference',
    'Set.prototype.isSubsetOf',
    'String.prototype.isWellFormed',
    'URL.canParse',
    'URL.parse',
    'AbortSignal.any',
    'Iterator',
    'SyncManager',
    'CloseWatcher',
    'scheduler',
  ])}) {
    const path = name.split('.');
    const last = path.pop();
    const owner = path.reduce((object, key) => object?.[key], window);
    if (owner) delete owner[last];
  }
  window.open = () => null;
  delete window.onbeforeinstallprompt;
`;

describeJourney('inside WeChat', ({ stranger, signIn }) => {
  beforeAll(() => {
    const realNow = Date.now;
    const tomorrow = Date.parse(instantAt(dayOf(shiftBy(toInstant(realNow()), day)), '13:00')) - realNow();
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + tomorrow);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it('signs in, signs up, checks in by the code she types, and meets no fault', async () => {
    const leader = await signIn(demoAccounts.teamLeader);
    const asLeader = async (method: 'GET' | 'POST', path: string, data: object | undefined = undefined) => {
      const headers = { 'idempotency-key': randomUUID() };
      const answer = await leader.page.request.fetch(`/api${path}`, { method, headers, ...(data && { data }) });
      expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
      return answer.json();
    };
    const title = '微信里报名的巡逻';
    const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
    const activity = await asLeader('POST', '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
    const startsAt = shiftBy(toInstant(Date.now()), 20 * minute);
    const times = { startsAt, endsAt: shiftBy(startsAt, 2 * hour) };
    const { id } = await asLeader('POST', `/activities/${activity.id}/shifts`, { ...times, places: 4 });
    await asLeader('POST', `/shifts/${id}/publication`, {});

    const { page, press, sees, open } = await stranger();
    const faults = await asInWeChat(page);
    await signInOn(page, demoAccounts.volunteer.mobile);
    await sees('陈嘉敏，您好');
    expect(await page.evaluate(() => 'serviceWorker' in navigator || 'toSorted' in Array.prototype)).toBe(false);
    await press('找班次');
    await sees('可以报名的班次');
    await page.getByRole('article').filter({ hasText: title }).getByRole('button', { name: '报名' }).click();
    await page.getByText('报名成功').waitFor();
    await sees(title);
    await press('首页');
    await sees('陈嘉敏，您好');
    await press(/^签到$/);
    await sees('签到');
    const { code } = await asLeader('GET', `/shifts/${id}/check-in-code`);
    await page.getByLabel('签到码').fill(code);
    await press(/^签到$/);
    await sees('签到成功');
    await open('/volunteer/code');
    await sees('我的编号');
    await open('/volunteer/pending');
    await page.getByText('没有待发送的事项').waitFor();
    expect(faults).toEqual([]);
  });
});

/** Makes a browser that has not opened a page yet into WeChat's, and notes every script that fails in it. */
async function asInWeChat(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setUserAgentOverride', { userAgent });
  await page.addInitScript({ content: takeAway });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return faults;
}

describe('the built site asks for nothing that Chromium 107 lacks', () => {
  const scripts = filesOf('js').filter(([name]) => name !== 'service-worker.js');
  const styles = filesOf('css');

  it('in the grammar of its scripts', async () => {
    expect(scripts.length).toBeGreaterThan(20);
    for (const [name, script] of scripts) {
      const [newest, then] = await Promise.all(
        ['esnext', 'chrome107'].map(async (target) => (await transformWithOxc(script, name, { target })).code),
      );
      expect(then === newest, `${name} needs a newer grammar`).toBe(true);
    }
  });

  it('in what its scripts call without having looked whether it is there', () => {
    const lacking =
      /\b(toSorted|toReversed|toSpliced|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|isWellFormed|startViewTransition|showPopover|checkVisibility|getHTML|setHTMLUnsafe|fromAsync|withResolvers|canParse|groupBy|URL\.parse|AbortSignal\.any|Promise\.try|RegExp\.escape|Iterator\.from)\(/g;
    const found = scripts.flatMap(([name, script]) =>
      [...script.matchAll(lacking)].flatMap(([, call = '']) => (isGuarded(script, call) ? [] : [`${name}: ${call}`])),
    );
    expect(found).toEqual([]);
  });

  it('in its styles, but for what may be missing without harm', () => {
    expect(styles.length).toBeGreaterThan(0);
    for (const [name, style] of styles) expect(lackingIn(style), name).toEqual([]);
  });

  it('and would notice', () => {
    expect(lackingIn('.a{height:100dvh}')).toEqual(['height:100dvh']);
    expect(lackingIn('.a{height:100vh;height:100dvh}')).toEqual([]);
    expect(lackingIn('.a{color:color-mix(in oklab,red,blue)}')).toHaveLength(1);
    expect(
      lackingIn('.a{color:red}@supports (color:color-mix(in lab,red,red)){.a{color:color-mix(in oklab,red,blue)}}'),
    ).toEqual([]);
    expect(lackingIn('.a{&:hover{color:red}}')).toHaveLength(1);
    expect(lackingIn('.a:popover-open{color:red}')).toHaveLength(1);
    expect(lackingIn('.a:is([open],:popover-open){color:red}')).toEqual([]);
  });
});

function filesOf(ending: 'js' | 'css'): [name: string, text: string][] {
  const folder = new URL('../build/client/', import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(`.${ending}`))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
}

/** Whether a script asks `typeof URL.canParse` or `"checkVisibility" in element` before it calls such a thing. */
function isGuarded(script: string, call: string): boolean {
  return new RegExp(`typeof [\\w.]*\\b${call}\\b|["'\`]${call}["'\`]\\s*in\\b`).test(script);
}

/** Values, selectors and rules that came after Chromium 107. What only makes a page nicer, such as `text-wrap`, is not among them. */
const harmless: ReadonlySet<string> = new Set([
  // Of Tailwind, for iPhones: a field for a date keeps its height while it is empty.
  'min-height:1lh',
]);
const laterValues =
  /\b(color-mix|oklch|oklab|lch|light-dark|linear|round|mod|rem|anchor|anchor-size|attr\(\w+ type)\(|\d[dsl]v[hw]\b|\d(lh|rlh|cap)\b|\bsubgrid\b/;
const laterSelectors =
  /:(popover-open|user-valid|user-invalid|open|dir\(|state\(|active-view-transition)|::(details-content|picker|scroll-marker|view-transition)|&/;
const laterRules = /@(starting-style|scope|view-transition|position-try|function|layer\s*\{)/;

/** What a stylesheet has of them that no condition guards and no plain declaration of the same property comes before. */
function lackingIn(style: string): string[] {
  const found = [...style.matchAll(new RegExp(laterRules, 'g'))].map(([rule]) => rule);
  const plain = withoutConditions(style.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').replaceAll(/\\./g, '_'));
  for (const [, selector = '', block = ''] of plain.matchAll(/([^{};]*)\{([^{}]*)\}/g)) {
    if (laterSelectors.test(withoutForgivingLists(selector))) found.push(selector);
    const seen = new Set<string>();
    for (const declaration of block.split(';')) {
      const [property = '', value = ''] = declaration.split(/:(.*)/s);
      if (!laterValues.test(value)) seen.add(property);
      else if (!seen.has(property) && !harmless.has(declaration)) found.push(declaration);
    }
  }
  return found;
}

/** A selector without `:is(…)` and `:where(…)`, in which a browser passes over what it does not know. */
function withoutForgivingLists(selector: string): string {
  const without = selector.replace(/:(is|where)\([^()]*\)/g, '');
  return without === selector ? selector : withoutForgivingLists(without);
}

/** A stylesheet without its `@supports` blocks, which a browser that lacks something passes over. */
function withoutConditions(style: string): string {
  let rest = style;
  for (let at = rest.indexOf('@supports'); at !== -1; at = rest.indexOf('@supports')) {
    let depth = 0;
    let end = rest.indexOf('{', at);
    do {
      if (rest[end] === '{') depth += 1;
      if (rest[end] === '}') depth -= 1;
      end += 1;
    } while (depth > 0 && end < rest.length);
    rest = rest.slice(0, at) + rest.slice(end);
  }
  return rest;
}
