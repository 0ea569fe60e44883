import { describe, expect, it } from 'vitest';
import { instantFrom, wallClock } from './wall-clock.ts';

describe('a time as a field shows and sends it', () => {
  it('is the clock in Liwan, there and back', () => {
    expect(wallClock('2026-11-24T16:05:59.000Z')).toBe('2026-11-25T00:05');
    expect(instantFrom('2026-11-25T00:05')).toBe('2026-11-24T16:05:00.000Z');
  });

  it.each(['', '2026-11-25', '2026-13-25T00:05', '2026-11-25T24:05', 'T00:05'])('is none in %j', (text) => {
    expect(instantFrom(text)).toBeUndefined();
  });
});
