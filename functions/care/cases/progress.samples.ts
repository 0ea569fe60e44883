import type { Samples } from '../../test/sample.ts';
import { anAsked } from '../asking/test-asking.ts';
import { anAssignedCase, type CareDistrict } from '../test-care.ts';
import { ofCase } from './sample-of-case.ts';

/** What the sessions led to. */
export const progressSamples: Samples<CareDistrict> = {
  readProgress: async (district) => {
    const { caseId, counsellor } = await anAssignedCase(district);
    const outsider = (await district.counsellor()).caller;
    return { caller: counsellor.caller, ...ofCase(caseId, '/progress'), outsider };
  },
  readOwnProgress: async (district) => ({
    caller: district.stranger(),
    path: '/care/askings/progress',
    body: (await anAsked(district)).key,
  }),
};
