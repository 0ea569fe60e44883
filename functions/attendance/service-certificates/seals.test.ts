import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPdf, aPng, pngChunk, upload } from '../../test/a-certificate.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { aServiceCertificate, ofTheDistrict, uploadedSeal } from './certificate.samples.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const ask = (caller: TestClient, number: string) =>
  caller.post(`/service-certificates/mine/${number}/seal-request`, {});
const decide = (caller: TestClient, number: string, decision: object) =>
  caller.post(`/service-certificates/${number}/seal`, decision);
const keep = async (caller: TestClient, uploadId: string) =>
  caller.put('/service-certificates/issuer/seal', { uploadId });
const printed = async (caller: TestClient, number: string) => {
  const path = `/service-certificates/mine/${number}/file?site=https://kaifong.example`;
  return Buffer.from((await caller.get(path)).body.pdf, 'base64').toString('latin1');
};

describe('the seal of a certificate', () => {
  it('is asked for once, given by the district, and stands on the paper from then on', async () => {
    const { caller, number } = await aServiceCertificate(district);
    const issuer = await ofTheDistrict(district);
    expect((await ask(caller, number)).body.seal).toMatchObject({ state: 'asked' });
    expect((await ask(caller, number)).body.code).toBe('serviceCertificate.alreadyAsked');
    const waiting = async () => (await issuer.get('/service-certificates/seal-requests')).body.items;
    expect(await waiting()).toContainEqual(expect.objectContaining({ number, maskedName: '陈*明', minutes: 90 }));
    expect((await decide(issuer, number, { decision: 'seal' })).body.code).toBe('serviceCertificate.noSeal');
    expect((await keep(issuer, await uploadedSeal(issuer))).status).toBe(200);
    expect(await printed(caller, number)).not.toContain('/Subtype /Image');

    expect((await decide(issuer, number, { decision: 'seal' })).body.seal).toMatchObject({ state: 'sealed' });
    expect(await printed(caller, number)).toContain('/Subtype /Image');
    expect((await waiting()).map((each: { number: string }) => each.number)).not.toContain(number);
    expect((await decide(issuer, number, { decision: 'seal' })).body.code).toBe('serviceCertificate.notAsked');
    await district.settle();
    const { items } = (await caller.get('/notifications')).body;
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'certificateSealed', body: expect.stringContaining(number) }),
    );
  });

  it('is declined with a reason that its person reads, and may be asked for again', async () => {
    const { caller, number } = await aServiceCertificate(district);
    const issuer = await ofTheDistrict(district);
    await ask(caller, number);
    expect((await decide(issuer, number, { decision: 'decline', reason: '短' })).status).toBe(400);
    await decide(issuer, number, { decision: 'decline', reason: '请先更正姓名再申请' });
    const [own] = (await caller.get('/service-certificates/mine')).body.items;
    expect(own).toMatchObject({ state: 'valid', seal: { state: 'declined', reason: '请先更正姓名再申请' } });
    expect((await ask(caller, number)).status).toBe(201);
  });

  it('is not given for hours that were taken back since, and what stands of them is said', async () => {
    const { caller, number, shiftId, volunteerId } = await aServiceCertificate(district);
    const issuer = await ofTheDistrict(district);
    await keep(issuer, await uploadedSeal(issuer));
    await ask(caller, number);
    const reversal = `/shifts/${shiftId}/attendance/${volunteerId}/reversal`;
    await issuer.post(reversal, { reason: '查实没有到场服务' });
    const refused = await decide(issuer, number, { decision: 'seal' });
    expect([refused.status, refused.body.code]).toEqual([409, 'serviceCertificate.corrected']);
    expect(refused.body.detail).toContain('这些天现在一共 0 分钟');
    const declined = await decide(issuer, number, { decision: 'decline', reason: '记录更正过，请重新开具' });
    expect(declined.body.seal).toMatchObject({ state: 'declined' });
  });

  it('is waited for no more once the certificate is revoked', async () => {
    const { caller, number } = await aServiceCertificate(district);
    const issuer = await ofTheDistrict(district);
    await ask(caller, number);
    await issuer.post(`/service-certificates/${number}/revocation`, { reason: '记录有误，已经撤销' });
    const { items } = (await issuer.get('/service-certificates/seal-requests')).body;
    expect(items.map((each: { number: string }) => each.number)).not.toContain(number);
    expect((await decide(issuer, number, { decision: 'seal' })).body.code).toBe('serviceCertificate.notAsked');
    expect((await ask(caller, number)).body.code).toBe('serviceCertificate.notValid');
  });

  it('is a picture of a size that can be printed, in words of three languages', async () => {
    const issuer = await ofTheDistrict(district);
    const pdf = (await upload(issuer, { name: '印章.pdf', bytes: aPdf })).body.uploadId;
    expect((await keep(issuer, pdf)).body).toMatchObject({ status: 400, detail: expect.stringContaining('2000') });
    const head = pngChunk('IHDR', Buffer.from('00000bb8000000010800000000', 'hex'));
    const small = aPng();
    const wide = Buffer.concat([small.subarray(0, 8), head, small.subarray(8 + head.length)]);
    expect((await keep(issuer, await uploadedSeal(issuer, wide))).body.code).toBe('serviceCertificate.sealNotAPicture');
  });
});
