import type { WholeCertificate } from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { piecesOf } from '@kaifong/shared/people/certificates/certificate-limits.ts';
import { DocumentKind } from '@kaifong/shared/people/schema.ts';
import * as z from 'zod';
import type { Request } from '../../platform/request.ts';
import type { AttendanceDeps } from '../deps.ts';
import { type certificateService, placeOf } from './certificate.service.ts';
import { certificatePdf } from './pdf.ts';
import type { ServiceCertificateItem } from './service-certificate.table.ts';
import { printed } from './words.ts';

const Person = z.object({ name: z.string(), documentKind: DocumentKind, documentNumber: z.string() });

type Certificates = Pick<ReturnType<typeof certificateService>, 'find' | 'mustManage'>;
type Wish = Readonly<{ language: Language; site: string }>;

/** Certificates as files to print. */
export function printService(
  { sealer, readFont, keptFiles }: Pick<AttendanceDeps, 'sealer' | 'readFont' | 'keptFiles'>,
  certificates: Certificates,
) {
  /** The picture of the seal, of a certificate that has one. */
  async function sealOf({ sealFile }: ServiceCertificateItem): Promise<Buffer | undefined> {
    if (!sealFile) return undefined;
    const numbers = Array.from({ length: piecesOf(sealFile.size) }, (_, piece) => piece);
    const pieces = await Promise.all(numbers.map((piece) => keptFiles.piece(sealFile, piece)));
    return Buffer.concat(pieces.map(({ content }) => Buffer.from(content, 'base64')));
  }

  async function print(certificate: ServiceCertificateItem, { language, site }: Wish) {
    const person = Person.parse(JSON.parse(await sealer.open(certificate.personSealed, placeOf(certificate.id))));
    const whole: WholeCertificate = { ...certificate, ...person };
    const checkAt = `${new URL(site).origin}/hours/certificates/${certificate.number}`;
    const [font, seal] = await Promise.all([readFont(), sealOf(certificate)]);
    const pdf = await certificatePdf(whole, { language, font, checkAt, seal });
    return { name: `${printed.title[language]} ${certificate.number}.pdf`, pdf: pdf.toString('base64') };
  }

  return {
    /** An own certificate. One of somebody else is as one that is not there. @throws AppError platform.notFound */
    async own({ actor }: Request, number: string, wish: Wish) {
      const certificate = await certificates.find(number);
      if (!actor.isVolunteer(certificate.volunteerId)) throw new AppError(platformErrors.notFound);
      return print(certificate, wish);
    },
  };
}
