import { aFencedShift, atThePlace } from '../../test/a-fenced-shift.ts';
import type { Samples } from '../../test/sample.ts';

export const fenceSamples: Samples = {
  checkInByLocation: async (district) => {
    const { caller, shiftId } = await aFencedShift(district);
    return {
      caller,
      path: `/attendance-fixes/${shiftId}`,
      body: { what: 'in', fix: atThePlace },
      unknownPath: '/attendance-fixes/sft_00000000000000000000',
    };
  },
};
