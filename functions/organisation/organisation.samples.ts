import { home } from '../test/district.ts';
import type { Samples } from '../test/sample.ts';

export const organisationSamples: Samples = {
  listPlaces: async (district) => ({ caller: district.stranger(), path: '/places?parent=440103' }),
  listTeams: async (district) => ({ caller: await district.person(), path: `/teams?place=${home.community}` }),
};
