import { expect, it } from 'vitest';
import { deferred } from './deferred.ts';

it('is made when it is first asked for something, and once', async () => {
  let made = 0;
  const service = deferred(async () => {
    made += 1;
    return { double: async (value: number) => value * 2, fail: async () => Promise.reject(new Error('refused')) };
  });
  expect(await Promise.resolve(service)).toBe(service);
  expect(made).toBe(0);
  expect(await Promise.all([service.double(2), service.double(3)])).toEqual([4, 6]);
  await expect(service.fail()).rejects.toThrow('refused');
  expect(made).toBe(1);
});
