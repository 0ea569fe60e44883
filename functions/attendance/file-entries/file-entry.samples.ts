import { aVolunteer } from '../../test/a-volunteer.ts';
import { aCoordinator } from '../../test/an-attendance.ts';
import { elsewhere, type TestDistrict } from '../../test/district.ts';
import type { Sample, Samples } from '../../test/sample.ts';

export const anAward = { kind: 'award', title: '年度优秀志愿者', on: '2026-11-20', by: '沙面街道办事处' } as const;
const nobody = 'vol_00000000000000000000';

/** A volunteer whose file says that she was honoured. */
export async function anEntry(district: TestDistrict) {
  const [volunteer, coordinator] = await Promise.all([aVolunteer(district), aCoordinator(district)]);
  const path = `/file-entries/of/${volunteer.volunteerId}`;
  const { status, body } = await coordinator.post(path, anAward);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { ...volunteer, coordinator, path, entryId: body.entryId as string };
}

async function ofFile(district: TestDistrict): Promise<Sample> {
  const { coordinator, path } = await anEntry(district);
  const outsider = await district.person({ role: 'coordinator', scope: elsewhere.street });
  return { caller: coordinator, path, outsider, unknownPath: `/file-entries/of/${nobody}` };
}

export const fileEntrySamples: Samples = {
  listOwnFileEntries: async (district) => ({ caller: (await anEntry(district)).caller, path: '/file-entries/mine' }),
  listFileEntries: ofFile,
  recordFileEntry: async (district) => ({ ...(await ofFile(district)), body: anAward }),
  withdrawFileEntry: async (district) => {
    const { coordinator, path, entryId } = await anEntry(district);
    return {
      caller: coordinator,
      path: `${path}/${entryId}/withdrawal`,
      body: { reason: '登记错了人' },
      outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
      unknownPath: `/file-entries/of/${nobody}/fle_00000000000000000000/withdrawal`,
    };
  },
};
