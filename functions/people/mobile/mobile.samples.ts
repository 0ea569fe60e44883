import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';
import type { TestClient } from '../../test/test-client.ts';

/** Requests about changing a mobile number, for the refusal suite. */
export const mobileSamples: Samples = {
  sendMobileChangeCode: async (district) => ({
    caller: await district.person(),
    path: '/mobile-changes/codes',
    body: { mobile: district.nextMobile(), to: 'new' },
  }),
  changeOwnMobile: async (district) => {
    const { caller, mobile: old } = await aVolunteer(district);
    const mobile = district.nextMobile();
    const code = await codeFor(district, mobile, caller.post('/mobile-changes/codes', { mobile, to: 'new' }));
    const oldCode = await codeFor(district, old, caller.post('/mobile-changes/codes', { mobile, to: 'old' }));
    return { caller, path: '/mobile-changes', body: { mobile, code, oldCode } };
  },
  sendDeskMobileCode: async (district) => {
    const { volunteerId, ...who } = await atDesk(district);
    return {
      ...who,
      path: `/volunteers/${volunteerId}/mobile-change/codes`,
      unknownPath: '/volunteers/vol_00000000000000000000/mobile-change/codes',
      body: { mobile: district.nextMobile() },
    };
  },
  changeMobileAtDesk: async (district) => {
    const { volunteerId, ...who } = await atDesk(district);
    const mobile = district.nextMobile();
    const path = `/volunteers/${volunteerId}/mobile-change`;
    const code = await codeFor(district, mobile, who.caller.post(`${path}/codes`, { mobile }));
    return {
      ...who,
      path,
      unknownPath: '/volunteers/vol_00000000000000000000/mobile-change',
      body: { mobile, code, documentSeen: true, reason: '旧手机丢失，核对了身份证' },
    };
  },
};

async function atDesk(district: TestDistrict) {
  return {
    volunteerId: (await aVolunteer(district)).volunteerId,
    caller: await district.person({ role: 'coordinator', scope: home.community }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.community }),
  };
}

/** The code that a phone got. */
export async function codeFor(
  { sent }: Pick<TestDistrict, 'sent'>,
  mobile: string,
  asked: ReturnType<TestClient['post']>,
): Promise<string> {
  const { status, body } = await asked;
  if (status !== 202) throw new Error(`no code: ${JSON.stringify(body)}`);
  const code = sent.findLast((each) => each.mobile.endsWith(mobile))?.code;
  if (!code) throw new Error(`no code went to ${mobile}`);
  return code;
}
