import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { minute } from '@kaifong/shared/kernel/time.ts';
import { certificateErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import { piecesOf } from '@kaifong/shared/people/certificates/certificate-limits.ts';
import type { OpenedFile } from '@kaifong/shared/people/certificates/certificate-schema.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { auditedAs, CertificateItem, fileKey, sealedAt } from './certificate.table.ts';
import type { CertificateDeps } from './certificates.ts';

/** How long a ticket lets its holder fetch the pieces of a file. */
const ticketTime = 5 * minute;

type Ids = Readonly<{ volunteerId: string; certificateId: string }>;

/** The files of certificates: opening one is in the audit before anything of it is told. */
export function evidenceFileService({ table, sealer, files, identity }: CertificateDeps) {
  async function mustFind(ids: Ids) {
    const certificate = await table.get(CertificateItem, ids);
    if (!certificate) throw new AppError(platformErrors.notFound);
    return certificate;
  }

  function mustHaveFile({ file }: CertificateItem) {
    if (!file) throw new AppError(certificateErrors.fileGone);
    return file;
  }

  /** Says that this account may fetch this file until then; nobody but us can make one. */
  async function ticketOf(certificateId: string, accountId: string, until: number): Promise<string> {
    return `${until}.${await sealer.blindIndex('certificateTicket', `${certificateId}/${accountId}/${until}`)}`;
  }

  async function open(command: Command, certificate: CertificateItem): Promise<OpenedFile> {
    const { certificateId } = certificate;
    const { nameSealed, type, size } = mustHaveFile(certificate);
    const outcome = await transact(table.client, {
      audit: identity.audit.line(command, 'certificate.openFile', auditedAs(certificate)),
    });
    // Refused means that the same command is in the audit already: it was sent twice.
    if (!outcome.committed && !outcome.refused.has('audit')) throw new AppError(platformErrors.busy);
    const until = Date.parse(command.now) + ticketTime;
    const [name, ticket] = await Promise.all([
      sealer.open(nameSealed, sealedAt.fileName(certificateId)),
      ticketOf(certificateId, command.actor.accountId, until),
    ]);
    return { name, type, size, pieces: piecesOf(size), ticket };
  }

  return {
    /** @throws AppError platform.notFound, certificate.fileGone */
    async openOwn(command: Command, certificateId: string): Promise<OpenedFile> {
      return open(command, await mustFind({ volunteerId: command.actor.volunteerId, certificateId }));
    },

    /** For the coordinators of the branch. @throws AppError platform.notFound, platform.notAllowed, certificate.fileGone */
    async open(command: Command, ids: Ids): Promise<OpenedFile> {
      const certificate = await mustFind(ids);
      command.actor.mustReach('certificate.verify', { scope: certificate.community });
      return open(command, certificate);
    },

    /** A piece of a file that was opened. @throws AppError platform.notFound, certificate.fileGone, certificate.ticketOver */
    async piece({ actor, now }: Request, { piece, ...ids }: Ids & Readonly<{ piece: number }>, ticket: string) {
      const certificate = await mustFind(ids);
      const until = Number(ticket.split('.')[0]);
      const isHers = ticket === (await ticketOf(ids.certificateId, actor.accountId, until));
      if (!isHers || until < Date.parse(now)) throw new AppError(certificateErrors.ticketOver);
      mustHaveFile(certificate);
      const bytes = await files.get(fileKey.certificate(ids.certificateId, piece));
      if (!bytes) throw new AppError(platformErrors.notFound);
      return { content: bytes.toString('base64') };
    },

    /** Lets go of a file whose time is over; the record of the certificate stays. */
    async drop(certificate: CertificateItem): Promise<void> {
      const { file, due: _, version, certificateId, ...rest } = certificate;
      for (let piece = 0; piece < piecesOf(file?.size ?? 0); piece += 1) {
        await files.remove(fileKey.certificate(certificateId, piece));
      }
      const bare = { ...rest, certificateId, version: version + 1 };
      await transact(table.client, { certificate: table.put(CertificateItem, bare, { is: { version } }) });
    },
  };
}
