import { home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

/** Skills that were added, each under names of its own. */
let added = 0;

const aName = () => {
  added += 1;
  return { 'zh-Hans': `手艺${added}`, 'zh-Hant': `手藝${added}`, en: `Craft ${added}` };
};

/** Requests about the catalogue of skills, for the refusal suite. */
export const skillSamples: Samples = {
  listSkills: async (district) => ({ caller: district.stranger(), path: '/skills' }),
  listSkillsForChange: async (district) => ({ ...(await ofDistrict(district)), path: '/skills/as-they-are' }),
  addSkill: async (district) => ({ ...(await ofDistrict(district)), path: '/skills', body: { name: aName() } }),
  changeSkill: async (district) => {
    const who = await ofDistrict(district);
    const { body: kind } = await who.caller.post('/skills', { name: aName() });
    return {
      ...who,
      path: `/skills/${kind.code}`,
      unknownPath: '/skills/skl_00000000000000000000',
      body: { name: kind.name, needsCertificate: false, retired: true, version: 1 },
    };
  },
};

async function ofDistrict(district: TestDistrict) {
  return {
    caller: await district.person({ role: 'coordinator', scope: '440103' }),
    outsider: await district.person({ role: 'coordinator', scope: home.street }),
  };
}
