import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { aCoordinator } from '../../test/an-attendance.ts';
import { auditOf } from '../../test/audit-of.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import { aServiceCertificate } from './certificate.samples.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const site = 'site=https://kaifong.example';

describe('a certificate of service', () => {
  it('is issued by the volunteer herself, and everybody can check it without learning who she is', async () => {
    const { caller, number, volunteerId, span } = await aServiceCertificate(district);
    const [own] = (await caller.get('/service-certificates/mine')).body.items;
    expect(own).toMatchObject({
      number,
      state: 'valid',
      minutes: 90,
      content: [{ title: '荔枝湾平安巡逻', times: 1, minutes: 90 }],
    });
    const check = await district.stranger().get(`/service-certificates/checks/${number.toLowerCase()}`);
    expect(check.body).toEqual({
      ...{ number, state: 'valid', minutes: 90, ...span },
      issuedAt: expect.any(String),
      issuerName: '荔湾区志愿服务组织',
      maskedName: '陈*明',
    });
    expect(JSON.stringify(check.body)).not.toContain(volunteerId);
  });

  it('is a PDF/A file with its font in it, in three languages; another volunteer does not get it', async () => {
    const { caller, number } = await aServiceCertificate(district);
    for (const language of ['zh-Hans', 'zh-Hant', 'en']) {
      const path = `/service-certificates/mine/${number}/file?language=${language}&${site}`;
      const { status, body } = await caller.get(path);
      expect([status, body.name]).toEqual([200, expect.stringContaining(number)]);
      const pdf = Buffer.from(body.pdf, 'base64').toString('latin1');
      expect(pdf).toMatch(/^%PDF-1\.7/);
      expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>');
      expect(pdf).toContain('/FontFile2');
      expect(pdf).not.toContain('/Helvetica');
      expect(pdf.length).toBeLessThan(200_000);
    }
    const other = (await aVolunteer(district)).caller;
    expect((await other.get(`/service-certificates/mine/${number}/file?${site}`)).status).toBe(404);
  });

  it.each([
    ['backwards', { from: '2026-11-02', until: '2026-11-01' }, 'serviceCertificate.backwards'],
    ['into the future', { from: '2026-11-02', until: '2027-11-01' }, 'serviceCertificate.notOverYet'],
    ['over days of nothing', { from: '2025-01-01', until: '2025-01-31' }, 'serviceCertificate.nothingServed'],
  ])('is not issued %s', async (_, days, code) => {
    const { caller } = await aServiceCertificate(district);
    expect((await caller.post('/service-certificates/mine', days)).body.code).toBe(code);
  });

  it('is revoked by a coordinator for all to see, once, and the audit says why', async () => {
    const { caller, number, volunteerId } = await aServiceCertificate(district);
    const coordinator = await aCoordinator(district);
    const reason = '活动登记有误';
    const revoked = await coordinator.post(`/service-certificates/${number}/revocation`, { reason });
    expect([revoked.status, revoked.body.state]).toEqual([201, 'revoked']);
    const again = await coordinator.post(`/service-certificates/${number}/revocation`, { reason });
    expect(again.body.code).toBe('serviceCertificate.notValid');
    const check = (await district.stranger().get(`/service-certificates/checks/${number}`)).body;
    expect(check.state).toBe('revoked');
    expect(check.reason).toBeUndefined();
    expect((await caller.get('/service-certificates/mine')).body.items[0].reason).toBe(reason);
    const lines = await auditOf(district, volunteerId);
    expect(lines.map(({ action }) => action)).toContain('serviceCertificate.revoke');
  });

  it('says, to everybody who asks, when the hours that it names were taken back since', async () => {
    const { caller, number, shiftId, volunteerId } = await aServiceCertificate(district);
    const coordinator = await aCoordinator(district);
    const check = async () => (await district.stranger().get(`/service-certificates/checks/${number}`)).body;
    expect(await check()).toMatchObject({ state: 'valid', minutes: 90 });
    expect(await check()).not.toHaveProperty('standingMinutes');
    const path = `/shifts/${shiftId}/attendance/${volunteerId}`;
    await coordinator.post(`${path}/reversal`, { reason: '查实没有到场服务' });
    expect(await check()).toMatchObject({ state: 'valid', minutes: 90, standingMinutes: 0 });
    const lists = [
      await caller.get('/service-certificates/mine'),
      await coordinator.get(`/service-certificates/of-volunteer?volunteerId=${volunteerId}`),
    ];
    for (const { body } of lists) expect(body.items).toMatchObject([{ number, standingMinutes: 0 }]);
    await coordinator.post(`${path}/confirmation`);
    expect(await check()).not.toHaveProperty('standingMinutes');
    await coordinator.post(`${path}/reversal`, { reason: '又查了一次' });
    await coordinator.post(`/service-certificates/${number}/revocation`, { reason: '没有到场服务' });
    expect(await check()).not.toHaveProperty('standingMinutes');
  });

  it('is issued anew as the records stand, and the old one leads to the new', async () => {
    const { caller, number, shiftId, volunteerId } = await aServiceCertificate(district);
    const coordinator = await aCoordinator(district);
    const replacement = () =>
      coordinator.post(`/service-certificates/${number}/replacement`, { reason: '记录更正以后' });
    const reversal = `/shifts/${shiftId}/attendance/${volunteerId}/reversal`;
    await coordinator.post(reversal, { reason: '时间登记错了' });
    expect((await replacement()).body.code).toBe('serviceCertificate.nothingServed');
    await coordinator.post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`);
    const { body } = await replacement();
    expect(body).toMatchObject({ state: 'valid', replaces: number, minutes: 90 });
    const check = (await district.stranger().get(`/service-certificates/checks/${number}`)).body;
    expect(check).toMatchObject({ state: 'replaced', replacedBy: body.number });
    expect((await caller.get('/service-certificates/mine')).body.items).toHaveLength(2);
  });

  it('names the issuer of its day', async () => {
    const districtCoordinator = await district.person({ role: 'coordinator', scope: '440103' });
    const before = await aServiceCertificate(district);
    const issuer = { name: '荔湾区志愿者联合会', responsible: '陈明', handler: '李华', contact: '020-81812345' };
    expect((await districtCoordinator.put('/service-certificates/issuer', issuer)).status).toBe(200);
    const after = await aServiceCertificate(district);
    const nameOf = async (number: string) =>
      (await district.stranger().get(`/service-certificates/checks/${number}`)).body.issuerName;
    expect(await nameOf(after.number)).toBe(issuer.name);
    expect(await nameOf(before.number)).not.toBe(issuer.name);
  });

  it('is issued twenty times a day at most', async () => {
    const { caller, span } = await aServiceCertificate(district);
    const statuses: number[] = [];
    for (let issued = 1; issued <= 20; issued += 1) {
      statuses.push((await caller.post('/service-certificates/mine', span)).status);
    }
    expect(statuses.at(-2)).toBe(201);
    expect(statuses.at(-1)).toBe(429);
  });
});
