import { aVolunteer } from '../../test/a-volunteer.ts';
import type { Samples } from '../../test/sample.ts';

export const rankingSamples: Samples = {
  readRanking: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/rankings?scope=440103&period=2026-11',
  }),
  listTeamsOfMonth: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/rankings/teams?month=2026-11',
  }),
};
