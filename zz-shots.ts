import { chromium, type Page } from 'playwright-core';
import { signInOn } from './web/journeys/sign-in.ts';
const base = 'http://127.0.0.1:8931';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const plan: Record<string, [string | undefined, string[]]> = {
  public: [undefined, ['/', '/sign-in', '/help', '/xiguan', '/hours/digests', '/register']],
  volunteer: ['13800000001', ['/volunteer', '/volunteer/shifts', '@shift', '/volunteer/agenda', '/volunteer/records', '/volunteer/points', '/volunteer/notifications', '/volunteer/teams', '/volunteer/code', '/volunteer/pending', '/volunteer/check-in', '/account', '/account/details', '/account/certificates', '/account/rights', '/account/rights/views', '/account/devices', '/account/standing']],
  leader: ['13800000002', ['/leader', '/leader/activities', '/leader/activities/new', '@leadershift', '/leader/roster', '/leader/team', '/account/deputies']],
  coordinator: ['13800000003', ['/coordinator', '/coordinator/applications', '/coordinator/people', '/coordinator/staffing', '/coordinator/tree', '/coordinator/import', '/coordinator/certificates', '/coordinator/corrections', '/coordinator/duplicates', '/coordinator/audit', '/grants']],
  district: ['13800000011', ['/coordinator', '/coordinator/certificates/kinds', '/coordinator/tree/440103']],
  audit: ['13800000010', ['/audit']],
  care: ['13800000004', ['/care', '/care/requests/new', '/care/my-cases', '/care/escalations']],
};
const only = process.argv.slice(2);
for (const [who, [mobile, paths]] of Object.entries(plan)) {
  if (only.length && !only.includes(who)) continue;
  const first = await b.newContext({ baseURL: base, locale: 'zh-CN' }); const p0 = await first.newPage();
  if (mobile) await signInOn(p0, mobile);
  const list: string[] = [];
  for (const p of paths) {
    if (p === '@shift') { await p0.goto('/volunteer/shifts'); const h = await p0.locator('a[href^="/volunteer/shifts/"]').first().getAttribute('href'); if (h) list.push(h); }
    else if (p === '@leadershift') { await p0.goto('/leader'); const h = await p0.locator('a[href^="/leader/shifts/"]').first().getAttribute('href'); if (h) list.push(h); }
    else list.push(p);
  }
  const cookies = await first.cookies(); await first.close();
  const variants = [{ w: 360, theme: 'light', loc: 'zh-Hans' }, { w: 360, theme: 'dark', loc: 'en' }, { w: 1280, theme: 'light', loc: 'en' }, { w: 1280, theme: 'dark', loc: 'zh-Hans' }];
  const pages: Page[] = [];
  for (const v of variants) {
    const c = await b.newContext({ baseURL: base, viewport: { width: v.w, height: v.w === 360 ? 780 : 800 } });
    await c.addCookies([...cookies.filter(c => !/theme|locale/.test(c.name)), { name: 'kaifong_theme', value: v.theme, url: base }, { name: 'kaifong_locale', value: v.loc, url: base }]);
    pages.push(await c.newPage());
  }
  const sheet = await (await b.newContext({ viewport: { width: 1500, height: 900 } })).newPage();
  for (const path of list) {
    const shots: string[] = []; const notes: string[] = [];
    for (const [i, page] of pages.entries()) {
      const errs: string[] = []; page.removeAllListeners('pageerror'); page.on('pageerror', e => errs.push(e.message));
      const r = await page.goto(path, { waitUntil: 'load' }); await page.waitForTimeout(350);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      const text = await page.evaluate(() => document.querySelector('main')?.textContent ?? '');
      if (r!.status() !== 200 || over > 0 || errs.length) notes.push(`${i}: ${r!.status()} over ${over} ${errs.join()}`);
      if (variants[i]!.loc === 'en') { const zh = text.match(/[\u4e00-\u9fff]{6,}/g); void zh; }
      shots.push((await page.screenshot({ fullPage: true })).toString('base64'));
    }
    await sheet.setContent(`<body style="margin:0;background:#888;display:flex;gap:8px;align-items:flex-start">${shots.map((s, i) => `<img src="data:image/png;base64,${s}" style="width:${i < 2 ? 250 : 480}px;height:auto">`).join('')}</body>`);
    await sheet.waitForTimeout(100);
    const name = `${who}${path.replace(/[^a-z0-9]+/gi, '_')}`.slice(0, 60);
    await sheet.screenshot({ path: `/tmp/look/${name}.png`, clip: { x: 0, y: 0, width: 1500, height: Math.min(1500, await sheet.evaluate(() => document.body.scrollHeight)) } });
    console.log(name, notes.join(' | ') || 'ok');
  }
}
await b.close();
