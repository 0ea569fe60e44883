import { activityKindCodes } from '@kaifong/shared/scheduling/shifts/activity-kinds.ts';
import { describe, expect, it } from 'vitest';
import { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { defaultsOf, kindNamed, usualEnd } from './kind-defaults.ts';
import { readNewShift } from './new-shift.ts';

describe('what a kind proposes for a new shift', () => {
  it('is a sound shift for every kind, as it stands, once somebody says when it begins', () => {
    for (const kind of activityKindCodes) {
      const data = new FormData();
      const fields = { kind, date: '2026-11-25', startsAt: '19:30', endsAt: '', ...defaultsOf(kind).values };
      for (const [name, value] of Object.entries(fields)) data.set(name, value);
      expect(readNewShift(new SubmittedForm(data), '2026-11-24T06:00:00.000Z'), kind).toMatchObject({ ok: true });
    }
  });

  it('has a row for each role, with what it asks for', () => {
    expect(defaultsOf('cyclingPatrol').values).toMatchObject({
      ...{ places: '5', risk: 'raised' },
      ...{ 'roles.0.name': '骑行', 'roles.0.skill': 'cycling', 'roles.0.fewest': '3', 'roles.0.most': '5' },
    });
    expect(defaultsOf('patrol').values).toEqual({ places: '5', risk: 'low' });
  });

  it('is for kinds that there are', () => {
    expect(kindNamed('lesson')).toBe('lesson');
    expect(['dancing', 'toString', '', null].map(kindNamed)).toEqual(Array(4).fill(undefined));
  });

  it('proposes an end on the same day only', () => {
    expect(usualEnd('19:30', 120)).toBe('21:30');
    expect(usualEnd('09:05', 90)).toBe('10:35');
    expect(['23:00', '22:00', '', '7'].map((clock) => usualEnd(clock, 120))).toEqual(Array(4).fill(undefined));
  });
});
