import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { demoLoad } from '@kaifong/infra/local/demo-load.ts';
import { startSystem } from '@kaifong/infra/local/system.ts';
import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { findBrowser, howToGetOne, launch } from '@kaifong/web/journeys/browser.ts';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Figures } from './run.ts';

/** The main pages, by who looks at them. */
const pages: readonly [path: string, account: keyof typeof demoAccounts | undefined][] = [
  ['/', undefined],
  ['/sign-in', undefined],
  ['/volunteer', 'volunteer'],
  ['/volunteer/shifts', 'volunteer'],
  ['/volunteer/records', 'volunteer'],
  ['/leader', 'teamLeader'],
  ['/coordinator', 'coordinator'],
  ['/care', 'socialWorker'],
];

/** A phone on slow 4G: a quarter of this machine's speed, 1.6 Mbit/s down, 150 ms there and back. */
const slowness = { cpu: 4, bytesPerSecond: 200_000, latency: 150 };
const visits = 3;

/** Per page: kilobytes of JavaScript (brotli), when the largest thing was drawn on a slow phone, and how much moved while loading. */
export async function run(): Promise<Figures> {
  const executable = findBrowser();
  if (!executable) throw new Error(howToGetOne);
  const dataFolder = mkdtempSync(join(tmpdir(), 'kaifong-bench-web-'));
  const system = await startSystem({
    port: 0,
    dataFolder,
    demo: true,
    seed: (surroundings) => demoLoad(surroundings, { volunteers: 400 }),
  });
  const browser = await launch(executable);
  try {
    const figures: Record<string, Figures> = {};
    for (const [path, account] of pages) {
      const cookie = account && (await sessionOf(system.url, demoAccounts[account].mobile));
      const measured: Visit[] = [];
      for (let visit = 0; visit < visits; visit += 1) measured.push(await visitPage(browser, system.url, path, cookie));
      const [first] = measured;
      const lcp = measured.map((each) => each.lcp).toSorted((a, b) => a - b);
      figures[path] = {
        js_kb_br: Math.round((first?.script ?? 0) / 102.4) / 10,
        lcp_ms: Math.round(lcp[Math.floor(visits / 2)] ?? 0),
        cls: Math.max(...measured.map((each) => each.cls)),
      };
    }
    return { cpu_slowdown: slowness.cpu, visits, pages: figures };
  } finally {
    await browser.close();
    await system.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Signs in through the API, with the code that the demo shows. */
async function sessionOf(url: string, mobile: string): Promise<string> {
  const post = async (path: string, body: object, cookie = '') =>
    fetch(`${url}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), cookie },
      body: JSON.stringify(body),
    });
  const sent = await post('/one-time-codes', { mobile });
  const { demoCode } = (await sent.json()) as { demoCode: string };
  const [device = ''] = sent.headers.getSetCookie();
  const signedIn = await post('/sessions', { mobile, code: demoCode }, device.split(';')[0]);
  const [cookie = ''] = signedIn.headers.getSetCookie();
  return /kaifong_session=([^;]+)/.exec(cookie)?.[1] ?? '';
}

type Visit = { script: number; lcp: number; cls: number };

async function visitPage(browser: Browser, url: string, path: string, cookie: string | undefined): Promise<Visit> {
  // A first visit: the worker that keeps pages for later comes after it, and is no script of the page.
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    locale: 'zh-CN',
    serviceWorkers: 'block',
  });
  try {
    if (cookie) await context.addCookies([{ name: 'kaifong_session', value: cookie, url }]);
    return await measure(context, `${url}${path}`);
  } finally {
    await context.close();
  }
}

/** Runs in the page: notes the largest thing drawn, and adds up what moved. */
const observer = `
  window.seen = { lcp: 0, cls: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

async function measure(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowness.latency,
    downloadThroughput: slowness.bytesPerSecond,
    uploadThroughput: slowness.bytesPerSecond,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness.cpu });
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (!response.headers()['content-type']?.includes('javascript')) return;
    scripts.push(response.body());
  });
  await page.addInitScript({ content: observer });
  const response = await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 });
  if (response?.status() !== 200) throw new Error(`${address} answered ${response?.status()}`);
  const sizes = (await Promise.all(scripts)).map((body) => brotliCompressSync(body).byteLength);
  const script = sizes.reduce((sum, size) => sum + size, 0);
  const { lcp, cls } = await page.evaluate<{ lcp: number; cls: number }>('window.seen');
  return { script, lcp, cls: Math.round(cls * 10_000) / 10_000 };
}
