import { describe, expect, it } from 'vitest';
import { SpokenLanguage, spokenLanguages } from '../languages.ts';
import { skillRefusal } from './skill-choice.ts';
import { Skill, type SkillKind, SkillKind as SkillKindSchema, startingSkills } from './skills.ts';

describe.each([
  ['skills', startingSkills.map(({ name }) => name)],
  ['languages', Object.values(spokenLanguages)],
])('the catalogue of %s', (_name, catalogue) => {
  it.each(['zh-Hans', 'zh-Hant', 'en'] as const)('gives every entry a label of its own in %s', (language) => {
    const labels = catalogue.map((text) => text[language]);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.every((label) => label.trim().length > 0)).toBe(true);
  });
});

it('begins with kinds that hold, each under a code of its own', () => {
  expect(startingSkills.every((kind) => SkillKindSchema.safeParse(kind).success)).toBe(true);
  expect(new Set(startingSkills.map(({ code }) => code)).size).toBe(startingSkills.length);
});

it('takes anything in the form of a code for a skill, and languages of the list only', () => {
  expect(Skill.safeParse('firstAid').success).toBe(true);
  expect(Skill.safeParse('skl_06F0EXAMPLE00000ABCD').success).toBe(true);
  expect(Skill.safeParse('急救').success).toBe(false);
  expect(Skill.safeParse('first aid').success).toBe(false);
  expect(SpokenLanguage.safeParse('cantonese').success).toBe(true);
  expect(SpokenLanguage.safeParse('firstAid').success).toBe(false);
});

describe('choosing skills', () => {
  const telex: SkillKind = {
    ...{ code: 'telex', name: { 'zh-Hans': '电传', 'zh-Hant': '電傳', en: 'Telex' } },
    ...{ needsCertificate: false, retired: true, version: 1 },
  };
  const catalogue = new Map([...startingSkills, telex].map((kind) => [kind.code, kind]));
  const byOwnWord = true;

  it.each([
    ['juggling', 'unknown'],
    ['telex', 'retired'],
    ['medical', 'needsCertificate'],
  ] as const)('is refused for %s, which is %s', (skill, kind) => {
    expect(skillRefusal(['firstAid', skill], catalogue, { byOwnWord })).toEqual({ kind, skill });
  });

  it('lets stay what somebody had before, and lets a proof speak for what needs one', () => {
    expect(skillRefusal(['telex', 'medical'], catalogue, { byOwnWord, held: ['telex', 'medical'] })).toBeUndefined();
    expect(skillRefusal(['medical'], catalogue, { byOwnWord: false })).toBeUndefined();
  });
});
