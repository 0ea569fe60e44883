import { aVolunteer } from '../test/a-volunteer.ts';
import type { Samples } from '../test/sample.ts';

export const pointsSamples: Samples = {
  readPoints: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/points' }),
  listPointsEntries: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/points/entries' }),
};
