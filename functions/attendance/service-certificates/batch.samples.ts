import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { aCoordinator } from '../../test/an-attendance.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const path = '/service-certificate-batches';
const unknown = `${path}/scb_00000000000000000000`;
const outsiderOf = (district: TestDistrict) => district.person({ role: 'coordinator', scope: elsewhere.street });

/** Certificates that were asked for, for all of the home community, over this year up to today. */
export async function aCertificateBatch(district: TestDistrict) {
  const today = dayOf(district.clock.now);
  const body = { place: home.community, from: `${today.slice(0, 4)}-01-01`, until: today };
  const caller = await aCoordinator(district);
  const { body: begun } = await caller.post(path, body);
  return { caller, body, batchId: begun.batchId as string };
}

export const certificateBatchSamples: Samples = {
  issueServiceCertificates: async (district) => {
    const today = dayOf(district.clock.now);
    return {
      caller: await aCoordinator(district),
      path,
      body: { place: home.community, from: today, until: today },
      outsider: await outsiderOf(district),
    };
  },
  listServiceCertificateBatches: async (district) => ({
    caller: (await aCertificateBatch(district)).caller,
    path: `${path}?place=${home.street}`,
    outsider: await outsiderOf(district),
  }),
  readServiceCertificateBatch: async (district) => {
    const { caller, batchId } = await aCertificateBatch(district);
    return { caller, path: `${path}/${batchId}`, outsider: await outsiderOf(district), unknownPath: unknown };
  },
  listServiceCertificateBatchPeople: async (district) => {
    const { caller, batchId } = await aCertificateBatch(district);
    return {
      caller,
      path: `${path}/${batchId}/people`,
      outsider: await outsiderOf(district),
      unknownPath: `${unknown}/people`,
    };
  },
};
