import { aList } from '../../test/a-list.ts';
import { carryOut, uploadList } from '../../test/an-import.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Sample, Samples } from '../../test/sample.ts';

/** Requests of imports, for the refusal suite. */
export const importSamples: Samples = {
  beginVolunteerImport: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    path: '/volunteer-imports',
    body: { place: home.street, fileName: '名单.csv', size: 10, digest: 'a'.repeat(43) },
  }),
  listVolunteerImports: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    path: `/volunteer-imports?place=${home.street}`,
  }),
  uploadImportPiece: async (district) => ({
    ...(await anUpload(district, '/pieces/0')),
    body: { content: Buffer.from('姓名').toString('base64') },
  }),
  startVolunteerImport: async (district) => ({ ...(await anUpload(district, '/start')), body: { aim: 'enter' } }),
  readVolunteerImport: (district) => anImport(district, ''),
  listImportFaults: (district) => anImport(district, '/faults'),
  exportVolunteers: async (district) => ({
    caller: await district.person({ role: 'coordinator', scope: home.street }),
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    path: `/volunteer-exports?place=${home.street}`,
  }),
  readBadRows: (district) => anImport(district, '/bad-rows'),
};

async function anUpload(district: TestDistrict, part: string): Promise<Sample> {
  const caller = await district.person({ role: 'coordinator', scope: home.street });
  const importId = await uploadList(caller, aList([{}, { 手机号码: '110' }]), { place: home.street });
  return {
    caller,
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
    path: `/volunteer-imports/${importId}${part}`,
    unknownPath: `/volunteer-imports/imp_00000000000000000000${part}`,
  };
}

async function anImport(district: TestDistrict, part: string): Promise<Sample> {
  const sample = await anUpload(district, part);
  await carryOut(district, sample.caller, sample.path.split('/')[2] ?? '');
  return sample;
}
