import { SkillKind } from '@kaifong/shared/people/skills/skills.ts';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of the catalogue of skills, in the people table
 *
 *   a skill that the district added or changed    SKILLS   SKILL#<code>
 *   the catalogue                                 SKILLS   SKILL#…
 */

/** A skill that the district added, or one of the starting catalogue that it changed. */
export const SkillItem = itemType({
  entity: 'skill',
  schema: SkillKind,
  key: ({ code }: { code: string }) => ({ pk: 'SKILLS', sk: `SKILL#${code}` }),
});
