import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { aCoordinator, anAttendance } from '../../test/an-attendance.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

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
  checkServiceCertificate: async (district) => ({
    caller: district.stranger(),
    path: `/service-certificates/checks/${(await aServiceCertificate(district)).number}`,
    unknownPath: `/service-certificates/checks/${unknown}`,
  }),
};
