import { mostKeys } from '@kaifong/shared/attendance/device-keys.ts';
import { hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPhone } from '../../test/a-phone.ts';
import { anAttendance, shownCode } from '../../test/an-attendance.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { aKeyHolder } from './device-key.samples.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const register = (caller: TestClient, { publicKey }: { publicKey: string }) =>
  caller.post('/attendance-keys', { publicKey });

/** A volunteer with a phone, who saw the code of a shift an hour ago. */
async function aTap() {
  const { phone, ...volunteer } = await aKeyHolder(district);
  const { shiftId, leader } = await anAttendance(district, 'expected', { volunteer });
  const tap = { what: 'in', shiftId, code: await shownCode(leader, shiftId), tappedAt: district.clock.now } as const;
  district.later(hour);
  const send = (body: object, key?: string) =>
    volunteer.caller.post(`/shifts/${shiftId}/check-ins`, body, key === undefined ? {} : { key });
  return { ...volunteer, phone, leader, tap, send, shiftId };
}

describe('what a phone kept and signed', () => {
  it('counts at the time of the tap, once, though it is sent twice', async () => {
    const { phone, tap, send } = await aTap();
    const signed = await phone.sign(tap);
    for (const round of [1, 2]) {
      const { status, body } = await send(signed, `kept-${tap.shiftId}`);
      expect([round, status, body.state, body.reviews]).toEqual([round, 201, 'here', undefined]);
      expect(body.stays).toEqual([{ in: { at: tap.tappedAt, way: 'lateCode' } }]);
    }
  });

  it.each([
    ['not at all', async ({ tap }) => ({ code: tap.code, tappedAt: tap.tappedAt })],
    [
      'for another time',
      async ({ phone, tap }) => ({
        ...(await phone.sign({ ...tap, tappedAt: shiftBy(tap.tappedAt, 1) })),
        tappedAt: tap.tappedAt,
      }),
    ],
    ['for going, not for coming', async ({ phone, tap }) => phone.sign({ ...tap, what: 'out' })],
    ['by a phone that nobody knows', async ({ tap }) => (await aPhone()).sign(tap)],
    [
      'by a phone that is hers since',
      async ({ tap, caller }) => {
        const newer = await aPhone();
        expect((await register(caller, newer)).status).toBe(201);
        return newer.sign(tap);
      },
    ],
    ['with what is no signature', async ({ tap }) => ({ code: tap.code, tappedAt: tap.tappedAt, signature: '!' })],
    [
      'by a phone that was switched off',
      async ({ phone, tap, caller }) => {
        const revoked = await caller.post(`/attendance-keys/${phone.keyId}/revocation`);
        expect(revoked.body).toMatchObject({ keyId: phone.keyId, revokedAt: district.clock.now });
        return phone.sign(tap);
      },
    ],
  ] as [string, (made: Awaited<ReturnType<typeof aTap>>) => Promise<object>][])(
    'signed %s waits for the leader, and counts at its time when she says so',
    async (_how, bodyFor) => {
      const made = await aTap();
      const { status, body } = await made.send(await bodyFor(made));
      expect([status, body.state]).toEqual([201, 'expected']);
      const [review] = body.reviews;
      expect(review).toMatchObject({ reasons: ['notSigned'], state: 'open', tappedAt: made.tap.tappedAt });
      const path = `/shifts/${made.shiftId}/attendance/${made.volunteerId}/reviews/${review.entryId}`;
      const decided = await made.leader.post(path, { verdict: 'count' });
      expect(decided.body).toMatchObject({ state: 'here', stays: [{ in: { at: made.tap.tappedAt } }] });
    },
  );

  it('waits too when the clock was moved, signed or not', async () => {
    const { phone, tap, send } = await aTap();
    const moved = await phone.sign({ ...tap, tappedAt: shiftBy(tap.tappedAt, -24 * hour) });
    expect((await send(moved)).body.reviews).toMatchObject([{ reasons: ['clockDisagrees'] }]);
  });

  it('counts from each of two phones of hers', async () => {
    const { phone: first, ...volunteer } = await aKeyHolder(district);
    const second = await aPhone();
    await register(volunteer.caller, second);
    const { shiftId, leader } = await anAttendance(district, 'expected', { volunteer });
    for (const [phone, what] of [
      [first, 'in'],
      [second, 'out'],
    ] as const) {
      const tap = { what, shiftId, code: await shownCode(leader, shiftId), tappedAt: district.clock.now };
      district.later(30 * minute);
      const { body } = await volunteer.caller.post(`/shifts/${shiftId}/check-${what}s`, await phone.sign(tap));
      expect([body.state, body.reviews]).toEqual([what === 'in' ? 'here' : 'left', undefined]);
    }
  });

  it('is not asked for with a network, nor of one who has no phone that signs', async () => {
    const { phone: _, ...holder } = await aKeyHolder(district);
    expect((await anAttendance(district, 'here', { volunteer: holder })).shiftId).toBeDefined();
    const { caller, shiftId, leader } = await anAttendance(district, 'expected');
    const late = { code: await shownCode(leader, shiftId), tappedAt: district.clock.now };
    district.later(hour);
    expect((await caller.post(`/shifts/${shiftId}/check-ins`, late)).body).toMatchObject({ state: 'here' });
  });
});

describe('the keys of a volunteer', () => {
  it('are listed with what browser they live in, and registered once', async () => {
    const { caller, phone } = await aKeyHolder(district);
    expect((await register(caller, phone)).status).toBe(201);
    const { items } = (await caller.get('/attendance-keys')).body;
    expect(items).toEqual([expect.objectContaining({ keyId: phone.keyId, browser: expect.any(String) })]);
    expect(items[0].publicKey).toBeUndefined();
  });

  it('do not come back once they are switched off, and make room for newer ones', async () => {
    const { caller, phone } = await aKeyHolder(district);
    await caller.post(`/attendance-keys/${phone.keyId}/revocation`);
    expect((await register(caller, phone)).body.code).toBe('deviceKey.revoked');
    const phones = await Promise.all(Array.from({ length: mostKeys }, aPhone));
    for (const each of phones) expect((await register(caller, each)).status).toBe(201);
    const { items } = (await caller.get('/attendance-keys')).body;
    expect(items.map(({ keyId }: { keyId: string }) => keyId)).toEqual(phones.map(({ keyId }) => keyId).reverse());
  });

  it('are keys, and not just text of the right length', async () => {
    const { caller } = await aKeyHolder(district);
    expect((await register(caller, { publicKey: `${'A'.repeat(122)}==` })).body.code).toBe('deviceKey.notAKey');
    expect((await register(caller, { publicKey: 'short' })).body.code).toBe('platform.invalidInput');
  });
});
