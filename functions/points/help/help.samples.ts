import { day, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { NewHelp } from '@kaifong/shared/points/help/help-schema.ts';
import { someoneWith } from '../../test/a-reward.ts';
import { anActivity } from '../../test/a-shift.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

/** What somebody fills in who would like an hour of help, the day after tomorrow at two, unless it says otherwise. */
export const aNewHelp = (help: Partial<NewHelp> & { startsAt: string }): NewHelp => ({
  kind: 'escort',
  whose: 'own',
  what: '陪我到医院取药，来回要走一段路。',
  where: '沙面大街 10 号 302',
  community: home.community,
  hours: 1,
  helpers: 1,
  ...help,
});

/** When help is asked for in tests: the day after tomorrow by day. */
export const soonByDay = (district: TestDistrict) =>
  shiftBy(`${shiftBy(district.clock.now, 2 * day).slice(0, 10)}T00:00:00.000Z`, 6 * hour);

/** Somebody with 20 points who asked for help, and a leader of the home team with an activity. */
export async function aHelp(district: TestDistrict, overrides: Partial<NewHelp> = {}) {
  const asker = await someoneWith(district, 20);
  const asked = await asker.caller.post('/help-requests', aNewHelp({ startsAt: soonByDay(district), ...overrides }));
  if (asked.status !== 201) throw new Error(`not asked: ${JSON.stringify(asked.body)}`);
  const leader = await district.person({ role: 'teamLeader', scope: home.team });
  const activity = await leader.post('/activities', anActivity({ title: '邻里互助', kind: 'elderVisits' }));
  return { asker, leader, helpId: asked.body.id as string, activityId: activity.body.id as string };
}

const outsider = (district: TestDistrict) => district.person({ role: 'teamLeader', scope: elsewhere.team });

export const helpSamples: Samples = {
  askForHelp: async (district) => ({
    caller: (await someoneWith(district, 20)).caller,
    path: '/help-requests',
    body: aNewHelp({ startsAt: soonByDay(district) }),
  }),
  listOwnHelp: async (district) => ({ caller: (await aHelp(district)).asker.caller, path: '/help-requests/mine' }),
  withdrawHelp: async (district) => {
    const { asker, helpId } = await aHelp(district);
    return {
      caller: asker.caller,
      path: `/help-requests/${helpId}/withdrawal`,
      unknownPath: '/help-requests/hlp_00000000000000000000/withdrawal',
    };
  },
  listAskedHelp: async (district) => ({
    caller: (await aHelp(district)).leader,
    outsider: await outsider(district),
    path: `/help-requests?place=${home.team}`,
  }),
  planHelp: async (district) => {
    const { leader, helpId, activityId } = await aHelp(district);
    return {
      caller: leader,
      outsider: await outsider(district),
      path: `/help-requests/${helpId}/shift`,
      body: { activityId },
      unknownPath: '/help-requests/hlp_00000000000000000000/shift',
    };
  },
  declineHelp: async (district) => {
    const { leader, helpId } = await aHelp(district);
    return {
      caller: leader,
      outsider: await outsider(district),
      path: `/help-requests/${helpId}/refusal`,
      body: { why: '这几天队里没有人手，抱歉。' },
      unknownPath: '/help-requests/hlp_00000000000000000000/refusal',
    };
  },
};
