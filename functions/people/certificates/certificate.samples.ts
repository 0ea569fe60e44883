import { aCertificate, anOutsider, aPdf, upload } from '../../test/a-certificate.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Sample, Samples } from '../../test/sample.ts';

const nothing = 'crt_00000000000000000000';
const nobody = 'vol_00000000000000000000';

const newKind = {
  name: { 'zh-Hans': '无人机驾驶证', 'zh-Hant': '無人機駕駛證', en: 'Drone pilot' },
  proof: 'certificate',
  opens: ['photography'],
  validMonths: 24,
};

/** Requests of certificates and trainings, for the refusal suite. */
export const certificateSamples: Samples = {
  listQualifications: async (district) => ({ caller: await district.person(), path: '/qualifications' }),
  addQualification: async (district) => ({ ...(await ofDistrict(district)), path: '/qualifications', body: newKind }),
  retireQualification: async (district) => ({
    ...(await ofDistrict(district)),
    path: '/qualifications/teacher/retirement',
    unknownPath: '/qualifications/noSuchKind/retirement',
  }),
  beginUpload: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: '/uploads',
    body: { fileName: '证书.pdf', size: 100 },
  }),
  uploadPiece: async (district) => {
    const { caller } = await aVolunteer(district);
    const begun = await caller.post('/uploads', { fileName: '证书.pdf', size: aPdf.length });
    return {
      caller,
      path: `/uploads/${begun.body.uploadId}/pieces/0`,
      unknownPath: '/uploads/upl_00000000000000000000/pieces/0',
      body: { content: aPdf.toString('base64') },
    };
  },
  submitCertificate: async (district) => {
    const { caller } = await aVolunteer(district);
    const begun = await upload(caller, { name: '证书.pdf', bytes: aPdf });
    const body = { uploadId: begun.body.uploadId, kind: 'firstAid', issuedOn: '2026-01-15' };
    return { caller, path: '/volunteers/me/certificates', body };
  },
  listOwnCertificates: async (district) => ({
    caller: (await aCertificate(district)).caller,
    path: '/volunteers/me/certificates',
  }),
  withdrawCertificate: (district) => ofOwn(district, 'withdrawal'),
  openOwnCertificate: (district) => ofOwn(district, 'opening'),
  listWaitingCertificates: async (district) => ({
    caller: (await aCertificate(district)).coordinator,
    outsider: await anOutsider(district),
    path: `/certificates/waiting?place=${home.street}`,
  }),
  listCertificates: async (district) => {
    const { coordinator, volunteerId } = await aCertificate(district);
    return {
      caller: coordinator,
      outsider: await anOutsider(district),
      path: `/volunteers/${volunteerId}/certificates`,
      unknownPath: `/volunteers/${nobody}/certificates`,
    };
  },
  decideOnCertificate: async (district) => ({
    ...(await ofBranch(district, 'decision')),
    body: { decision: 'refuse', reason: '看不清编号' },
  }),
  openCertificate: (district) => ofBranch(district, 'opening'),
  readCertificatePiece: async (district) => {
    const { coordinator, path, volunteerId } = await aCertificate(district);
    const { ticket } = (await coordinator.post(`${path}/opening`)).body;
    return {
      caller: coordinator,
      path: `${path}/pieces/0?ticket=${ticket}`,
      unknownPath: `/volunteers/${volunteerId}/certificates/${nothing}/pieces/0?ticket=${ticket}`,
    };
  },
  recordTraining: async (district) => {
    const { caller } = await aVolunteer(district);
    const { number } = (await caller.get('/volunteers/me')).body;
    return {
      ...(await ofStreet(district)),
      path: '/trainings',
      body: {
        scope: home.street,
        kind: 'firstAidCourse',
        heldOn: '2026-11-20',
        minutes: 240,
        heldBy: '区红十字会',
        present: [number],
      },
    };
  },
  listTrainings: async (district) => ({ ...(await ofStreet(district)), path: `/trainings?place=${home.street}` }),
};

async function ofDistrict(district: TestDistrict) {
  return {
    caller: await district.person({ role: 'coordinator', scope: '440103' }),
    outsider: await district.person({ role: 'coordinator', scope: home.street }),
  };
}

async function ofStreet(district: TestDistrict) {
  return {
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
  };
}

async function ofOwn(district: TestDistrict, part: string): Promise<Sample> {
  const { caller, certificateId } = await aCertificate(district);
  return {
    caller,
    path: `/volunteers/me/certificates/${certificateId}/${part}`,
    unknownPath: `/volunteers/me/certificates/${nothing}/${part}`,
  };
}

async function ofBranch(district: TestDistrict, part: string): Promise<Sample> {
  const { coordinator, path, volunteerId } = await aCertificate(district);
  return {
    caller: coordinator,
    outsider: await anOutsider(district),
    path: `${path}/${part}`,
    unknownPath: `/volunteers/${volunteerId}/certificates/${nothing}/${part}`,
  };
}
