import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { district as theDistrict } from '@kaifong/shared/organisation/streets.ts';
import { aPng, upload } from '../../test/a-certificate.ts';
import { aCoordinator, anAttendance } from '../../test/an-attendance.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';
import type { TestClient } from '../../test/test-client.ts';

const unknown = 'LW2026-00000-00000';
const reason = '名字登记错了，重新出具';

/** A certificate of a confirmed service of today. */
export async function aServiceCertificate(district: TestDistrict) {
  const attendance = await anAttendance(district, 'confirmed');
  const span = { from: dayOf(attendance.startsAt), until: dayOf(district.clock.now) };
  const { status, body } = await attendance.caller.post('/service-certificates/mine', span);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { ...attendance, number: body.number as string, span };
}

export const ofTheDistrict = (district: TestDistrict) =>
  district.person({ role: 'coordinator', scope: theDistrict.scope });

/** A picture of a seal, uploaded. */
export async function uploadedSeal(caller: TestClient, bytes = aPng()): Promise<string> {
  const { body } = await upload(caller, { name: '印章.png', bytes });
  return body.uploadId;
}

async function ofCoordinator(district: TestDistrict, rest: string) {
  const { number } = await aServiceCertificate(district);
  return {
    caller: await aCoordinator(district),
    path: `/service-certificates/${number}/${rest}`,
    body: { reason },
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    unknownPath: `/service-certificates/${unknown}/${rest}`,
  };
}

export const serviceCertificateSamples: Samples = {
  issueServiceCertificate: async (district) => {
    const { caller, span: body } = await aServiceCertificate(district);
    return { caller, path: '/service-certificates/mine', body };
  },
  listOwnServiceCertificates: async (district) => ({
    caller: (await aServiceCertificate(district)).caller,
    path: '/service-certificates/mine',
  }),
  printServiceCertificate: async (district) => {
    const { caller, number } = await aServiceCertificate(district);
    const file = 'file?site=https://kaifong.example';
    return {
      caller,
      path: `/service-certificates/mine/${number}/${file}`,
      unknownPath: `/service-certificates/mine/${unknown}/${file}`,
    };
  },
  listServiceCertificates: async (district) => {
    const { volunteerId } = await aServiceCertificate(district);
    return {
      caller: await aCoordinator(district),
      path: `/service-certificates/of-volunteer?volunteerId=${volunteerId}`,
      outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
      unknownPath: '/service-certificates/of-volunteer?volunteerId=vol_00000000000000000000',
    };
  },
  revokeServiceCertificate: (district) => ofCoordinator(district, 'revocation'),
  replaceServiceCertificate: (district) => ofCoordinator(district, 'replacement'),
  readCertificateIssuer: async (district) => ({ caller: district.stranger(), path: '/service-certificates/issuer' }),
  nameCertificateIssuer: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: '440103' }),
    path: '/service-certificates/issuer',
    body: { name: '荔湾区志愿者联合会', responsible: '陈明', handler: '李华', contact: '020-81812345' },
    outsider: await district.person({ role: 'coordinator', scope: home.street }),
  }),
  uploadCertificateSeal: async (district) => {
    const caller = await ofTheDistrict(district);
    return {
      caller,
      path: '/service-certificates/issuer/seal',
      body: { uploadId: await uploadedSeal(caller) },
      outsider: await aCoordinator(district),
    };
  },
  readCertificateSeal: async (district) => ({
    caller: await ofTheDistrict(district),
    path: '/service-certificates/issuer/seal',
    outsider: await aCoordinator(district),
  }),
  askForCertificateSeal: async (district) => {
    const { caller, number } = await aServiceCertificate(district);
    const path = (of: string) => `/service-certificates/mine/${of}/seal-request`;
    return { caller, path: path(number), body: {}, unknownPath: path(unknown) };
  },
  listCertificateSealRequests: async (district) => ({
    caller: await ofTheDistrict(district),
    path: '/service-certificates/seal-requests',
    outsider: await aCoordinator(district),
  }),
  decideCertificateSeal: async (district) => {
    const { caller, number } = await aServiceCertificate(district);
    await caller.post(`/service-certificates/mine/${number}/seal-request`, {});
    return {
      caller: await ofTheDistrict(district),
      path: `/service-certificates/${number}/seal`,
      body: { decision: 'decline', reason },
      outsider: await aCoordinator(district),
      unknownPath: `/service-certificates/${unknown}/seal`,
    };
  },
  checkServiceCertificate: async (district) => ({
    caller: district.stranger(),
    path: `/service-certificates/checks/${(await aServiceCertificate(district)).number}`,
    unknownPath: `/service-certificates/checks/${unknown}`,
  }),
};
