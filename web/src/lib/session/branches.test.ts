import { describe, expect, it } from 'vitest';
import { branchesOf, placeWithin } from './branches.ts';
import type { Me } from './me.ts';

const coordinatorOf = (...scopes: string[]): Me => ({
  id: 'acc_00000000000000000001',
  roles: [{ role: 'volunteer', scope: '440103' }, ...scopes.map((scope) => ({ role: 'coordinator', scope }) as const)],
});

describe('the branches of a coordinator', () => {
  it('are those of this role, without what another of them holds already', () => {
    expect(branchesOf(coordinatorOf('440103/006/001', '440103/006', '440103/002'), 'coordinator')).toEqual([
      '440103/002',
      '440103/006',
    ]);
    expect(branchesOf(null, 'coordinator')).toEqual([]);
  });

  it('hold the place that the address asks for, or the first of them stands in', () => {
    expect(placeWithin(['440103/006'], '440103/006/003')).toBe('440103/006/003');
    expect(placeWithin(['440103/006'], '440103/007')).toBe('440103/006');
    expect(placeWithin(['440103/006'], '440103/006/../007')).toBe('440103/006');
    expect(placeWithin(['440103/006'], null)).toBe('440103/006');
  });
});
