import { aPhone } from '../../test/a-phone.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import type { TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const path = '/attendance-keys';

/** A volunteer whose phone has registered its key. */
export async function aKeyHolder(district: TestDistrict) {
  const [volunteer, phone] = await Promise.all([aVolunteer(district), aPhone()]);
  const { status, body } = await volunteer.caller.post(path, { publicKey: phone.publicKey });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { ...volunteer, phone };
}

export const deviceKeySamples: Samples = {
  registerDeviceKey: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path,
    body: { publicKey: (await aPhone()).publicKey },
  }),
  listDeviceKeys: async (district) => ({ caller: (await aKeyHolder(district)).caller, path }),
  revokeDeviceKey: async (district) => {
    const { caller, phone } = await aKeyHolder(district);
    return {
      caller,
      path: `${path}/${phone.keyId}/revocation`,
      unknownPath: `${path}/${'0'.repeat(32)}/revocation`,
    };
  },
};
