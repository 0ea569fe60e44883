import { day, dayOf, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import { anActivity, aShift } from '../../test/a-shift.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Sample, Samples } from '../../test/sample.ts';

const nowhere = '00000000000000000000';
const outsiderOf = (district: TestDistrict) => district.person({ role: 'teamLeader', scope: elsewhere.team });

/** A leader's request about a template of her team. */
async function ofTemplate(district: TestDistrict, rest: string, body: object): Promise<Sample> {
  const { leader, template } = await maker(district);
  const made = await leader.post('/shift-templates', template);
  return {
    ...{ caller: leader, path: `/shift-templates/${made.body.id}${rest}`, body: { team: home.team, ...body } },
    outsider: await outsiderOf(district),
    unknownPath: `/shift-templates/tpl_${nowhere}${rest}`,
  };
}

async function maker(district: TestDistrict) {
  const leader = await district.person({ role: 'teamLeader', scope: home.team });
  const activity = await leader.post('/activities', anActivity());
  const times = { startsAt: '20:00', endsAt: '22:00' };
  return { leader, template: { name: '晚间巡逻', activityId: activity.body.id, times, shift: { places: 4 } } };
}

/** A leader's request to copy a week in which her team has a shift. */
async function ofWeek(district: TestDistrict, path: string): Promise<Sample> {
  const { now } = district.clock;
  const { leader } = await aShift(district, { startsAt: shiftBy(now, 7 * day) });
  const weekIn = (days: number) => weekOf(dayOf(shiftBy(now, days * day)));
  return {
    ...{ caller: leader, path, body: { team: home.team, from: weekIn(7), to: weekIn(14) } },
    outsider: await outsiderOf(district),
  };
}

export const copyingSamples: Samples = {
  listShiftTemplates: async (district) => ({
    caller: (await maker(district)).leader,
    path: `/shift-templates?team=${home.team}`,
    outsider: await outsiderOf(district),
  }),
  createShiftTemplate: async (district) => {
    const { leader, template } = await maker(district);
    return { caller: leader, path: '/shift-templates', body: template, outsider: await outsiderOf(district) };
  },
  createShiftOfTemplate: (district) =>
    ofTemplate(district, '/shifts', { day: dayOf(shiftBy(district.clock.now, 3 * day)) }),
  removeShiftTemplate: (district) => ofTemplate(district, '/removal', {}),
  previewWeekCopy: (district) => ofWeek(district, '/week-copies/preview'),
  copyWeek: (district) => ofWeek(district, '/week-copies'),
};
