import { describe, expect, it } from 'vitest';
import { commandKey, newIdempotencyKey } from './command-key.ts';

describe('commandKey', () => {
  const seed = newIdempotencyKey();
  const url = 'http://api/api/shifts/sft_1/sign-ups';

  it('is the same for the same command of the same page, so that a double click counts once', async () => {
    expect(await commandKey(seed, 'POST', url, '{"note":"好"}')).toBe(
      await commandKey(seed, 'POST', url, '{"note":"好"}'),
    );
  });

  it('differs by page, method, address and body', async () => {
    const keys = await Promise.all([
      commandKey(seed, 'POST', url, '{}'),
      commandKey(newIdempotencyKey(), 'POST', url, '{}'),
      commandKey(seed, 'DELETE', url, '{}'),
      commandKey(seed, 'POST', `${url}/x`, '{}'),
      commandKey(seed, 'POST', url, '{"a":1}'),
      commandKey(seed, 'POST', url, undefined),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has the form that the API takes', async () => {
    expect(seed).toMatch(/^[\w-]{16,64}$/);
    expect(await commandKey(seed, 'POST', url, '{}')).toMatch(/^[\w-]{43}$/);
  });
});
