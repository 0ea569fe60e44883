import { describe, expect, it } from 'vitest';
import { SpokenLanguage, spokenLanguages } from './languages.ts';
import { Skill, skillCodes, skills } from './skills.ts';

describe.each([
  ['skills', skills],
  ['languages', spokenLanguages],
])('the catalogue of %s', (_name, catalogue) => {
  it.each(['zh-Hans', 'zh-Hant', 'en'] as const)('gives every entry a label of its own in %s', (language) => {
    const labels = Object.values(catalogue).map((text) => text[language]);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.every((label) => label.trim().length > 0)).toBe(true);
  });
});

it('takes codes of the catalogue only', () => {
  expect(skillCodes).toContain('firstAid');
  expect(Skill.safeParse('firstAid').success).toBe(true);
  expect(Skill.safeParse('juggling').success).toBe(false);
  expect(SpokenLanguage.safeParse('cantonese').success).toBe(true);
  expect(SpokenLanguage.safeParse('firstAid').success).toBe(false);
});
