import type { Skill, SkillKind } from './skills.ts';

export type SkillRefusal = Readonly<{ kind: 'unknown' | 'retired' | 'needsCertificate'; skill: Skill }>;

/** The skills of a catalogue by code. */
export type SkillCatalogue = ReadonlyMap<Skill, SkillKind>;

/**
 * What stands against choosing these skills, the first thing that does. What somebody `held` before may stay, retired or not.
 * `byOwnWord` when nothing else speaks for the skill: then one that needs a certificate is refused.
 */
export function skillRefusal(
  chosen: readonly Skill[],
  catalogue: SkillCatalogue,
  { held = [], byOwnWord }: Readonly<{ held?: readonly Skill[]; byOwnWord: boolean }>,
): SkillRefusal | undefined {
  for (const skill of chosen) {
    if (held.includes(skill)) continue;
    const kind = catalogue.get(skill);
    if (!kind) return { kind: 'unknown', skill };
    if (kind.retired) return { kind: 'retired', skill };
    if (byOwnWord && kind.needsCertificate) return { kind: 'needsCertificate', skill };
  }
  return undefined;
}
