import { describe, expect, it } from 'vitest';
import { tallyOf, waitingAmong } from './tally.ts';

const people = [
  { volunteerId: 'own', state: 'left' },
  { volunteerId: 'one', state: 'left' },
  { volunteerId: 'two', state: 'here' },
  { volunteerId: 'three', state: 'confirmed' },
] as const;

describe('the people of a shift', () => {
  it('are counted by state', () => {
    expect(tallyOf(people)).toEqual({ expected: 0, here: 1, left: 2, confirmed: 1 });
  });

  it('wait for the leader once they came, but the leader waits for somebody else', () => {
    expect(waitingAmong(people, 'own')).toBe(2);
    expect(waitingAmong(people, undefined)).toBe(3);
  });
});
