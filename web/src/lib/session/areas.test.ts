import type { Role } from '@kaifong/shared/identity/roles.ts';
import { describe, expect, it } from 'vitest';
import { areaFor, areaOfRoute, areasOf, homeOf, mayEnter, needsSession } from './areas.ts';
import type { Me } from './me.ts';

const aPerson = (...roles: Role[]): Me => ({
  id: 'acc_00000000000000000001',
  name: '陈大文',
  roles: roles.map((role) => ({ role, scope: '440103' })),
});

describe('areas', () => {
  it('lets a person into the areas of their roles and no other', () => {
    const leader = aPerson('volunteer', 'teamLeader');
    expect(areasOf(leader)).toEqual(['leader', 'volunteer']);
    expect(mayEnter(leader, 'care')).toBe(false);
  });

  it.each(['socialWorker', 'counsellor', 'careSupervisor', 'onCall'] as const)('lets a %s into care', (role) => {
    expect(mayEnter(aPerson(role), 'care')).toBe(true);
  });

  it.each(['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const)(
    'keeps a %s out of care',
    (role) => {
      expect(mayEnter(aPerson(role), 'care')).toBe(false);
    },
  );

  it('leads a person home, one without an area to their account, and one without a role to register', () => {
    expect(homeOf(aPerson('volunteer'), undefined)).toBe('/volunteer');
    expect(homeOf(aPerson('volunteer', 'coordinator'), undefined)).toBe('/coordinator');
    expect(homeOf(aPerson('systemAdministrator'), undefined)).toBe('/system');
    expect(homeOf(aPerson('securityAdministrator'), undefined)).toBe('/account');
    expect(homeOf(aPerson(), undefined)).toBe('/register');
  });

  it('leads a person with several roles to the one used last, and nobody to what is not theirs', () => {
    expect(homeOf(aPerson('volunteer', 'coordinator'), 'volunteer')).toBe('/volunteer');
    expect(homeOf(aPerson('volunteer'), 'care')).toBe('/volunteer');
    expect(homeOf(aPerson('volunteer'), '/evil.example')).toBe('/volunteer');
  });

  it('keeps the frame of the area used last around a page that belongs to none', () => {
    const leader = aPerson('volunteer', 'teamLeader');
    expect(areaFor(leader, '/(volunteer)/volunteer', 'leader')).toBe('volunteer');
    expect(areaFor(leader, '/(account)/account', 'volunteer')).toBe('volunteer');
    expect(areaFor(leader, '/(care)/care', undefined)).toBe('leader');
  });

  it('knows by its group whether a route needs a session', () => {
    expect(areaOfRoute('/(leader)/leader/shifts/[id]')).toBe('leader');
    expect(needsSession('/(account)/account')).toBe(true);
    expect(needsSession('/(public)/sign-in')).toBe(false);
    expect(needsSession(null)).toBe(false);
  });
});
