import { randomUUID } from 'node:crypto';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aRegistration, aVolunteer } from '../test/a-volunteer.ts';
import { auditOf } from '../test/audit-of.ts';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';
import type { TestClient } from '../test/test-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

it('a record shows under masks what identifies the person and her guardian', async () => {
  const caller = await district.person();
  const documentNumber = makeSyntheticId({ birthDate: '2010-05-06', sequence: 4 });
  const guardian = { name: '陈大文', mobile: '13500000001', consent: true };
  const { body } = await caller.post('/volunteers', aRegistration({ documentNumber, guardian }));
  const record = await coordinator.get(`/volunteers/${body.id}`);
  expect(record.body).toMatchObject({
    id: body.id,
    name: '陈小明',
    state: 'applied',
    isMinor: true,
    mobile: expect.stringMatching(/^139\*{4}\d{4}$/),
    document: { kind: 'mainlandId', number: expect.stringMatching(/^\d{3}\*{4}/) },
    guardian: { name: '陈*文', mobile: '135****0001' },
    appliedAt: district.clock.now,
  });
  expect(JSON.stringify(record.body)).not.toMatch(/ealed|Index|nameKeys/);
});

it('a number is told in full once the reason is in the audit, and kept in no receipt', async () => {
  const { volunteerId, mobile } = await aVolunteer(district);
  const path = `/volunteers/${volunteerId}/unmasked-mobile`;
  expect((await coordinator.post(path, {})).body.fields[0].path).toBe('reason');
  expect((await coordinator.post(path, { reason: '急' })).body.fields[0].path).toBe('reason');
  expect((await auditOf(district, volunteerId)).map(({ action }) => action)).toEqual(['volunteer.approve']);

  const [reason, key] = ['班次改期，电话通知', randomUUID()];
  const first = await coordinator.post(path, { reason }, { key });
  const again = await coordinator.post(path, { reason }, { key });
  expect([first.body, again.body]).toEqual([{ mobile: `+86${mobile}` }, { mobile: `+86${mobile}` }]);
  const lines = (await auditOf(district, volunteerId)).filter(({ action }) => action === 'volunteer.unmaskMobile');
  expect(lines).toMatchObject([
    {
      person: volunteerId,
      at: district.clock.now,
      as: { role: 'coordinator', scope: home.street },
      scope: home.community,
      route: 'unmaskMobile',
      hasReason: true,
    },
  ]);
  expect(JSON.stringify(lines)).not.toContain(reason);
  expect(district.log.join('\n')).not.toContain(mobile);
});

it('a move is in the audit under who made it', async () => {
  const { caller, volunteerId, accountId } = await aVolunteer(district);
  await caller.post('/volunteers/me/moves', { move: 'pause' });
  await coordinator.post(`/volunteers/${volunteerId}/suspension`, { move: 'suspend', reason: '多次缺席' });
  const { id } = (await coordinator.get('/session')).body.account;
  const lines = (await auditOf(district, volunteerId)).map(({ action, actor }) => [action, actor]);
  expect(lines).toEqual(
    expect.arrayContaining([
      ['volunteer.pause', accountId],
      ['volunteer.suspend', id],
    ]),
  );
});
