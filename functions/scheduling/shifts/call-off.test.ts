import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCrew, type Crew } from '../../test/a-crew.ts';
import { auditOf } from '../../test/audit-of.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
let crew: Crew;
beforeAll(async () => {
  district = await startDistrict();
  crew = await aCrew(district);
});
afterAll(() => district.stop());

/** Each test has days of its own, so that what earlier ones left in an agenda is not in its way. */
beforeEach(() => district.later(3 * day));

const callOff = (shiftId: string, reason = '台风预警') =>
  crew.leader.post(`/shifts/${shiftId}/cancellation`, { reason });
const agendaOf = async (who: TestClient) => (await who.get('/agenda')).body.items;
const told = async (who: TestClient) => (await who.get('/notifications?limit=100')).body.items;

describe('a shift that is called off', () => {
  it('takes no sign-ups from then on and says why', async () => {
    const { mei, shift, signUp, wait, seen } = crew;
    const { shiftId } = await shift();
    expect((await callOff(shiftId)).body).toMatchObject({ state: 'cancelled', calledOff: { reason: '台风预警' } });
    expect((await signUp(mei, shiftId)).body.code).toBe('shift.notOpen');
    expect((await wait(mei, shiftId)).body.code).toBe('shift.notOpen');
    expect(await seen(mei, shiftId)).toMatchObject({ state: 'cancelled', calledOff: { reason: '台风预警' } });
    expect((await callOff(shiftId)).body.code).toBe('shift.alreadyCalledOff');
    const lines = await auditOf(district, shiftId);
    expect(lines.map(({ action, hasReason }) => `${action} ${hasReason}`).sort()).toEqual([
      'shift.callOff true',
      'shift.publish false',
    ]);
  });

  it('lets go of whoever had a place, an offer or a wait, and tells each once', async () => {
    const { mei, lan, jun, shift, signUp, cancel, wait } = crew;
    const { shiftId } = await shift({ places: 2 });
    await signUp(mei, shiftId);
    await signUp(lan, shiftId);
    await wait(jun, shiftId);
    await cancel(lan, shiftId);
    district.later(1);
    await wait(lan, shiftId);
    expect((await agendaOf(jun))[0]).toMatchObject({ state: 'offered' });
    await callOff(shiftId);
    await district.settle();
    for (const who of [mei, lan, jun]) {
      expect(await agendaOf(who)).toEqual([]);
      expect(await told(who)).toContainEqual(
        expect.objectContaining({ heading: '班次取消了', body: expect.stringContaining('台风预警') }),
      );
    }
    const before = (await told(mei)).length;
    await district.redeliver();
    expect(await told(mei)).toHaveLength(before);
    // The time is hers again.
    const { shiftId: other } = await shift();
    expect((await signUp(mei, other)).status).toBe(201);
  });

  it('keeps nobody who signed up while it was called off', async () => {
    const { mei, lan, jun, shift, signUp, names } = crew;
    for (let round = 0; round < 5; round += 1) {
      const { shiftId } = await shift({ places: 3, startsAt: shiftBy(district.clock.now, day) });
      const [, , , ended] = await Promise.all([
        ...[mei, lan, jun].map((who) => signUp(who, shiftId)),
        callOff(shiftId),
      ]);
      expect(ended?.status).toBe(200);
      await district.settle();
      expect(await names(shiftId)).toEqual([]);
      for (const who of [mei, lan, jun]) expect(await agendaOf(who)).toEqual([]);
    }
  });

  it('cannot be called off once it has begun, without a reason, or twice', async () => {
    const { shift } = crew;
    const { shiftId } = await shift();
    expect((await callOff(shiftId, ' ')).body).toMatchObject({
      code: 'platform.invalidInput',
      fields: [{ path: 'reason' }],
    });
    district.later(day);
    expect((await callOff(shiftId)).body.code).toBe('shift.tooLateToCallOff');
  });
});
