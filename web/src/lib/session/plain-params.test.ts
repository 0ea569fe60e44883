import { describe, expect, it } from 'vitest';
import { arePlain } from './plain-params.ts';

describe('the parts of an address', () => {
  it.each(['sft_01K3PV2K9BBRYBNWZDHG', '440103-006-001-T0001', 'zh-Hans', '2026-11', 'acc_0.aB-c_9', undefined])(
    'may be %s',
    (part) => {
      expect(arePlain({ part })).toBe(true);
    },
  );

  it.each([
    '',
    '.',
    '..',
    '../..',
    '..\\x',
    'x/../y',
    'x?y',
    'x#y',
    '%2e%2e',
    'x\0',
    '\u202Ex',
    'x y',
    'a'.repeat(201),
  ])('may not be %j', (part) => {
    expect(arePlain({ good: 'x', part })).toBe(false);
  });
});
