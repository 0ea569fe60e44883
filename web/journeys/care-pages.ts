import { demoStreet } from '@kaifong/shared/demo/accounts.ts';
import { ask, calm, caseOf, danger } from './before-a-page.ts';
import type { Whereabouts } from './whereabouts.ts';

/** The pages on which support is asked for and given. */
export const carePages: Readonly<Record<string, Whereabouts>> = {
  '/talk': {},
  '/talk/ask': {},
  '/talk/return': {},
  '/care': { as: 'socialWorker', path: `/care?place=${demoStreet}` },
  '/care/proposals': { as: 'socialWorker', path: `/care/proposals?place=${demoStreet}` },
  '/care/readings': { as: 'careSupervisor' },
  '/care/counselling': { as: 'counsellor' },
  '/care/supervision': { as: 'careSupervisor' },
  '/care/supervision/[counsellorId]': {
    as: 'careSupervisor',
    async after(page) {
      await page.goto('/care/supervision');
      return (await page.locator('main a[href^="/care/supervision/"]').first().getAttribute('href')) ?? '';
    },
  },
  '/care/supervision/[counsellorId]/talks': {
    as: 'careSupervisor',
    async after(page) {
      await page.goto('/care/supervision');
      const href = await page.locator('main a[href^="/care/supervision/"]').first().getAttribute('href');
      return `${href}/talks`;
    },
  },
  '/care/my-supervision': { as: 'counsellor' },
  '/care/my-supervision/group': { as: 'counsellor' },
  '/care/check-in': { as: 'counsellor' },
  '/care/cases/[caseId]/discussion': {
    as: 'counsellor',
    async after(page) {
      await page.goto('/care/my-cases');
      const href = await page.locator('main a[href^="/care/cases/"]').first().getAttribute('href');
      return `${href?.split('/').slice(0, 4).join('/')}/discussion`;
    },
  },
  '/care/counsellors': { as: 'careSupervisor' },
  '/care/counsellors/new': { as: 'careSupervisor' },
  '/care/hours': { as: 'careSupervisor' },
  '/care/figures': { as: 'careSupervisor' },
  '/care/openings': { as: 'careSupervisor' },
  '/care/openings/past': { as: 'careSupervisor' },
  '/care/openings/[caseId]': {
    as: 'careSupervisor',
    async after(page, others) {
      const caseId = (await caseOf(await others('socialWorker'), calm)).split('/').at(-1);
      const reason = '当事人来电中断，社工和值班人员都联系不上，需要马上找到她';
      await ask(page, '/care/openings', { caseId, reason, minutes: 60 });
      return `/care/openings/${caseId}`;
    },
  },
  '/care/rota': { as: 'careSupervisor' },
  '/care/duties': { as: 'onCall' },
  '/care/my-cases': { as: 'socialWorker' },
  '/care/requests/new': { as: 'socialWorker', path: `/care/requests/new?place=${demoStreet}` },
  '/care/cases/[caseId]': { as: 'socialWorker', after: async (page) => caseOf(page, calm) },
  '/care/cases/[caseId]/screening': {
    as: 'socialWorker',
    after: async (page) => `${await caseOf(page)}/screening`,
  },
  '/care/cases/[caseId]/questions': {
    as: 'socialWorker',
    below: '/care/cases/[caseId]',
  },
  '/care/cases/[caseId]/progress': {
    as: 'socialWorker',
    below: '/care/cases/[caseId]',
  },
  '/care/cases/[caseId]/plan': {
    as: 'socialWorker',
    below: '/care/cases/[caseId]',
  },
  '/care/cases/[caseId]/sessions': {
    as: 'socialWorker',
    below: '/care/cases/[caseId]',
  },
  '/care/cases/[caseId]/referrals': {
    as: 'socialWorker',
    below: '/care/cases/[caseId]',
  },
  '/care/cases/[caseId]/handover': {
    as: 'socialWorker',
    below: '/care/cases/[caseId]',
  },
  '/care/cases/[caseId]/candidates': {
    as: 'socialWorker',
    below: '/care/cases/[caseId]',
  },
  '/care/cases/[caseId]/danger': {
    as: 'socialWorker',
    after: async (page) => `${await caseOf(page, danger)}/danger`,
  },
  '/care/escalations': { as: 'onCall' },
  '/care/escalations/[escalationId]': {
    as: 'onCall',
    async after(page, others) {
      await caseOf(await others('socialWorker'), danger);
      await page.goto('/care/escalations');
      await page.locator('main form button[type=submit]').first().click();
      await page.waitForURL((url) => url.pathname.startsWith('/care/cases/') || /escalations\/./.test(url.pathname));
      return new URL(page.url()).pathname;
    },
  },
};
