import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';
import { aNumber } from '../giving.samples.ts';

const ofStreet = (district: TestDistrict) => district.person({ role: 'coordinator', scope: home.street });
const outsider = (district: TestDistrict) => district.person({ role: 'coordinator', scope: elsewhere.street });

/** Somebody of the home community for whom a coordinator of the street asked for points, 10 unless it says otherwise. */
export async function anAdjustment(
  district: TestDistrict,
  points = 10,
  volunteer?: Awaited<ReturnType<typeof aVolunteer>>,
) {
  const of = volunteer ?? (await aVolunteer(district));
  const { number } = (await of.caller.get('/volunteers/me')).body;
  const asker = await ofStreet(district);
  const asked = { number, points, why: '活动当天系统停机，时长没有记上。' };
  const { status, body } = await asker.post('/points-adjustments', asked);
  if (status !== 201) throw new Error(`not asked: ${JSON.stringify(body)}`);
  return { ...of, number: number as string, asker, why: asked.why, adjustmentId: body.id as string };
}

export const adjustmentSamples: Samples = {
  listPointsAdjustments: async (district) => ({
    caller: await ofStreet(district),
    outsider: await outsider(district),
    path: `/points-adjustments?place=${home.street}&list=asked`,
  }),
  askForPointsAdjustment: async (district) => ({
    caller: await ofStreet(district),
    outsider: await outsider(district),
    path: '/points-adjustments',
    body: { number: await aNumber(district), points: 10, why: '活动当天系统停机，时长没有记上。' },
  }),
  decidePointsAdjustment: async (district) => ({
    caller: await ofStreet(district),
    outsider: await outsider(district),
    path: `/points-adjustments/${(await anAdjustment(district)).adjustmentId}/decision`,
    body: { decision: 'approve' },
    unknownPath: '/points-adjustments/adj_00000000000000000000/decision',
  }),
};
