import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayKeepFor, mayPurge, purgeFrom, type RetentionRule, retentionRules } from './retention.ts';
import { day, shiftBy } from './time.ts';

const rules = Object.entries(retentionRules) as [string, RetentionRule][];
const since = '2026-01-31T16:00:00.000Z';

describe('retention', () => {
  it.each(rules)('of %s keeps to its floor and ceiling, and says why and by which law', (_kind, rule) => {
    expect(mayKeepFor(rule, rule.days)).toEqual({ ok: true });
    expect([rule.what, rule.why, rule.source].every(Boolean)).toBe(true);
  });

  it('has the floors and ceilings that law and house set', () => {
    const { audit, sharing, consents, tracks } = retentionRules;
    expect(purgeFrom({ ...audit, days: audit.atLeast }, since) >= '2026-07-31T16:00:00.000Z').toBe(true);
    for (const rule of [sharing, consents]) {
      expect(purgeFrom({ ...rule, days: rule.atLeast }, since) >= '2029-01-31T16:00:00.000Z').toBe(true);
    }
    expect(tracks.atMost).toBe(90);
  });

  it('purges nothing below its floor, whatever a setting says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.oneof(fc.integer({ min: -10, max: 5000 }), fc.double()),
        fc.integer({ min: -5000, max: 5000 }),
        ([, rule], days, age) => {
          const set = { ...rule, days };
          const now = shiftBy(since, age * day);
          if (!mayKeepFor(set, days).ok) expect(() => mayPurge(set, since, now)).toThrow(RangeError);
          else if (mayPurge(set, since, now)) expect(age).toBeGreaterThanOrEqual(rule.atLeast ?? 0);
          else expect(age).toBeLessThan(rule.atMost ?? Number.POSITIVE_INFINITY);
        },
      ),
    );
  });

  it('says what is wrong with a rule', () => {
    const rule = retentionRules.audit;
    expect(mayKeepFor(rule, 183)).toEqual({ ok: false, reason: 'belowFloor' });
    expect(mayKeepFor(retentionRules.tracks, 91)).toEqual({ ok: false, reason: 'aboveCeiling' });
    expect(mayKeepFor(rule, 200.5)).toEqual({ ok: false, reason: 'noWholeDays' });
  });
});
