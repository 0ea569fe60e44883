import { skillErrors } from '@kaifong/shared/people/skills/skill-errors.ts';
import { NewSkill, SkillChange, SkillKind, SkillKinds, SkillParams } from '@kaifong/shared/people/skills/skills.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { People } from '../index.ts';

/** The catalogue of skills, which everybody reads and the coordinators of the district change. */
export function skillRoutes({ skillKinds }: Pick<People, 'skillKinds'>) {
  return new Hono<ApiEnv>()
    .get(
      '/skills',
      query(
        {
          id: 'listSkills',
          summary: 'The catalogue of skills, retired ones too; a change is seen within a minute',
          permission: 'skill.browse',
          answer: [200, SkillKinds],
        },
        (request) => skillKinds.list(request),
      ),
    )
    .get(
      '/skills/as-they-are',
      query(
        {
          id: 'listSkillsForChange',
          summary: 'The catalogue of skills as it is at this moment, for those who change it',
          permission: 'skill.manage',
          answer: [200, SkillKinds],
        },
        (request) => skillKinds.listForChange(request),
      ),
    )
    .post(
      '/skills',
      command(
        {
          id: 'addSkill',
          summary: 'Add a skill to the catalogue of the district',
          permission: 'skill.manage',
          body: NewSkill,
          answer: [201, SkillKind],
          errors: [skillErrors.nameKnown, skillErrors.full],
        },
        (request, { body }) => skillKinds.add(request, body),
      ),
    )
    .put(
      '/skills/:code',
      command(
        {
          id: 'changeSkill',
          summary: 'Rename a skill, say whether it needs a certificate, retire it or open it again',
          permission: 'skill.manage',
          params: SkillParams,
          body: SkillChange,
          answer: [200, SkillKind],
          errors: [skillErrors.nameKnown, skillErrors.changed],
        },
        (request, { params, body }) => skillKinds.change(request, params.code, body),
      ),
    );
}
