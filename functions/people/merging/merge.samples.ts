import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { aMerge } from '../../test/a-merge.ts';
import { aRegistration, aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const nowhere = '/merges/mrg_00000000000000000000';
const outsiderOf = (district: TestDistrict) => district.person({ role: 'coordinator', scope: elsewhere.street });

/** Pairs so far, each with a birth date of its own. */
let twins = 0;

export const mergeSamples: Samples = {
  listLikelyDuplicates: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await outsiderOf(district),
    path: `/likely-duplicates?place=${home.community}`,
  }),
  tellRecordsApart: async (district) => {
    const volunteerIds = [];
    twins += 1;
    for (const sequence of [2, 4]) {
      const caller = await district.person();
      const documentNumber = makeSyntheticId({ birthDate: `${1940 + twins}-02-03`, sequence });
      const { body } = await caller.post('/volunteers', aRegistration({ name: '区小敏', documentNumber }));
      volunteerIds.push(body.id);
    }
    await district.settle();
    return {
      caller: await district.person({ role: 'coordinator', scope: home.community }),
      outsider: await outsiderOf(district),
      path: '/likely-duplicates/apart',
      body: { volunteerIds },
    };
  },
  mergeRecords: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await outsiderOf(district),
    path: '/merges',
    body: {
      stays: (await aVolunteer(district)).volunteerId,
      goes: (await aVolunteer(district)).volunteerId,
      mobile: 'released',
      reason: '同一人登记了两次',
    },
  }),
  listMerges: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await outsiderOf(district),
    path: `/merges?place=${home.street}`,
  }),
  readMerge: async (district) => {
    const { mergeId, coordinator } = await aMerge(district);
    return {
      caller: coordinator,
      outsider: await outsiderOf(district),
      path: `/merges/${mergeId}`,
      unknownPath: nowhere,
    };
  },
  undoMerge: async (district) => {
    const { mergeId, coordinator } = await aMerge(district);
    await district.settle();
    return {
      caller: coordinator,
      outsider: await outsiderOf(district),
      path: `/merges/${mergeId}/undoing`,
      unknownPath: `${nowhere}/undoing`,
      body: { reason: '核对后不是同一人' },
    };
  },
};
