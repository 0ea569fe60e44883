import { demoCommunity, demoStreet, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import {
  ask,
  askForGuardian,
  batchBegun,
  importBegun,
  invitation,
  mergeBegun,
  pushBegun,
  registration,
} from './before-a-page.ts';
import { carePages } from './care-pages.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Every page of the site, by its pattern. One that is not here has not been looked at. */
export const everyPage: Readonly<Record<string, Whereabouts>> = {
  ...carePages,
  '/': {},
  '/design': {},
  '/help': {},
  '/hours/certificates': {},
  '/hours/certificates/[number]': { path: '/hours/certificates/LW2026-00000-00000' },
  '/hours/digests': {},
  '/hours/notices': {},
  '/offline/[language]': { path: '/offline/en' },
  '/shop/[shopKey]': {
    as: 'coordinator',
    async after(page) {
      const offered = await page.request.get(`/api/rewards/managed?place=${demoCommunity}&limit=100`);
      return `/shop/${(await offered.json()).items[0].shopKey}`;
    },
  },
  '/kiosk/[kioskKey]': {
    as: 'teamLeader',
    async after(page, _others, find) {
      const shift = await find(page, '/leader/shifts/[shiftId]');
      const headers = { 'idempotency-key': crypto.randomUUID() };
      const opened = await page.request.post(`/api/attendance-kiosks/${shift.split('/').at(-1)}`, {
        headers,
        data: {},
      });
      return (await opened.json()).path;
    },
  },
  '/privacy': {},
  '/sign-in': {},
  '/sign-in/government/back': { path: '/sign-in/government/back?error=access_denied&state=x' },
  '/sign-in/passkey': {},
  '/unsubscribe/[token]': { path: '/unsubscribe/of-no-letter' },
  '/xiguan': {},

  '/account': { as: 'volunteer' },
  '/account/certificates': { as: 'volunteer' },
  '/account/deputies': { as: 'teamLeader' },
  '/account/details': { as: 'volunteer' },
  '/account/devices': { as: 'volunteer' },
  '/account/mobile': { as: 'volunteer' },
  '/account/passkeys': { as: 'coordinator' },
  '/account/preferences': { as: 'volunteer' },
  '/account/notices': { as: 'volunteer' },
  '/account/notices/sent': { as: 'volunteer' },
  '/account/notifications': { as: 'volunteer' },
  '/account/rights': { as: 'volunteer' },
  '/account/rights/views': { as: 'volunteer' },
  '/account/standing': { as: 'volunteer' },
  '/join/[team]': { as: 'volunteer', after: invitation },
  '/register': { as: '17700000091' },
  '/register/[step]': {
    as: '17700000092',
    async after(page) {
      await askForGuardian(page);
      return '/register/guardian';
    },
  },
  '/register/received': {
    as: '17700000093',
    async after(page) {
      await ask(page, '/volunteers', registration('1958-03-08'));
      return '/register/received';
    },
  },
  '/guardian/[token]': {
    as: '17700000094',
    async after(page) {
      await askForGuardian(page);
      const own = await page.request.get('/api/guardian-consents/own');
      return `/guardian/${(await own.json()).token}`;
    },
  },
  '/confirm': {
    as: '17700000095',
    async after(_page, others) {
      const coordinator = await others('coordinator');
      await ask(coordinator, '/volunteers/on-paper', { ...registration('1949-10-02'), mobile: '17700000095' });
      return '/confirm';
    },
  },

  '/check-in/[shiftId]': { as: 'volunteer', via: '/volunteer' },
  '/volunteer': { as: 'volunteer' },
  '/volunteer/agenda': { as: 'volunteer' },
  '/volunteer/calendar': { as: 'volunteer' },
  '/volunteer/check-in': { as: 'volunteer' },
  '/volunteer/code': { as: 'volunteer' },
  '/volunteer/handovers': { as: 'volunteer' },
  '/volunteer/handovers/[shiftId]/[handoverId]': { as: 'volunteer', via: '/volunteer/shifts' },
  '/volunteer/no-shows': { as: 'volunteer' },
  '/volunteer/pending': { as: 'volunteer' },
  '/volunteer/points': { as: 'volunteer' },
  '/volunteer/points/help': { as: 'volunteer' },
  '/volunteer/points/fund': { as: 'volunteer' },
  '/volunteer/points/give': { as: 'volunteer' },
  '/volunteer/points/rules': { as: 'volunteer' },
  '/volunteer/points/statements': { as: 'volunteer' },
  '/volunteer/rankings': { as: 'volunteer' },
  '/volunteer/records': { as: 'volunteer' },
  '/volunteer/records/file': { as: 'volunteer' },
  '/volunteer/regular': { as: 'volunteer' },
  '/volunteer/regular/[seriesId]': {
    as: 'volunteer',
    async after(_page, others, find) {
      const leaders = await find(await others('teamLeader'), '/leader/series/[seriesId]');
      return leaders.replace('/leader/series/', '/volunteer/regular/');
    },
  },
  '/volunteer/rewards': { as: 'volunteer' },
  '/volunteer/vouchers': { as: 'volunteer' },
  '/volunteer/shifts': { as: 'volunteer' },
  '/volunteer/shifts/[shiftId]': { as: 'volunteer', via: '/volunteer/shifts' },
  '/volunteer/shifts/[shiftId]/handover': {
    as: 'volunteer',
    below: '/volunteer/shifts/[shiftId]',
  },
  '/volunteer/teams': { as: 'volunteer' },
  '/volunteer/teams/calendar': { as: 'volunteer', path: `/volunteer/teams/calendar?team=${demoTeam}` },

  '/leader': { as: 'teamLeader' },
  '/volunteer/records/amendments': { as: 'volunteer' },
  '/volunteer/records/certificates': { as: 'volunteer' },
  '/coordinator/service-certificates': { as: 'districtCoordinator' },
  '/coordinator/service-certificates/batches': { as: 'coordinator' },
  '/coordinator/service-certificates/batches/[batchId]': { as: 'coordinator', after: batchBegun },
  '/volunteer/pass': { as: 'volunteer' },
  '/leader/scan': { as: 'teamLeader' },
  '/leader/day': { as: 'teamLeader' },
  '/leader/activities': { as: 'teamLeader' },
  '/leader/activities/[activityId]': { as: 'teamLeader', via: '/leader/activities' },
  '/leader/activities/new': { as: 'teamLeader' },
  '/leader/approvals': { as: 'teamLeader' },
  '/leader/board': { as: 'teamLeader' },
  '/leader/board/print': { as: 'teamLeader' },
  '/leader/roster': { as: 'teamLeader' },
  '/leader/series': { as: 'teamLeader' },
  '/leader/series/[seriesId]': { as: 'teamLeader', via: '/leader/series' },
  '/leader/series/[seriesId]/change': {
    as: 'teamLeader',
    below: '/leader/series/[seriesId]',
  },
  '/leader/series/copy': { as: 'teamLeader' },
  '/leader/series/new': { as: 'teamLeader' },
  '/leader/series/templates': { as: 'teamLeader' },
  '/leader/shifts/[shiftId]': { as: 'teamLeader', via: '/leader' },
  '/leader/shifts/[shiftId]/code': {
    as: 'teamLeader',
    below: '/leader/shifts/[shiftId]',
  },
  '/leader/shifts/[shiftId]/kiosk': {
    as: 'teamLeader',
    below: '/leader/shifts/[shiftId]',
  },
  '/leader/shifts/[shiftId]/patrol': {
    as: 'teamLeader',
    below: '/leader/shifts/[shiftId]',
  },
  '/leader/shifts/[shiftId]/amendment': {
    as: 'teamLeader',
    below: '/leader/shifts/[shiftId]',
  },
  '/leader/amendments': { as: 'teamLeader' },
  '/leader/team': { as: 'teamLeader' },
  '/leader/team/calendar': { as: 'teamLeader' },
  '/leader/team/on-paper': { as: 'teamLeader' },
  '/leader/team/way-points': { as: 'teamLeader' },
  '/leader/team/way-points/sheet': { as: 'teamLeader' },
  '/leader/way-point': { as: 'teamLeader' },
  '/leader/team/poster': { as: 'teamLeader' },
  '/leader/team/reliability': { as: 'teamLeader' },
  '/leader/help': { as: 'teamLeader' },
  '/leader/training': { as: 'teamLeader' },

  '/coordinator': { as: 'coordinator' },
  '/coordinator/applications': { as: 'coordinator' },
  '/coordinator/audit': { as: 'districtCoordinator' },
  '/coordinator/certificates': { as: 'coordinator' },
  '/coordinator/certificates/kinds': { as: 'districtCoordinator' },
  '/coordinator/corrections': { as: 'coordinator' },
  '/coordinator/duplicates': { as: 'coordinator' },
  '/coordinator/import': { as: 'coordinator' },
  '/coordinator/import/[importId]': { as: 'coordinator', after: importBegun },
  '/coordinator/exchange': { as: 'districtCoordinator' },
  '/coordinator/exchange/[pushId]': { as: 'districtCoordinator', after: pushBegun },
  '/coordinator/amendments': { as: 'coordinator' },
  '/coordinator/doubts': { as: 'coordinator' },
  '/coordinator/no-shows': { as: 'coordinator' },
  '/coordinator/merges/[mergeId]': { as: 'coordinator', after: mergeBegun },
  '/coordinator/people': { as: 'coordinator' },
  '/coordinator/people/[volunteerId]': { as: 'coordinator', via: '/coordinator/people' },
  '/coordinator/people/[volunteerId]/hours': { as: 'coordinator', below: '/coordinator/people/[volunteerId]' },
  '/coordinator/people/[volunteerId]/file': { as: 'coordinator', below: '/coordinator/people/[volunteerId]' },
  '/coordinator/people/on-paper': { as: 'coordinator' },
  '/coordinator/fund': { as: 'coordinator' },
  '/coordinator/help': { as: 'coordinator' },
  '/coordinator/points-adjustments': { as: 'coordinator' },
  '/coordinator/points-rules': { as: 'districtCoordinator' },
  '/coordinator/points-rules/[rulesId]': { as: 'districtCoordinator', via: '/coordinator/points-rules' },
  '/coordinator/rewards': { as: 'coordinator' },
  '/coordinator/rewards/pick-up': { as: 'coordinator' },
  '/coordinator/roster': { as: 'coordinator' },
  '/coordinator/skills': { as: 'districtCoordinator' },
  '/coordinator/staffing': { as: 'coordinator' },
  '/coordinator/training': { as: 'coordinator' },
  '/coordinator/tree': { as: 'districtCoordinator' },
  '/coordinator/tree/[place]': {
    as: 'districtCoordinator',
    path: `/coordinator/tree/${demoStreet.replaceAll('/', '-')}`,
  },
  '/coordinator/tree/[place]/placements': {
    as: 'coordinator',
    path: `/coordinator/tree/${demoCommunity.replaceAll('/', '-')}/placements`,
  },
  '/coordinator/tree/[place]/rearrange': {
    as: 'coordinator',
    path: `/coordinator/tree/${demoCommunity.replaceAll('/', '-')}/rearrange?kind=split`,
  },
  '/coordinator/tree/teams/[team]': {
    as: 'districtCoordinator',
    path: `/coordinator/tree/teams/${demoTeam.replaceAll('/', '-')}`,
  },
  '/coordinator/tree/teams/[team]/poster': {
    as: 'districtCoordinator',
    path: `/coordinator/tree/teams/${demoTeam.replaceAll('/', '-')}/poster`,
  },
  '/grants': { as: 'districtCoordinator' },
  '/audit': { as: 'auditAdministrator' },
  '/system': { as: 'systemAdministrator' },
  '/coordinator/settings': { as: 'districtCoordinator' },
};
