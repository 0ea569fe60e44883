import { expect, it } from 'vitest';
import { mayBeKept } from './draft.ts';

const aField = (changes: Partial<Parameters<typeof mayBeKept>[0]>) => ({
  name: 'title',
  type: 'text',
  autocomplete: '',
  ...changes,
});

it.each([
  [{ name: 'code' }],
  [{ name: 'documentNumber' }],
  [{ name: 'mobile' }],
  [{ name: 'guardian.mobile' }],
  [{ name: 'emergency.contact' }],
  [{ name: 'consents.terms', type: 'checkbox' }],
  [{ name: 'guardian.dataConsent', type: 'checkbox' }],
  [{ name: 'phone', type: 'tel' }],
  [{ type: 'password' }],
  [{ type: 'file' }],
  [{ type: 'hidden' }],
  [{ autocomplete: 'one-time-code' }],
])('keeps nothing of %j, even when a form asks for it', (changes) => {
  expect(mayBeKept(aField(changes))).toBe(false);
});

it.each([{}, { name: 'name' }, { name: 'place.name' }, { name: 'skills', type: 'checkbox' }, { type: 'date' }])(
  'may keep %j',
  (changes) => {
    expect(mayBeKept(aField(changes))).toBe(true);
  },
);
