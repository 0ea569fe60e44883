import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, hour, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { lastDayOf } from '@kaifong/shared/people/certificates/expiry.ts';
import { startingQualifications } from '@kaifong/shared/people/certificates/qualifications.ts';
import type { FileStore } from '../../platform/file-store.ts';
import type { Sealer } from '../../platform/sealing.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { CertificateItem, fileKey, sealedAt } from './certificate.table.ts';
import type { KeptFile } from './kept-file.service.ts';

/** Of each certificate of the demo: its kind, what its file is called, and days since it was issued and hours since it was handed in. */
const handedIn = [
  ['lifeguard', '救生员证.pdf', 120, 50],
  ['socialWorker', '社工证.pdf', 800, 30],
  ['counsellor3', '心理咨询师证书.pdf', 2_000, 5],
  ['childProtection', '无犯罪记录证明.pdf', 20, 2],
] as const;

/** Certificates of made-up people that wait to be checked, with files that say that they are none. `files` is already under seal. */
export async function* waitingCertificates(
  { table, sealer, files }: Readonly<{ table: Table; sealer: Sealer; files: FileStore }>,
  people: readonly Readonly<{ volunteerId: string; accountId: string; community: string }>[],
  now: Instant,
): AsyncGenerator<Write> {
  for (const [index, [code, fileName, issuedDaysAgo, hoursAgo]] of handedIn.entries()) {
    const person = people[index];
    const kind = startingQualifications.find((kind) => kind.code === code);
    if (!person || !kind) continue;
    const submittedAt = shiftBy(now, -hoursAgo * hour);
    const certificateId = newId('certificate', Date.parse(submittedAt));
    const issuedOn = dayOf(shiftBy(now, -issuedDaysAgo * day));
    await files.put(fileKey.certificate(certificateId, 0), demoPdf);
    yield table.put(CertificateItem, {
      ...{ certificateId, volunteerId: person.volunteerId, accountId: person.accountId, community: person.community },
      ...{ kind: kind.code, kindName: kind.name, opens: kind.opens, proof: kind.proof },
      state: 'submitted',
      issuedOn,
      ...(kind.validMonths !== undefined && { expiresOn: lastDayOf(issuedOn, kind.validMonths) }),
      uploadedBy: person.accountId,
      file: {
        nameSealed: await sealer.seal(fileName, sealedAt.fileName(certificateId)),
        type: 'application/pdf',
        size: demoPdf.length,
      },
      submittedAt,
      version: 1,
    });
  }
}

/** A file that is to prove something, kept as if somebody had uploaded it; it says that it proves nothing. `files` is already under seal. */
export async function evidenceInDemo(
  { sealer, files }: Readonly<{ sealer: Sealer; files: FileStore }>,
  { uploadId, name }: Readonly<{ uploadId: string; name: string }>,
): Promise<KeptFile> {
  await files.put(fileKey.evidence(uploadId, 0), demoPdf);
  const nameSealed = await sealer.seal(name, sealedAt.evidenceName(uploadId));
  return { uploadId, nameSealed, type: 'application/pdf', size: demoPdf.length };
}

const words = 'BT /F 24 Tf 40 120 Td (DEMO - not a certificate) Tj ET';

const demoPdf = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 240]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
    `4 0 obj<</Length ${words.length}>>stream\n${words}\nendstream endobj`,
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF\n',
  ].join('\n'),
  'latin1',
);
