import { aVolunteer } from '../test/a-volunteer.ts';
import type { Samples } from '../test/sample.ts';

const ofRecord =
  (rest: string): Samples[string] =>
  async (district) => {
    const { caller, volunteerId } = await aVolunteer(district);
    return {
      caller,
      path: `/scheduling-copy/${volunteerId}/${rest}`,
      unknownPath: `/scheduling-copy/vol_00000000000000000000/${rest}`,
    };
  };

export const schedulingCopySamples: Samples = {
  copySignUps: ofRecord('sign-ups'),
  copyHandovers: ofRecord('handovers'),
};
