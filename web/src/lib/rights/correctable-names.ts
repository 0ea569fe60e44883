import type { Correctable } from '@kaifong/shared/people/rights/rights-schema.ts';
import { m } from '#paraglide/messages.js';

/** What can be asked to be put right, as people read it. */
export const correctableNames: Readonly<Record<Correctable, () => string>> = {
  name: m.rights_aboutName,
  document: m.rights_aboutDocument,
  birthDate: m.rights_aboutBirthDate,
  community: m.rights_aboutCommunity,
  mobile: m.rights_aboutMobile,
  guardian: m.rights_aboutGuardian,
  records: m.rights_aboutRecords,
  other: m.rights_aboutOther,
};
