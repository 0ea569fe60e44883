import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  communityOf,
  isWithin,
  kindOf,
  lineageOf,
  parentOf,
  Scope,
  ScopeParam,
  scopeParam,
  streetOf,
} from './scope.ts';

const scopes = fc
  .tuple(fc.stringMatching(/^\d{6}$/), fc.array(fc.stringMatching(/^\d{3}$/), { maxLength: 2 }), fc.boolean())
  .map(([district, path, isTeam]) => [district, ...path, ...(isTeam ? ['T0007'] : [])].join('/'));

describe('a scope', () => {
  it.each([
    ['440103', 'district', undefined, undefined],
    ['440103/001', 'street', '440103/001', undefined],
    ['440103/001/004', 'community', '440103/001', '440103/001/004'],
    ['440103/001/004/T0007', 'team', '440103/001', '440103/001/004'],
    ['440103/001/T0008', 'team', '440103/001', undefined],
    ['440103/T0009', 'team', undefined, undefined],
    ['440103/001/004/G001', 'grid', '440103/001', '440103/001/004'],
    ['440103/001/R002', 'room', '440103/001', undefined],
  ])('%s is a %s', (scope, kind, street, community) => {
    expect(Scope.safeParse(scope).success).toBe(true);
    expect(kindOf(scope)).toBe(kind);
    expect(streetOf(scope)).toBe(street);
    expect(communityOf(scope)).toBe(community);
  });

  it.each([
    '',
    '440103/',
    '44010',
    '440103/1',
    '440103/001/004/005',
    '440103/001/T7',
    '440103/T0001/001',
    '/440103',
    '440103/001/G001',
  ])('is not %j', (text) => {
    expect(Scope.safeParse(text).success).toBe(false);
  });

  it('goes into an address in one part, and back', () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        expect(ScopeParam.parse(scopeParam(scope))).toBe(scope);
      }),
    );
    expect(ScopeParam.safeParse('no-such-id').success).toBe(false);
  });

  it('lies within itself and its district, not in a place whose code only begins alike', () => {
    expect(isWithin('440103/001/004/T0007', '440103')).toBe(true);
    expect(isWithin('440103/001', '440103/001')).toBe(true);
    expect(isWithin('440103/0010', '440103/001')).toBe(false);
    expect(isWithin('440103', '440103/001')).toBe(false);
  });

  it('lies within each of its lineage, which are what its parents are', () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        const lineage = lineageOf(scope);
        expect(lineage.every((branch) => isWithin(scope, branch) && Scope.safeParse(branch).success)).toBe(true);
        expect(lineage.at(-1)).toBe(scope);
        expect(lineage.at(-2)).toBe(parentOf(scope));
        expect(kindOf(lineage[0] ?? '')).toBe('district');
      }),
    );
  });
});
