import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { anAttendance } from '../../test/an-attendance.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { aCertificateBatch } from './batch.samples.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const path = '/service-certificate-batches';

describe('certificates for a place', () => {
  it('go to everybody who served in the days, who is told, and to nobody else', async () => {
    const served = await anAttendance(district, 'confirmed');
    const idle = await aVolunteer(district);
    const { caller, batchId, body } = await aCertificateBatch(district);
    await district.settle();

    const batch = (await caller.get(`${path}/${batchId}`)).body;
    expect(batch).toMatchObject({ ...body, state: 'done', total: 2, issued: 1, nothingServed: 1, noDocument: 0 });
    const people = (await caller.get(`${path}/${batchId}/people`)).body.items;
    expect(people).toContainEqual(
      expect.objectContaining({ volunteerId: served.volunteerId, outcome: 'issued', name: '陈*明' }),
    );
    expect(people).toContainEqual(expect.objectContaining({ volunteerId: idle.volunteerId, outcome: 'nothingServed' }));

    const [own] = (await served.caller.get('/service-certificates/mine')).body.items;
    expect(own).toMatchObject({ state: 'valid', minutes: 90, from: body.from, until: body.until });
    expect(people.map(({ number }: { number?: string }) => number)).toContain(own.number);
    expect((await idle.caller.get('/service-certificates/mine')).body.items).toEqual([]);
    const { items } = (await served.caller.get('/notifications')).body;
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'certificateIssued', body: expect.stringContaining(own.number) }),
    );
    expect((await caller.get(`${path}?place=${home.street}`)).body.items[0]).toEqual(batch);
  });

  it('are issued once, though a step is told twice and at the same moment', async () => {
    const { caller } = await anAttendance(district, 'confirmed');
    const { batchId } = await aCertificateBatch(district);
    const { certificateBatches } = district.contexts.attendance;
    const step = () => certificateBatches.takeStep(batchId, district.clock.now);
    await Promise.all([step(), step(), step()]);
    await district.settle();
    await step();
    expect((await caller.get('/service-certificates/mine')).body.items).toHaveLength(1);
  });

  it('are asked for a place of people, and for days that are over', async () => {
    const { body } = await aCertificateBatch(district);
    const ofDistrict = await district.person({ role: 'coordinator', scope: '440103' });
    const refused = async (changed: object) => (await ofDistrict.post(path, { ...body, ...changed })).body.code;
    expect(await refused({ place: '440103' })).toBe('serviceCertificate.notAPlaceOfPeople');
    expect(await refused({ until: '2099-01-01' })).toBe('serviceCertificate.notOverYet');
    expect(await refused({ from: body.until, until: body.from })).toBe('serviceCertificate.backwards');
    expect((await ofDistrict.post(path, { ...body, place: elsewhere.street })).status).toBe(202);
  });
});
