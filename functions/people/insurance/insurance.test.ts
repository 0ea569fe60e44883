import { afterAll, beforeAll, expect, it } from 'vitest';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { auditOf } from '../../test/audit-of.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const insurance = { insurer: '平安养老险', policyNumber: 'GP2026-00019876', from: '2026-01-01', until: '2026-12-31' };

it('a coordinator sees that there is none, enters one, and the person reads it whole', async () => {
  const { caller, volunteerId } = await aVolunteer(district);
  const coordinator = await district.person({ role: 'coordinator', scope: home.street });
  const path = `/volunteers/${volunteerId}/insurance`;
  expect((await coordinator.get(path)).body).toEqual({ isInForce: false });
  expect((await coordinator.put(path, { insurance })).status).toBe(200);
  const { body } = await coordinator.get(path);
  expect(body).toMatchObject({ isInForce: true, insurance: { insurer: '平安养老险' } });
  expect(body.insurance.policyNumber).toMatch(/^\*{4}9876$/);
  expect((await caller.get('/volunteers/me/details')).body.insurance).toEqual(insurance);
  expect((await auditOf(district, volunteerId)).map(({ action }) => action)).toContain('volunteer.insure');
  district.later(60 * 24 * 3_600_000);
  const later = await district.person({ role: 'coordinator', scope: home.street });
  expect((await later.get(path)).body.isInForce).toBe(false);
});

it.each([
  ['days that end before they begin', { until: '2025-12-31' }, 'insurance.until'],
  ['no insurer', { insurer: '' }, 'insurance.insurer'],
  ['a number that is none', { policyNumber: '保单' }, 'insurance.policyNumber'],
])('%s are refused at their field', async (_name, wrong, path) => {
  const { volunteerId } = await aVolunteer(district);
  const coordinator = await district.person({ role: 'coordinator', scope: home.street });
  const refused = await coordinator.put(`/volunteers/${volunteerId}/insurance`, {
    insurance: { ...insurance, ...wrong },
  });
  expect([refused.status, refused.body.fields[0].path]).toEqual([400, path]);
  const outsider = await district.person({ role: 'coordinator', scope: elsewhere.street });
  expect((await outsider.get(`/volunteers/${volunteerId}/insurance`)).status).toBe(403);
});
