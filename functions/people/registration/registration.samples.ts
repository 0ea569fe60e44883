import { aChildWithDraft, aCodeFor, aDraft } from '../../test/a-draft.ts';
import { aConfirmation, aPersonOnPaper, aRegistration, aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const unknownToken = `acc_00000000000000000000.${'x'.repeat(22)}`;

export const registrationSamples: Samples = {
  readRegistrationDraft: async (district) => ({ caller: await district.person(), path: '/registration-draft' }),
  keepRegistrationStep: async (district) => ({
    caller: await district.person(),
    path: '/registration-draft',
    body: { step: 'abilities', version: 0, skills: ['driving'], languages: ['hakka'], weekly: ['sat-morning'] },
  }),
  discardRegistrationDraft: async (district) => ({ caller: await district.person(), path: '/registration-draft' }),
  submitRegistrationDraft: async (district) => {
    const { caller, version } = await aDraft(district);
    return { caller, path: '/registration-draft/submission', body: { version } };
  },
  readOwnGuardianConsent: async (district) => ({
    caller: (await aChildWithDraft(district)).caller,
    path: '/guardian-consents/own',
  }),
  readGuardianConsent: async (district) => ({
    caller: district.stranger(),
    path: `/guardian-consents/${(await aChildWithDraft(district)).token}`,
    unknownPath: `/guardian-consents/${unknownToken}`,
  }),
  sendGuardianCode: async (district) => ({
    caller: district.stranger(),
    path: `/guardian-consents/${(await aChildWithDraft(district)).token}/codes`,
    unknownPath: `/guardian-consents/${unknownToken}/codes`,
  }),
  consentAsGuardian: async (district) => {
    const child = await aChildWithDraft(district);
    return {
      caller: district.stranger(),
      path: `/guardian-consents/${child.token}`,
      unknownPath: `/guardian-consents/${unknownToken}`,
      body: { code: await aCodeFor(district, child), consent: true, dataConsent: true },
    };
  },
  registerOnPaper: async (district) => ({
    caller: await district.person({ role: 'teamLeader', scope: home.team }),
    outsider: await district.person({ role: 'teamLeader', scope: elsewhere.team }),
    path: '/volunteers/on-paper',
    body: aRegistration({ mobile: district.nextMobile(), team: home.team }),
  }),
  confirmOwnRegistration: async (district) => ({
    caller: (await aPersonOnPaper(district)).caller,
    path: '/volunteers/me/confirmation',
    body: aConfirmation,
  }),
  readOwnDetails: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/volunteers/me/details',
  }),
  changeOwnDetails: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/volunteers/me/details',
    body: { version: 0, skills: ['driving'], languages: ['hakka'], weekly: ['sun-evening'] },
  }),
};
