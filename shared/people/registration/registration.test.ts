import { describe, expect, it } from 'vitest';
import { checkRegistration } from './registration.ts';

const today = '2026-11-24';

const check = (changes: Record<string, unknown> = {}) =>
  checkRegistration(
    {
      name: '陈小明',
      documentKind: 'mainlandId',
      documentNumber: '44010320040229990x',
      community: '440103/001/004',
      consents: { terms: true, sensitiveData: true },
      ...changes,
    },
    today,
  );
const guardian = { name: '陈大文', mobile: '138 0000 0001', consent: true };

describe('a registration', () => {
  it('is settled: the number as it is stored, the birth date from it, nothing wished that was not said', () => {
    expect(check({ skills: ['firstAid', 'firstAid'] })).toEqual({
      ok: true,
      person: {
        name: '陈小明',
        documentKind: 'mainlandId',
        documentNumber: '44010320040229990X',
        birthDate: '2004-02-29',
        isMinor: false,
        community: '440103/001/004',
        skills: ['firstAid'],
        languages: [],
        consents: { terms: true, sensitiveData: true, rankings: false },
      },
    });
  });

  it('believes the number before a birth date that was typed', () => {
    expect(check({ birthDate: '1990-01-01' })).toMatchObject({ person: { birthDate: '2004-02-29' } });
  });

  it.each([
    ['2008-11-24', { ok: true }],
    ['2008-11-25', { ok: false, faults: [{ path: 'guardian', code: 'guardian.needed' }] }],
  ])('of one born on %s asks for a guardian until the 18th birthday', (birthDate, answer) => {
    expect(check({ documentKind: 'taiwanPermit', documentNumber: '12345678', birthDate })).toMatchObject(answer);
  });

  it.each([
    ['2012-11-24', { ok: true, person: { isMinor: true, guardian: { mobile: '+8613800000001' } } }],
    ['2012-11-25', { ok: false, faults: [{ path: 'guardian.dataConsent', code: 'consent.needed' }] }],
  ])('of one born on %s asks the guardian about the data until the 14th birthday', (birthDate, answer) => {
    const changes = { documentKind: 'taiwanPermit', documentNumber: '12345678', birthDate, guardian };
    expect(check(changes)).toMatchObject(answer);
  });

  it.each(['2026-11-25', '1899-12-31'])('refuses somebody born on %s', (birthDate) => {
    expect(check({ documentKind: 'taiwanPermit', documentNumber: '12345678', birthDate })).toEqual({
      ok: false,
      faults: [{ path: 'birthDate', code: 'birthDate.impossible' }],
    });
  });
});

describe('all faults of a registration', () => {
  const faultsOf = (sent: unknown) => {
    const checked = checkRegistration(sent, today);
    return checked.ok ? [] : checked.faults.map(({ path, code }) => `${path} ${code}`);
  };

  it('come at once, in the order of the fields', () => {
    expect(check({ name: '1', documentNumber: '440103190001019983', consents: {} })).toMatchObject({
      faults: [
        { path: 'name', code: 'name.invalid' },
        { path: 'documentNumber', code: 'document.checkDigit' },
        { path: 'consents.terms', code: 'consent.needed' },
        { path: 'consents.sensitiveData', code: 'consent.needed' },
      ],
    });
  });

  it('ask a child’s guardian for the consents and the number together', () => {
    const child = { documentNumber: '440103201506019997' };
    expect(check({ ...child, guardian: { name: '陈大文', mobile: '123456789' } })).toMatchObject({
      faults: [
        { path: 'guardian.consent', code: 'consent.needed' },
        { path: 'guardian.dataConsent', code: 'consent.needed' },
        { path: 'guardian.mobile', code: 'mobile.invalid' },
      ],
    });
  });

  it('name each field once, whatever was sent', () => {
    for (const sent of [undefined, [], 'x', {}, { documentKind: 'taiwanPermit', birthDate: 1, guardian: 'x' }]) {
      const faults = faultsOf(sent);
      expect(faults).not.toEqual([]);
      const paths = faults.map((fault) => fault.split(' ')[0]);
      expect(new Set(paths).size).toBe(paths.length);
    }
  });
});

describe('a name', () => {
  it.each(['陈小明', '阿依古丽·买买提', 'Mei-Ling O’Brien', '𠮷田', 'José'])('may be %s', (name) => {
    expect(check({ name }).ok).toBe(true);
  });

  it.each(['', '   ', '13800000000', '=1+1', '·', '陈小明<b>'])('may not be “%s”', (name) => {
    expect(check({ name })).toEqual({ ok: false, faults: [{ path: 'name', code: 'name.invalid' }] });
  });
});
