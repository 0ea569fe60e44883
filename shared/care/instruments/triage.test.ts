import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { raise, riskFrom, risks, signalsOf } from './triage.ts';

const calm = { dangerNow: false };

describe('the risk of a request', () => {
  it.each([
    [{ phq2: 2 }, 'low'],
    [{ phq2: 3 }, 'moderate'],
    [{ gad2: 3 }, 'moderate'],
    [{ phq9: 9 }, 'low'],
    [{ phq9: 10 }, 'moderate'],
    [{ phq9: 20 }, 'high'],
    [{ phq9: 1, phq9Item9: 1 }, 'moderate'],
    [{ gad7: 10 }, 'moderate'],
    [{ k6: 13 }, 'high'],
    [{ who5: 28 }, 'moderate'],
    [{ who5: 32 }, 'low'],
    [{ cssrs: 'none' }, 'low'],
    [{ cssrs: 'low' }, 'moderate'],
    [{ cssrs: 'moderate' }, 'high'],
    [{ cssrs: 'high' }, 'emergency'],
  ] as const)('from %j is %s', (findings, risk) => {
    expect(riskFrom({ ...calm, ...findings })).toBe(risk);
  });

  it('is an emergency when there is danger now, whatever else was answered', () => {
    expect(riskFrom({ dangerNow: true, phq2: 0 })).toBe('emergency');
    expect(riskFrom({ dangerNow: true })).toBe('emergency');
  });

  it('is explained by the findings that speak for it', () => {
    expect(signalsOf({ dangerNow: true, phq2: 4, gad2: 0 })).toEqual([
      { finding: 'dangerNow', risk: 'emergency' },
      { finding: 'phq2', risk: 'moderate' },
    ]);
    expect(signalsOf(calm)).toEqual([]);
  });
});

it('automation raises a risk and never lowers it', () => {
  const risk = fc.constantFrom(...risks);
  fc.assert(
    fc.property(risk, risk, (current, computed) => {
      const result = raise(current, computed);
      expect(risks.indexOf(result)).toBe(Math.max(risks.indexOf(current), risks.indexOf(computed)));
    }),
  );
});
