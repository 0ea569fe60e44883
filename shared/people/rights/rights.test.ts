import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, toInstant } from '../../kernel/time.ts';
import { workingDaysBetween } from '../../kernel/working-days.ts';
import { consentStops } from '../registration/consent-words.ts';
import type { Consent } from '../schema.ts';
import { changeConsent, closingDays, closingDaysAtMost, closingOf, mayVolunteerBy } from './rights.ts';

const now = '2026-11-24T02:00:00.000Z';
const consent = (kind: Consent['kind'], given = true): Consent => ({
  kind,
  version: '2026-01',
  given,
  at: now,
  on: 'screen',
});

describe('closing an account', () => {
  it('lets people think again, and is never later than the law has it', () => {
    expect(closingDays).toBeLessThanOrEqual(closingDaysAtMost);
    expect(closingOf(now)).toEqual({ day: '2026-12-03', at: '2026-12-02T18:00:00.000Z' });
    const instant = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-12-31') }).map(toInstant);
    fc.assert(
      fc.property(instant, (asked) => {
        const { at } = closingOf(asked);
        expect(at > asked).toBe(true);
        expect(workingDaysBetween(dayOf(asked), dayOf(at))).toBeLessThanOrEqual(closingDaysAtMost);
      }),
    );
  });
});

describe('a consent', () => {
  it('is withdrawn as easily as it is given, and ends the registration where nobody volunteers without it', () => {
    const held = [consent('terms'), consent('sensitiveData'), consent('rankings')];
    for (const [kind, ends] of [
      ['terms', true],
      ['sensitiveData', true],
      ['rankings', false],
    ] as const) {
      const decision = changeConsent(held, { kind, given: false }, now);
      expect(decision).toMatchObject({ kind: 'changed', endsRegistration: ends, consent: { kind, given: false } });
      if (decision.kind === 'changed') expect(mayVolunteerBy(decision.consents)).toBe(!ends);
    }
  });

  it('is given by nobody but a guardian where it is theirs', () => {
    const held = [consent('terms'), consent('guardian', false)];
    expect(changeConsent(held, { kind: 'guardian', given: true }, now)).toEqual({ kind: 'guardianGives' });
  });

  it('does not change when it stands so, and is not withdrawn by who was never asked', () => {
    expect(changeConsent([consent('terms')], { kind: 'terms', given: true }, now)).toEqual({ kind: 'asItWas' });
    expect(changeConsent([], { kind: 'rankings', given: false }, now)).toEqual({ kind: 'asItWas' });
    expect(changeConsent([], { kind: 'guardian', given: false }, now)).toEqual({ kind: 'notAsked' });
    expect(changeConsent([], { kind: 'rankings', given: true }, now)).toMatchObject({ kind: 'changed' });
  });

  it('says in three languages what stops without it', () => {
    for (const stops of Object.values(consentStops)) expect(Object.values(stops).every(Boolean)).toBe(true);
  });
});
