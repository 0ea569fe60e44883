import { SupportRequest } from '@kaifong/shared/care/schema.ts';
import { describe, expect, it } from 'vitest';
import { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { atFields, requestOf } from './request-form.ts';

function aForm(fields: Record<string, string | string[]> = {}): SubmittedForm {
  const data = new FormData();
  const filled = {
    place: '440103/006',
    alias: '晨曦',
    forWhom: 'self',
    channel: 'phone',
    consent: 'yes',
    topics: ['family', 'loneliness'],
    languages: 'cantonese',
    otherLanguages: ['mandarin', 'cantonese'],
    gender: 'preferred-female',
    slots: ['2-evening'],
    ...fields,
  };
  for (const [name, values] of Object.entries(filled)) for (const value of [values].flat()) data.append(name, value);
  return new SubmittedForm(data);
}

describe('a request on paper', () => {
  it('is what the API takes, the preferred language first and each once', () => {
    expect(SupportRequest.parse(requestOf(aForm()))).toMatchObject({
      alias: '晨曦',
      languages: ['cantonese', 'mandarin'],
      preferredGender: 'female',
      slots: [{ weekday: 2, from: 1080, to: 1320 }],
      consent: { given: true },
    });
  });

  it('tells a wish from a condition, and none from either', () => {
    expect(requestOf(aForm({ gender: 'required-male' }))).toMatchObject({ requiredGender: 'male' });
    const open = requestOf(aForm({ gender: 'any' }));
    expect([open.preferredGender, open.requiredGender]).toEqual([undefined, undefined]);
  });

  it('has no consent unless it was ticked', () => {
    const data = new FormData();
    data.append('alias', '晨曦');
    expect(requestOf(new SubmittedForm(data)).consent.given).toBe(false);
  });

  it('shows a fault at its field, once', () => {
    const fields = [
      { path: 'consent.given', message: 'a' },
      { path: 'slots', message: 'b' },
      { path: 'slots.0.to', message: 'c' },
    ];
    expect(atFields({ status: 400, code: 'x', detail: '', fields }).fields).toEqual([
      { path: 'consent', message: 'a' },
      { path: 'slots', message: 'b' },
    ]);
  });
});
