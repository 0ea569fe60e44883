import { day } from '@kaifong/shared/kernel/time.ts';
import type { ShiftRole } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCrew, type Crew } from '../test/a-crew.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { startDistrict, type TestDistrict } from '../test/district.ts';
import type { TestClient } from '../test/test-client.ts';

let district: TestDistrict;
let crew: Crew;
beforeAll(async () => {
  district = await startDistrict();
  crew = await aCrew(district);
});
afterAll(() => district.stop());

/** Each test has days of its own, so that what earlier ones left in an agenda is not in its way. */
beforeEach(() => district.later(3 * day));

const guide: ShiftRole = { number: 1, name: '引导', skills: [], fewest: 1, most: 2 };
const medic: ShiftRole = { number: 2, name: '急救', skills: ['firstAid'], fewest: 1, most: 1 };

const take = (who: TestClient, shiftId: string, body: object = {}) => who.post(`/shifts/${shiftId}/sign-ups`, body);
const unskilled = async (name: string) => (await aVolunteer(district, { name, skills: ['driving'] })).caller;

describe('a shift with roles', () => {
  const withRoles = () => crew.shift({ places: 3, roles: [guide, medic] });

  it('gives each a place that she can fill, in the role she asks for', async () => {
    const { mei, lan } = crew;
    const { shiftId } = await withRoles();
    const [first, second] = [await unskilled('周一'), await unskilled('周二')];
    expect((await take(first, shiftId, { role: 2 })).body.code).toBe('shift.skillMissing');
    expect((await take(first, shiftId, { role: 5 })).body.code).toBe('shift.roleUnknown');
    expect((await take(first, shiftId)).status).toBe(201);
    expect((await take(second, shiftId, { role: 1 })).status).toBe(201);
    expect((await take(lan, shiftId, { role: 1 })).body.code).toBe('shift.full');
    expect((await take(await unskilled('周三'), shiftId)).body.code).toBe('shift.full');
    expect((await take(mei, shiftId)).status).toBe(201);
    expect(await crew.seen(lan, shiftId)).toMatchObject({ freePlaces: 0 });
  });

  it('asks the first in line who can fill what became free', async () => {
    const { mei, lan, jun } = crew;
    const { shiftId } = await withRoles();
    const [first, second, third] = [await unskilled('吴一'), await unskilled('吴二'), await unskilled('吴三')];
    await take(first, shiftId);
    await take(second, shiftId);
    expect((await crew.wait(third, shiftId)).status).toBe(201);
    expect((await crew.wait(lan, shiftId)).body.code).toBe('waitlist.placesFree');
    await take(mei, shiftId, { role: 2 });
    expect((await crew.wait(jun, shiftId)).status).toBe(201);
    await crew.cancel(mei, shiftId);
    expect(await crew.seen(third, shiftId)).toMatchObject({ mine: 'waiting' });
    expect(await crew.seen(jun, shiftId)).toMatchObject({ mine: 'offered' });
    expect((await crew.accept(jun, shiftId)).status).toBe(201);
    await crew.cancel(jun, shiftId);
    expect(await crew.seen(third, shiftId)).toMatchObject({ mine: 'waiting', freePlaces: 1 });
    expect((await take(lan, shiftId)).status).toBe(201);
  });
});

describe('a shift with risks', () => {
  const insurance = '平安志愿者意外险，每人 20 万元';
  const riskNotice = '骑行途经车流，请戴头盔，雨天取消。';

  it('is not published before it states insurance and risks', async () => {
    const { leader, shift } = crew;
    const { shiftId } = await shift({ state: 'draft', risk: 'raised', insurance });
    const refused = await leader.post(`/shifts/${shiftId}/publication`);
    expect(refused.body).toMatchObject({ code: 'shift.riskUnstated', fields: [{ path: 'riskNotice' }] });
  });

  it('is taken by those who confirm the notice, and what they confirmed is kept', async () => {
    const { mei, shift } = crew;
    const { shiftId } = await shift({ risk: 'raised', insurance, riskNotice });
    expect((await take(mei, shiftId)).body.code).toBe('shift.riskUnconfirmed');
    expect((await take(mei, shiftId, { riskConfirmed: false })).status).toBe(400);
    expect((await take(mei, shiftId, { riskConfirmed: true })).status).toBe(201);
    const { RiskConsentItem } = await import('./scheduling.table.ts');
    const { volunteerId } = (await mei.get('/session')).body.account;
    const key = { volunteerId, shiftId, at: district.clock.now };
    expect(await district.table('scheduling').get(RiskConsentItem, key)).toMatchObject({ insurance, riskNotice });
  });
});
