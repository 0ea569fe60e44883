import { describe, expect, it } from 'vitest';
import { hour, instantAt, minute, shiftBy } from '../../kernel/time.ts';
import { offerEndsAt } from './offers.ts';

const startsAt = instantAt('2026-11-25', '14:00');

describe('a place that became free', () => {
  it('is held for half an hour', () => {
    const now = shiftBy(startsAt, -3 * hour - 1);
    expect(offerEndsAt({ startsAt }, now)).toBe(shiftBy(now, 30 * minute));
  });

  it('is held for five minutes when the shift begins within three hours', () => {
    const now = shiftBy(startsAt, -3 * hour);
    expect(offerEndsAt({ startsAt }, now)).toBe(shiftBy(now, 5 * minute));
  });

  it('is never held beyond the end of sign-up', () => {
    expect(offerEndsAt({ startsAt }, shiftBy(startsAt, -2 * minute))).toBe(startsAt);
    const signUpClosesAt = shiftBy(startsAt, -24 * hour);
    expect(offerEndsAt({ startsAt, signUpClosesAt }, shiftBy(signUpClosesAt, -10 * minute))).toBe(signUpClosesAt);
  });

  it('is offered to nobody once sign-up has ended', () => {
    expect(offerEndsAt({ startsAt }, startsAt)).toBeUndefined();
  });
});
