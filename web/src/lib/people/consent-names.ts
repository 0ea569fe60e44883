import type { ConsentKind } from '@kaifong/shared/people/registration/consents.ts';
import { m } from '#paraglide/messages.js';

/** What each consent is about, as people read it. */
export const consentNames: Readonly<Record<ConsentKind, () => string>> = {
  terms: m.account_consentTerms,
  sensitiveData: m.account_consentSensitiveData,
  rankings: m.account_consentRankings,
  guardian: m.account_consentGuardian,
  guardianData: m.account_consentGuardianData,
};
