import type { ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { describe, expect, it } from 'vitest';
import { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { wordingChange, wordingView } from './wording-form.ts';

const now = '2026-11-24T06:00:00.000Z';
const startsAt = '2026-11-25T06:00:00.000Z';
const aShift = (changes: Partial<ShiftWithPlaces>) => ({ state: 'open', startsAt, ...changes }) as ShiftWithPlaces;

function aForm(fields: Readonly<Record<string, string>>): SubmittedForm {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return new SubmittedForm(data);
}

describe('what of a shift can be written anew', () => {
  it('is everything in a draft, with moments as clocks in Liwan show them', () => {
    const view = wordingView(aShift({ state: 'draft', signUpClosesAt: '2026-11-25T02:30:00.000Z' }), now);
    expect(view?.fields).toEqual({
      ...{ mode: 'open', teamFirstUntil: '', insurance: '', riskNotice: '' },
      signUpClosesAt: '2026-11-25T10:30',
    });
  });

  it('is neither the end of sign-up nor, where there are risks, what people confirm, once they can sign up', () => {
    const said = { insurance: '意外险', riskNotice: '请戴头盔' };
    expect(Object.keys(wordingView(aShift(said), now)?.fields ?? {})).toContain('insurance');
    expect(Object.keys(wordingView(aShift({ ...said, risk: 'raised' }), now)?.fields ?? {})).toEqual([
      'mode',
      'teamFirstUntil',
    ]);
  });

  it('is nothing when sign-up has ended, or the shift is off', () => {
    expect(wordingView(aShift({}), startsAt)).toBeUndefined();
    expect(wordingView(aShift({ state: 'cancelled' }), now)).toBeUndefined();
  });
});

describe('the form of a change', () => {
  it('leaves what it does not show as it was seen', () => {
    const seen = { 'seen.insurance': '意外险', 'seen.mode': '', 'seen.signUpClosesAt': startsAt };
    expect(wordingChange(aForm({ ...seen, mode: 'invitation', teamFirstUntil: '' }))).toEqual({
      seen: { insurance: '意外险', signUpClosesAt: startsAt },
      wanted: { insurance: '意外险', signUpClosesAt: startsAt, mode: 'invitation' },
    });
  });

  it('has the team come first until a moment, and forgets that moment when it does not', () => {
    const typed = { mode: 'teamFirst', teamFirstUntil: '2026-11-25T08:00' };
    expect(wordingChange(aForm(typed)).wanted).toEqual({
      mode: 'teamFirst',
      teamFirstUntil: '2026-11-25T00:00:00.000Z',
    });
    expect(wordingChange(aForm({ ...typed, mode: 'assigned' })).wanted).toEqual({ mode: 'assigned' });
  });
});
