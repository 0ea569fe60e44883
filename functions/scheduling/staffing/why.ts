import type { Text } from '@kaifong/shared/kernel/language.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { type WhyNot, whyNotInWords } from '@kaifong/shared/scheduling/suitable/why-not.ts';
import type { People } from '../../people/index.ts';

/** What keeps somebody from a shift, in words, with the name that the catalogue has for a skill. */
export async function inWords({ skills }: Pick<People, 'skills'>, why: WhyNot, now: Instant): Promise<Text> {
  return whyNotInWords(why, why.kind === 'skillMissing' ? await skills.nameOf(why.skill, now) : undefined);
}
