import { describe, expect, it } from 'vitest';
import { commandOf, isSame } from './command.ts';

const shiftId = 'sft_01HZX5Y7Q2M3N4P5R6S7';
const at = (path: string) => new URL(path, 'https://kaifong.example');
const form = (fields: Record<string, string>) =>
  new URLSearchParams({ idempotencyKey: 'a'.repeat(32), ...fields }).toString();

describe('what may wait for the network', () => {
  it('is a sign-up from any page that shows a shift', () => {
    const body = form({ shiftId, about: '巡逻 · 明天' });
    for (const page of ['/volunteer', '/volunteer/agenda', '/volunteer/shifts', `/volunteer/shifts/${shiftId}`]) {
      expect(commandOf(at(`${page}?/signUp`), body)).toEqual({
        kind: 'signUp',
        shiftId,
        about: '巡逻 · 明天',
        path: `${page}?/signUp`,
        body,
      });
    }
  });

  it('is checking in with a code, at the shift of the page', () => {
    const body = form({ code: 'K7QM-2XPD' });
    expect(commandOf(at(`/check-in/${shiftId}?/checkIn`), body)).toMatchObject({ kind: 'checkIn', shiftId, about: '' });
  });

  it('is checking in by where the phone is, at the shift of the page', () => {
    const body = form({ longitude: '113.2385', latitude: '23.1205', accuracyMetres: '15' });
    expect(commandOf(at(`/check-in/${shiftId}?/checkIn`), body)).toMatchObject({ kind: 'checkIn', shiftId });
  });

  it.each([
    ['an action that is none of these', '/volunteer?/redeem', { shiftId }],
    ['an action of another area', '/leader?/signUp', { shiftId }],
    ['a form of care', '/care/cases/1?/cancel', { shiftId }],
    ['no action', '/sign-out', { shiftId }],
    ['a sign-up for no shift', '/volunteer?/signUp', {}],
    ['checking in without a code', `/check-in/${shiftId}?/checkIn`, { code: ' ' }],
    ['checking in elsewhere', '/volunteer?/checkIn', { shiftId, code: 'K7QM2XPD' }],
    ['a form without a key', '/volunteer?/signUp', { shiftId, idempotencyKey: '' }],
  ])('is not %s', (_, path, fields) => {
    expect(commandOf(at(path), form(fields as Record<string, string>))).toBeUndefined();
  });
});

it('takes a second tap for the first, and another code or shift for something else', () => {
  const command = (path: string, fields: Record<string, string>) => {
    const read = commandOf(at(path), form(fields));
    if (!read) throw new Error(path);
    return read;
  };
  const signUp = command('/volunteer?/signUp', { shiftId });
  expect(isSame(signUp, command('/volunteer/shifts?/signUp', { shiftId }))).toBe(true);
  expect(isSame(signUp, command('/volunteer?/cancel', { shiftId }))).toBe(false);
  expect(isSame(signUp, command('/volunteer?/signUp', { shiftId: 'sft_02' }))).toBe(false);
  const checkIn = `/check-in/${shiftId}?/checkIn`;
  expect(isSame(command(checkIn, { code: 'AAAA' }), command(checkIn, { code: 'BBBB' }))).toBe(false);
});
