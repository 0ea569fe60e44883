import { describe, expect, it } from 'vitest';
import { mayAttempt, mayReach, needsTarget } from './permissions.ts';

const streetCoordinator = [{ role: 'coordinator', scope: '440103/001' }] as const;

describe('permissions', () => {
  it('reach down the branch of a grant, never sideways or up', () => {
    expect(mayReach(streetCoordinator, 'volunteer.review', { scope: '440103/001' })).toBe(true);
    expect(mayReach(streetCoordinator, 'volunteer.review', { scope: '440103/001/004' })).toBe(true);
    expect(mayReach(streetCoordinator, 'volunteer.review', { scope: '440103/0010' })).toBe(false);
    expect(mayReach(streetCoordinator, 'volunteer.review', { scope: '440103/002' })).toBe(false);
    expect(mayReach(streetCoordinator, 'volunteer.review', { scope: '440103' })).toBe(false);
    expect(mayReach(streetCoordinator, 'volunteer.review', {})).toBe(false);
  });

  it('keep every administrator and team leader out of care', () => {
    const outsiders = [
      'teamLeader',
      'coordinator',
      'systemAdministrator',
      'securityAdministrator',
      'auditAdministrator',
    ] as const;
    for (const role of outsiders) {
      const grants = [{ role, scope: '440103' }];
      expect(mayAttempt(grants, 'care.readQueue')).toBe(false);
      expect(mayReach(grants, 'care.readCase', { scope: '440103', assigned: true })).toBe(false);
    }
  });

  it('open a case only to those it was handed to', () => {
    const counsellor = [{ role: 'counsellor', scope: '440103' }] as const;
    expect(mayReach(counsellor, 'care.readCase', { scope: '440103', assigned: false })).toBe(false);
    expect(mayReach(counsellor, 'care.readCase', { assigned: true })).toBe(true);
    expect(needsTarget('care.readCase')).toBe(true);
  });

  it('do not need a target for what is public or one’s own', () => {
    expect(needsTarget('place.browse')).toBe(false);
    expect(needsTarget('shift.signUp')).toBe(false);
    expect(mayAttempt([], 'shift.signUp')).toBe(false);
    expect(mayAttempt([], 'volunteer.register')).toBe(true);
  });
});
