import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, shiftBy } from '../kernel/time.ts';
import { isWithin } from '../organisation/scope.ts';
import { administratorRoles, conflictOf, deputyGrants, isLeave, mayEnd, mayGrant } from './granting.ts';
import { careRoles, effectiveGrants, grantStateAt, type HeldGrant, roles } from './roles.ts';

const now = '2026-11-24T02:00:00.000Z';
const granter = (...grants: HeldGrant[]) => ({ accountId: 'acc_granter', grants });
const to = (grant: HeldGrant) => ({ ...grant, accountId: 'acc_other' });
const ofStreet = granter({ role: 'coordinator', scope: '440103/001' });

describe('a grant', () => {
  it('counts from its first instant until before its last', () => {
    const grant = { role: 'coordinator', scope: '440103', from: now, until: shiftBy(now, day) } as const;
    expect(grantStateAt(grant, shiftBy(now, -1))).toBe('coming');
    expect(grantStateAt(grant, now)).toBe('effective');
    expect(grantStateAt(grant, shiftBy(now, day - 1))).toBe('effective');
    expect(grantStateAt(grant, shiftBy(now, day))).toBe('over');
    expect(effectiveGrants([grant, { role: 'volunteer', scope: '440103' }], shiftBy(now, day))).toHaveLength(1);
  });

  it.each([
    ['below oneself', { role: 'coordinator', scope: '440103/001/004' }, 'may'],
    ['at one’s own place', { role: 'coordinator', scope: '440103/001' }, 'aboveOwn'],
    ['above oneself', { role: 'coordinator', scope: '440103' }, 'aboveOwn'],
    ['beside oneself', { role: 'coordinator', scope: '440103/002/001' }, 'aboveOwn'],
    ['of another role', { role: 'socialWorker', scope: '440103/001/004' }, 'aboveOwn'],
    ['of an administrator', { role: 'auditAdministrator', scope: '440103/001/004' }, 'aboveOwn'],
    ['that comes with a team', { role: 'teamLeader', scope: '440103/001/004/T0001' }, 'notGrantable'],
    ['that comes with an approval', { role: 'volunteer', scope: '440103/001/004' }, 'notGrantable'],
  ] as const)('%s', (_where, grant, decision) => {
    expect(mayGrant(ofStreet, to(grant), now)).toBe(decision);
  });

  it('is given by the security administrator, to anybody else', () => {
    const security = granter({ role: 'securityAdministrator', scope: '440103' });
    for (const role of ['coordinator', 'auditAdministrator', 'systemAdministrator', 'careSupervisor'] as const) {
      expect(mayGrant(security, to({ role, scope: '440103' }), now)).toBe('may');
      expect(mayGrant(security, { role, scope: '440103', accountId: 'acc_granter' }, now)).toBe('own');
    }
  });

  it('never outlives the granter’s own, and a deputy appoints nobody', () => {
    const brief = granter({ role: 'coordinator', scope: '440103/001', until: shiftBy(now, 5 * day) });
    const below = { role: 'coordinator', scope: '440103/001/004' } as const;
    expect(mayGrant(brief, to(below), now)).toBe('outlivesOwn');
    expect(mayGrant(brief, to({ ...below, until: shiftBy(now, 5 * day) }), now)).toBe('may');
    expect(mayGrant(brief, to(below), shiftBy(now, 5 * day))).toBe('aboveOwn');
    const deputy = granter({ role: 'coordinator', scope: '440103/001', deputyFor: 'acc_third' });
    expect(mayGrant(deputy, to(below), now)).toBe('aboveOwn');
  });

  it('is ended by whoever might give it, and by whom the deputy stands in for', () => {
    expect(mayEnd(ofStreet, to({ role: 'coordinator', scope: '440103/001/004' }), now)).toBe('may');
    expect(mayEnd(ofStreet, to({ role: 'coordinator', scope: '440103/001' }), now)).toBe('aboveOwn');
    const mine = { role: 'coordinator', scope: '440103/001', deputyFor: 'acc_granter' } as const;
    expect(mayEnd(ofStreet, to(mine), now)).toBe('may');
    expect(mayEnd(ofStreet, { role: 'coordinator', scope: '440103/001', accountId: 'acc_granter' }, now)).toBe('own');
  });

  it('never reaches what the granter does not reach, whatever both hold', () => {
    const scope = fc.constantFrom('440103', '440103/001', '440103/0010', '440103/001/004', '440103/002');
    const held = fc.record({ role: fc.constantFrom(...roles), scope });
    fc.assert(
      fc.property(fc.array(held, { maxLength: 4 }), held, (own, wanted) => {
        if (mayGrant(granter(...own), to(wanted), now) !== 'may') return;
        const reaches = own.some(
          ({ role, scope: branch }) =>
            isWithin(wanted.scope, branch) && (role === wanted.role || role === 'securityAdministrator'),
        );
        expect(reaches).toBe(true);
      }),
    );
  });
});

describe('a deputy', () => {
  const leave = { from: now, until: shiftBy(now, 10 * day) };

  it('gets copies that lapse with the leave, or sooner with what they copy', () => {
    const away = granter(
      { role: 'coordinator', scope: '440103/001' },
      { role: 'onCall', scope: '440103', until: shiftBy(now, 3 * day) },
      { role: 'volunteer', scope: '440103/001/004' },
      { role: 'teamLeader', scope: '440103/001/004/T0001', deputyFor: 'acc_third' },
    );
    expect(deputyGrants(away, leave, now)).toEqual([
      { role: 'coordinator', scope: '440103/001', ...leave, grantedBy: 'acc_granter', deputyFor: 'acc_granter' },
      {
        ...{ role: 'onCall', scope: '440103', from: now, until: shiftBy(now, 3 * day) },
        ...{ grantedBy: 'acc_granter', deputyFor: 'acc_granter' },
      },
    ]);
  });

  it('stands in for a leave with an end, and of ninety days at most', () => {
    expect(isLeave(leave, now)).toBe(true);
    expect(isLeave({ from: now, until: now }, now)).toBe(false);
    expect(isLeave(leave, leave.until)).toBe(false);
    expect(isLeave({ from: now, until: shiftBy(now, 91 * day) }, now)).toBe(false);
  });
});

it('no administrator has a part in care, whichever comes first', () => {
  for (const administrator of administratorRoles) {
    for (const role of careRoles) {
      expect(conflictOf([{ role: administrator, scope: '440103' }], role, now)).toBe(administrator);
      expect(conflictOf([{ role, scope: '440103/006' }], administrator, now)).toBe(role);
      expect(conflictOf([{ role, scope: '440103/006', until: now }], administrator, now)).toBeUndefined();
    }
  }
  expect(conflictOf([{ role: 'counsellor', scope: '440103/006' }], 'coordinator', now)).toBeUndefined();
});

it('no two of the three administrators are one person, whether now or later', () => {
  for (const held of administratorRoles) {
    for (const wanted of administratorRoles) {
      const later = [{ role: held, scope: '440103', from: shiftBy(now, day) }];
      expect(conflictOf(later, wanted, now)).toBe(held === wanted ? undefined : held);
      expect(conflictOf([{ role: held, scope: '440103', until: now }], wanted, now)).toBeUndefined();
    }
    expect(conflictOf([{ role: held, scope: '440103' }], 'coordinator', now)).toBeUndefined();
  }
});
