import { describe, expect, it } from 'vitest';
import { missingPositions, teamKinds } from './team-kinds.ts';

describe('a team kind', () => {
  it.each(['zh-Hans', 'zh-Hant', 'en'] as const)('has a label of its own in %s', (language) => {
    const labels = Object.values(teamKinds).map((text) => text[language]);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

it('a group of three is complete with an officer of the community, a medical worker and a police officer', () => {
  expect(missingPositions('trio', ['policeOfficer', 'communityOfficer', 'medicalWorker'])).toEqual([]);
  expect(missingPositions('trio', ['policeOfficer', 'policeOfficer'])).toEqual(['communityOfficer', 'medicalWorker']);
});

it('a team of another kind needs nobody in particular', () => {
  expect(missingPositions('patrol', [])).toEqual([]);
});
