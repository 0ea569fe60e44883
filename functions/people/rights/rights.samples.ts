import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const nobody = 'vol_00000000000000000000';

export const rightsSamples: Samples = {
  readOwnRights: async (district) => ({ caller: await district.person(), path: '/rights' }),
  changeConsent: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/rights/consents',
    body: { kind: 'rankings', given: true },
  }),
  askToCloseAccount: async (district) => ({ caller: await district.person(), path: '/rights/closure' }),
  keepAccount: async (district) => {
    const caller = await district.person();
    await caller.post('/rights/closure');
    return { caller, path: '/rights/closure' };
  },
  copyOwnRegistration: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/rights/copy' }),
  copyMergedRecord: async (district) => {
    const { caller, volunteerId } = await aVolunteer(district);
    return { caller, path: `/rights/records/${volunteerId}`, unknownPath: `/rights/records/${nobody}` };
  },
  listViewsOfMergedRecord: async (district) => {
    const { caller, volunteerId } = await aVolunteer(district);
    return { caller, path: `/rights/records/${volunteerId}/views`, unknownPath: `/rights/records/${nobody}/views` };
  },
  listOwnCorrections: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/rights/corrections',
  }),
  askForCorrection: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/rights/corrections',
    body: { about: 'name', text: '名字里的“惠”应为“慧”' },
  }),
  listCorrections: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    path: `/corrections?place=${home.community}`,
  }),
  answerCorrection: async (district) => {
    const { caller, volunteerId } = await aVolunteer(district);
    const { body } = await caller.post('/rights/corrections', { about: 'name', text: '名字里的“惠”应为“慧”' });
    return {
      caller: await district.person({ role: 'coordinator', scope: home.street }),
      outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
      path: `/volunteers/${volunteerId}/corrections/${body.id}/answer`,
      unknownPath: `/volunteers/${volunteerId}/corrections/cor_00000000000000000000/answer`,
      body: { outcome: 'done', answer: '已按证件更正' },
    };
  },
};
