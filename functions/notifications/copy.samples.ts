import { aVolunteer } from '../test/a-volunteer.ts';
import type { Samples } from '../test/sample.ts';

const ofRecord =
  (rest: string): Samples[string] =>
  async (district) => {
    const { caller, volunteerId } = await aVolunteer(district);
    return {
      caller,
      path: `/notification-copy/${volunteerId}/${rest}`,
      unknownPath: `/notification-copy/vol_00000000000000000000/${rest}`,
    };
  };

export const noticeCopySamples: Samples = {
  copyNotices: ofRecord('notices'),
  copySentMessages: ofRecord('sent-messages'),
};
