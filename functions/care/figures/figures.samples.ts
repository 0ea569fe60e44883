import { elsewhere, home } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';
import type { CareDistrict } from '../test-care.ts';

/** Service figures. */
export const figuresSamples: Samples<CareDistrict> = {
  readCareFigures: async (district) => ({
    caller: await district.person({ role: 'careSupervisor', scope: home.street }),
    path: `/care/figures?place=${home.street}`,
    outsider: await district.person({ role: 'careSupervisor', scope: elsewhere.street }),
  }),
  readCareFiguresFile: async (district) => ({
    caller: await district.socialWorker(),
    path: `/care/figures/file?place=${home.street}`,
    outsider: await district.person({ role: 'socialWorker', scope: elsewhere.street }),
  }),
};
