import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Text } from '@kaifong/shared/kernel/language.ts';
import { type Instant, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { type SkillCatalogue, skillRefusal } from '@kaifong/shared/people/skills/skill-choice.ts';
import { skillErrors } from '@kaifong/shared/people/skills/skill-errors.ts';
import { type Skill, startingSkills } from '@kaifong/shared/people/skills/skills.ts';
import type { PeopleDeps } from '../deps.ts';
import { SkillItem } from './skill.table.ts';

/** Far more skills than a district needs; the catalogue is read as a whole. */
export const mostSkills = 100;

/** How long what was read counts; a change elsewhere is seen after that. */
const keptFor = minute;

/**
 * The catalogue of skills: what the house begins with, under what the district made of it. Whoever asks within a minute of a read gets what
 * that read brought, so that a busy function reads it once a minute.
 */
export function skillCatalogue({ table }: Pick<PeopleDeps, 'table'>) {
  let kept: { from: Instant; until: Instant; catalogue: Promise<SkillCatalogue> } | undefined;

  async function read(): Promise<SkillCatalogue> {
    const { items } = await table.query(SkillItem, 'SKILLS', { range: { beginsWith: 'SKILL#' }, limit: mostSkills });
    return new Map([...startingSkills, ...items].map((kind) => [kind.code, kind]));
  }

  function all(now: Instant): Promise<SkillCatalogue> {
    if (kept && kept.from <= now && now < kept.until) return kept.catalogue;
    const reading = { from: now, until: shiftBy(now, keptFor), catalogue: read() };
    kept = reading;
    // What failed is not kept: the next one who asks reads anew.
    reading.catalogue.catch(() => {
      if (kept === reading) kept = undefined;
    });
    return reading.catalogue;
  }

  /** @throws AppError skill.unknown, skill.retired, skill.needsCertificate, at the field `path` */
  async function mustAllow(
    chosen: readonly Skill[],
    now: Instant,
    { path, ...options }: Parameters<typeof skillRefusal>[2] & Readonly<{ path: string }>,
  ): Promise<void> {
    if (chosen.length === 0) return;
    const catalogue = await all(now);
    const refusal = skillRefusal(chosen, catalogue, options);
    if (!refusal) return;
    const facts = { skill: catalogue.get(refusal.skill)?.name ?? refusal.skill };
    throw new AppError(skillErrors[refusal.kind], facts, [{ path, code: `skill.${refusal.kind}` }]);
  }

  return {
    all,

    /** Reads anew what others have changed. */
    readAnew(now: Instant): Promise<SkillCatalogue> {
      kept = undefined;
      return all(now);
    },

    /** What a skill is called; one that nobody knows any more is called by its code. */
    async nameOf(skill: Skill, now: Instant): Promise<Text> {
      return (await all(now)).get(skill)?.name ?? { 'zh-Hans': skill, 'zh-Hant': skill, en: skill };
    },

    /**
     * Lets only skills pass that somebody may say of herself; what she `held` before stays.
     *
     * @throws AppError skill.unknown, skill.retired, skill.needsCertificate
     */
    mustBeChoosable: (skills: readonly Skill[], now: Instant, held: readonly Skill[] = []) =>
      mustAllow(skills, now, { path: 'skills', held, byOwnWord: true }),

    /** Lets only skills pass that can be asked for, or proved. @throws AppError skill.unknown, skill.retired, at the field `path` */
    mustBeOpen: (skills: readonly Skill[], now: Instant, path: string) =>
      mustAllow(skills, now, { path, byOwnWord: false }),
  };
}

export type Skills = ReturnType<typeof skillCatalogue>;
