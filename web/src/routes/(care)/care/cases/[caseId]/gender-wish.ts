import type { Wishes } from '@kaifong/shared/care/schema.ts';
import { m } from '#paraglide/messages.js';

/** Which counsellor a person would rather have, or only, in words. */
export function genderWish({
  preferredGender,
  requiredGender,
}: Pick<Wishes, 'preferredGender' | 'requiredGender'>): string {
  if (requiredGender) return requiredGender === 'female' ? m.care_genderOnlyFemale() : m.care_genderOnlyMale();
  if (preferredGender) return preferredGender === 'female' ? m.care_genderPreferFemale() : m.care_genderPreferMale();
  return m.care_genderAny();
}
