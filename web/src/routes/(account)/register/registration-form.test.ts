import { Registration } from '@kaifong/shared/people/schema.ts';
import { describe, expect, it } from 'vitest';
import { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { registrationFrom } from './registration-form.ts';

const filledIn = (...more: [name: string, value: string][]): SubmittedForm => {
  const data = new FormData();
  const fields = [
    ['name', '陈大文'],
    ['documentKind', 'mainlandId'],
    ['documentNumber', '440103190001019982'],
    ['birthDate', ''],
    ['community', '440103/006/001'],
    ...more,
    ['guardian.name', ''],
    ['guardian.mobile', ''],
  ];
  for (const [name = '', value = ''] of fields) data.append(name, value);
  return new SubmittedForm(data);
};

describe('a registration from the form', () => {
  it('is what the API takes', () => {
    const form = filledIn(
      ['skills', 'firstAid'],
      ['skills', 'driving'],
      ['languages', 'cantonese'],
      ['consents.terms', 'yes'],
      ['consents.sensitiveData', 'yes'],
    );
    const registration = Registration.parse(registrationFrom(form));
    expect(registration.skills).toEqual(['firstAid', 'driving']);
    expect(registration.consents).toEqual({ terms: true, sensitiveData: true, rankings: false });
    expect(registration.guardian).toBeUndefined();
  });

  it('takes a box that was not ticked for a consent that was not given', () => {
    const { error } = Registration.safeParse(registrationFrom(filledIn(['consents.terms', 'yes'])));
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['consents.sensitiveData', 'consent.needed'],
    ]);
  });

  it.each(['guardian.name', 'guardian.consent'])('has a guardian as soon as %s is filled in', (name) => {
    expect(registrationFrom(filledIn([name, 'yes'])).guardian).toBeDefined();
  });
});
