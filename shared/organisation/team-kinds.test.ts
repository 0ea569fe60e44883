import { describe, expect, it } from 'vitest';
import { missingPositions, teamKinds } from './team-kinds.ts';

describe('a team kind', () => {
  it.each(['zh-Hans', 'zh-Hant', 'en'] as const)('has a label of its own in %s', (language) => {
    const labels = Object.values(teamKinds).map((text) => text[language]);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

it('a group of three is complete with an officer of the community, a medical worker and a police officer', () => {
  expect(missingPositions(['policeOfficer', 'communityOfficer', 'medicalWorker'])).toEqual([]);
  expect(missingPositions(['policeOfficer', 'policeOfficer'])).toEqual(['communityOfficer', 'medicalWorker']);
});
