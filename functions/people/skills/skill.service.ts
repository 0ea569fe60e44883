import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { skillErrors } from '@kaifong/shared/people/skills/skill-errors.ts';
import {
  type NewSkill,
  type SkillChange,
  type SkillKind,
  startingSkills,
} from '@kaifong/shared/people/skills/skills.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { PeopleDeps } from '../deps.ts';
import { SkillItem } from './skill.table.ts';
import { mostSkills, type Skills } from './skill-catalogue.ts';

/** What the district makes of the catalogue of skills. Nothing is ever taken out of it: what is not to be chosen any more is retired. */
export function skillService({ table, identity }: Pick<PeopleDeps, 'table' | 'identity'>, skills: Skills) {
  /** @throws AppError skill.nameKnown when another skill has one of these names */
  async function mustBeNew(name: SkillKind['name'], now: Instant, code?: string): Promise<void> {
    const names = Object.values(name).map((text) => text.toLowerCase());
    for (const kind of (await skills.readAnew(now)).values()) {
      if (kind.code === code) continue;
      const same = Object.values(kind.name).find((text) => names.includes(text.toLowerCase()));
      if (same) throw new AppError(skillErrors.nameKnown, { name: same }, [{ path: 'name', code: 'skill.nameKnown' }]);
    }
  }

  return {
    /** The whole catalogue, retired skills too. */
    list: async ({ now }: Request) => ({ items: [...(await skills.all(now)).values()] }),

    /** The same as it is at this moment, for those who change it. @throws AppError platform.notAllowed */
    async listForChange({ actor, now }: Request) {
      actor.mustReach('skill.manage', { scope: district.scope });
      return { items: [...(await skills.readAnew(now)).values()] };
    },

    /** Adds a skill. @throws AppError platform.notAllowed, skill.nameKnown, skill.full */
    async add(command: Command, { name, needsCertificate }: NewSkill): Promise<SkillKind> {
      const { actor, now } = command;
      actor.mustReach('skill.manage', { scope: district.scope });
      await mustBeNew(name, now);
      if ((await skills.all(now)).size >= mostSkills) throw new AppError(skillErrors.full, { most: mostSkills });
      const kind = { code: newId('skill', Date.parse(now)), name, needsCertificate, retired: false, version: 1 };
      const writes = {
        kind: table.put(SkillItem, kind, { absent: true }),
        audit: identity.audit.line(command, 'skill.add', kind.code),
      };
      mustCommit(await commit(command, table, writes, { answer: kind }), {});
      await skills.readAnew(now);
      return kind;
    },

    /** Renames, retires or opens a skill again. @throws AppError platform.notAllowed, platform.notFound, skill.nameKnown, skill.changed */
    async change(command: Command, code: string, { version, ...change }: SkillChange): Promise<SkillKind> {
      const { actor, now } = command;
      actor.mustReach('skill.manage', { scope: district.scope });
      const kept = await table.get(SkillItem, { code });
      const before = kept ?? startingSkills.find((kind) => kind.code === code);
      if (!before) throw new AppError(platformErrors.notFound);
      if (before.version !== version) throw new AppError(skillErrors.changed);
      await mustBeNew(change.name, now, code);
      const kind = { code, ...change, version: version + 1 };
      const writes = {
        kind: table.put(SkillItem, kind, kept ? { is: { version } } : { absent: true }),
        audit: identity.audit.line(command, 'skill.change', code),
      };
      mustCommit(await commit(command, table, writes, { answer: kind }), {
        kind: () => new AppError(skillErrors.changed),
      });
      await skills.readAnew(now);
      return kind;
    },
  };
}
