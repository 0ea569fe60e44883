import type { Samples } from '../test/sample.ts';

export const notificationsSamples: Samples = {
  listNotifications: async (district) => ({ caller: await district.person(), path: '/notifications' }),
};
