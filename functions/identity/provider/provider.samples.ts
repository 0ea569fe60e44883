import { randomUUID } from 'node:crypto';
import type { Samples } from '../../test/sample.ts';

export const providerSamples: Samples = {
  departToProvider: async (district) => ({
    caller: district.stranger(),
    path: '/provider/departures',
    body: { purpose: 'signIn', to: '/volunteer' },
  }),
  arriveFromProvider: async (district) => {
    const mobile = district.nextMobile();
    await district.stranger().signIn(mobile, district.sent);
    const caller = district.stranger();
    const { body } = await caller.post('/provider/departures', { purpose: 'signIn' });
    const citizen = { subject: randomUUID(), mobile: `+86${mobile}` };
    const parameters = await district.provider().visit(body.location, citizen);
    return { caller, path: '/provider/arrivals', body: { parameters } };
  },
  readProviderLink: async (district) => ({ caller: await district.person(), path: '/provider/link' }),
  unlinkProvider: async (district) => {
    const caller = await district.person();
    const { body } = await caller.post('/provider/departures', { purpose: 'link' });
    const parameters = await district.provider().visit(body.location, { subject: randomUUID() });
    await caller.post('/provider/arrivals', { parameters });
    return { caller, path: '/provider/link' };
  },
};
