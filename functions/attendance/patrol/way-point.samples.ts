import { aPatrol } from '../../test/a-patrol.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const aLeader = (district: TestDistrict) => district.person({ role: 'teamLeader', scope: home.team });
const outsiderOf = (district: TestDistrict) => district.person({ role: 'teamLeader', scope: elsewhere.team });

/** A way-point of the team at home, without a position. */
export async function aWayPoint(district: TestDistrict, more: object = {}) {
  const leader = await aLeader(district);
  const { status, body } = await leader.post('/way-points', { team: home.team, name: '文塔门口', ...more });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { leader, wayPointId: body.wayPointId as string, code: body.code as string };
}

export const wayPointSamples: Samples = {
  listWayPoints: async (district) => ({
    caller: await aLeader(district),
    path: `/way-points?team=${encodeURIComponent(home.team)}`,
    outsider: await outsiderOf(district),
  }),
  addWayPoint: async (district) => ({
    caller: await district.person({ role: 'teamLeader', scope: elsewhere.team }),
    path: '/way-points',
    body: { team: elsewhere.team, name: '泮塘路口' },
    outsider: await aLeader(district),
  }),
  revokeWayPoint: async (district) => {
    const { leader, wayPointId } = await aWayPoint(district);
    return {
      caller: leader,
      path: `/way-points/${wayPointId}/revocation`,
      body: { team: home.team },
      outsider: await outsiderOf(district),
      unknownPath: '/way-points/wpt_00000000000000000000/revocation',
    };
  },
  passWayPoint: async (district) => {
    const { leader } = await aPatrol(district);
    const { code } = await aWayPoint(district);
    const { now } = district.clock;
    return {
      caller: leader,
      path: '/way-point-sightings',
      body: { code, seenAt: now, sentAt: now },
      outsider: await outsiderOf(district),
    };
  },
};
