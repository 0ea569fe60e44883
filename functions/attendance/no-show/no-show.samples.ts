import { aNoShow } from '../../test/a-no-show.ts';
import { awaitMorning } from '../../test/await-morning.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const nowhere = '00000000000000000000';
const leaderElsewhere = (district: TestDistrict) => district.person({ role: 'teamLeader', scope: elsewhere.team });
const coordinatorElsewhere = (district: TestDistrict) =>
  district.person({ role: 'coordinator', scope: elsewhere.street });

export const noShowSamples: Samples = {
  listAbsent: async (district) => {
    const { leader, shiftId } = await aNoShow(district);
    return {
      caller: leader,
      path: `/no-shows/of-shift/${shiftId}`,
      outsider: await leaderElsewhere(district),
      unknownPath: `/no-shows/of-shift/sft_${nowhere}`,
    };
  },
  markNoShow: async (district) => {
    const { leader, shiftId, person } = await aNoShow(district, { state: 'absent' });
    return {
      caller: leader,
      path: `/no-shows/of-shift/${shiftId}`,
      body: { volunteerId: person.volunteerId },
      outsider: await leaderElsewhere(district),
      unknownPath: `/no-shows/of-shift/sft_${nowhere}`,
    };
  },
  takeBackNoShow: async (district) => {
    const { leader, shiftId, person } = await aNoShow(district);
    return {
      caller: leader,
      path: `/no-shows/of-shift/${shiftId}/${person.volunteerId}`,
      outsider: await leaderElsewhere(district),
      unknownPath: `/no-shows/of-shift/sft_${nowhere}/${person.volunteerId}`,
    };
  },
  listOwnNoShows: async (district) => ({
    caller: (await aNoShow(district)).person.caller,
    path: '/no-shows/mine',
  }),
  contestNoShow: async (district) => {
    const { person, shiftId } = await aNoShow(district);
    return {
      caller: person.caller,
      path: `/no-shows/mine/${shiftId}/contest`,
      body: { statement: '我到了，手机没电' },
      unknownPath: `/no-shows/mine/sft_${nowhere}/contest`,
    };
  },
  listContestedNoShows: async (district) => ({
    caller: (await aNoShow(district, { state: 'contested' })).team.coordinator,
    path: `/no-shows/contested?place=${home.street}`,
    outsider: await coordinatorElsewhere(district),
  }),
  decideNoShow: async (district) => {
    const { team, shiftId, person } = await aNoShow(district, { state: 'contested' });
    return {
      caller: team.coordinator,
      path: `/no-shows/contested/${shiftId}/${person.volunteerId}`,
      body: { outcome: 'lifted', words: '队长核实了，确实在场' },
      outsider: await coordinatorElsewhere(district),
      unknownPath: `/no-shows/contested/sft_${nowhere}/${person.volunteerId}`,
    };
  },
  readOwnReliability: async (district) => ({
    caller: (await aNoShow(district)).person.caller,
    path: '/reliability/mine',
  }),
  listReliability: async (district) => {
    const { leader, team } = await aNoShow(district);
    return {
      caller: leader,
      path: `/reliability/of-team?team=${team.team}`,
      outsider: await leaderElsewhere(district),
    };
  },
  resumeRegulars: async (district) => {
    awaitMorning(district);
    const first = await aNoShow(district);
    for (let more = 0; more < 2; more += 1) await aNoShow(district, first);
    await district.settle();
    return {
      caller: first.leader,
      path: '/reliability/resumptions',
      body: { team: first.team.team, volunteerId: first.person.volunteerId },
      outsider: await leaderElsewhere(district),
    };
  },
};
