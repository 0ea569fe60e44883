import { describe, expect, it } from 'vitest';
import { mayHold, nextScope } from './numbering.ts';
import { Scope } from './scope.ts';

describe('what is made below a place', () => {
  it.each([
    ['440103/001', 'community', true],
    ['440103', 'community', false],
    ['440103/001/004', 'community', false],
    ['440103/001/004', 'grid', true],
    ['440103/001', 'grid', false],
    ['440103', 'room', true],
    ['440103/001/004/R001', 'room', false],
    ['440103', 'team', true],
    ['440103/001/004/T0001', 'team', false],
  ] as const)('below %s, a %s: %s', (parent, kind, may) => {
    expect(mayHold(parent, kind)).toBe(may);
  });

  it('is numbered after the highest there ever was, and never with a number that was used', () => {
    expect(nextScope('440103/001', 'community', ['440103/001/002', '440103/001/009'])).toBe('440103/001/010');
    expect(nextScope('440103/001/004', 'team', [])).toBe('440103/001/004/T0001');
    expect(nextScope('440103/001/004', 'grid', ['440103/001/004/G001'], 2)).toBe('440103/001/004/G004');
    expect(nextScope('440103/001', 'room', ['440103/001/R999'])).toBeUndefined();
    expect(Scope.safeParse(nextScope('440103', 'room', [])).success).toBe(true);
  });
});
