import { expect, it } from 'vitest';
import { findingOf } from './finding.ts';

const short = { verdict: 'tooShort', minutes: 12, metres: 900 } as const;
const still = { verdict: 'tooLittleGround', minutes: 40, metres: 120 } as const;
const good = { verdict: 'counted', minutes: 25, metres: 800 } as const;

it('tells what is short of the longest patrol, and nothing when one counts or there is none', () => {
  expect(findingOf([short])).toEqual(short);
  expect(findingOf([short, still])).toEqual(still);
  expect(findingOf([short, good, still])).toBeUndefined();
  expect(findingOf([])).toBeUndefined();
});
