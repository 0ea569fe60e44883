import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import { certificateErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import { mostWaiting, pieceBytes, piecesOf } from '@kaifong/shared/people/certificates/certificate-limits.ts';
import type {
  CertificateDecision,
  CertificateMoved,
  CertificateView,
  NewCertificate,
  WaitingCertificate,
} from '@kaifong/shared/people/certificates/certificate-schema.ts';
import { earlierDay, lastDayOf } from '@kaifong/shared/people/certificates/expiry.ts';
import type { Qualification } from '@kaifong/shared/people/certificates/qualifications.ts';
import { safeFileName } from '@kaifong/shared/people/file-name.ts';
import type { Actor } from '../../platform/actor.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { Volunteer } from '../people.table.ts';
import { auditedAs, CertificateItem, certificateOf, fileKey, sealedAt, UploadItem } from './certificate.table.ts';
import { plainFile } from './certificate-file.ts';
import { prepareCertificateMove } from './certificate-move.ts';
import type { CertificateDeps } from './certificates.ts';
import type { qualificationService } from './qualification.service.ts';
import type { uploadService } from './upload.service.ts';

/** Certificates: handed in by volunteers, checked by a second person, taken back. */
export function certificateService(
  deps: CertificateDeps,
  qualifications: Pick<ReturnType<typeof qualificationService>, 'mustBeOffered'>,
  uploads: Pick<ReturnType<typeof uploadService>, 'collect' | 'dropPieces'>,
) {
  const { table, sealer, files, identity } = deps;

  async function mustFind(volunteerId: string, certificateId: string): Promise<CertificateItem> {
    const certificate = await table.get(CertificateItem, { volunteerId, certificateId });
    if (!certificate) throw new AppError(platformErrors.notFound);
    return certificate;
  }

  async function viewOf(certificate: CertificateItem): Promise<CertificateView> {
    const { certificateId, file, reasonSealed, ...rest } = certificate;
    const [name, reason] = await Promise.all([
      file && sealer.open(file.nameSealed, sealedAt.fileName(certificateId)),
      reasonSealed && sealer.open(reasonSealed, sealedAt.reason(certificateId)),
    ]);
    return {
      ...rest,
      certificateId,
      ...(reason && { reason }),
      ...(file && name && { file: { name, type: file.type, size: file.size } }),
    };
  }

  async function ofVolunteer(volunteerId: string, page: PageQuery): Promise<Page<CertificateItem>> {
    const range = { beginsWith: 'CERTIFICATE#' };
    return table.query(CertificateItem, `VOLUNTEER#${volunteerId}`, { range, ...page, newestFirst: true });
  }

  /** @throws AppError certificate.alreadyWaiting, certificate.tooMany */
  async function mustHaveRoom(volunteerId: string, kind: string): Promise<void> {
    const { items } = await ofVolunteer(volunteerId, { limit: 100 });
    const waiting = items.filter(({ state }) => state === 'submitted');
    if (waiting.some((certificate) => certificate.kind === kind)) {
      throw new AppError(certificateErrors.alreadyWaiting);
    }
    if (waiting.length >= mostWaiting) throw new AppError(certificateErrors.tooMany, { limit: mostWaiting });
  }

  /** Carries a move out; again when the certificate or the volunteer was moved in between. */
  function carryOut(
    command: Command,
    ids: Readonly<{ volunteerId: string; certificateId: string }>,
    move: 'verify' | 'refuse' | 'withdraw',
    options: Readonly<{ reason?: string; mayBe?: (certificate: CertificateItem) => void }>,
  ): Promise<CertificateMoved> {
    return untilSettled(async () => {
      const certificate = await mustFind(ids.volunteerId, ids.certificateId);
      options.mayBe?.(certificate);
      const { certificateId } = certificate;
      const changes = {
        ...(move !== 'withdraw' && { decidedBy: command.actor.accountId }),
        ...(options.reason && { reasonSealed: await sealer.seal(options.reason, sealedAt.reason(certificateId)) }),
      };
      const { moved, writes, events } = await prepareCertificateMove(table, certificate, move, command.now, changes);
      const answer = { certificateId, state: moved.state };
      const audit = identity.audit.line(command, `certificate.${move}`, auditedAs(moved));
      const outcome = await commit(command, table, { ...writes, audit }, { answer, events });
      return outcome.committed ? answer : undefined;
    });
  }

  return {
    /**
     * Hands an uploaded file in as a certificate of the person who asks. What the file is, its content says.
     *
     * @throws AppError certificate.unknownKind, certificate.expired, certificate.alreadyWaiting, certificate.tooMany, platform.notFound for
     *   an upload that is not there, and the refusals of `plainFile`
     */
    async submit(command: Command, sent: NewCertificate): Promise<CertificateMoved> {
      const { actor, now } = command;
      const { volunteerId } = actor;
      const kind = await qualifications.mustBeOffered(sent.kind, 'certificate');
      const dates = datesOf(sent, kind);
      mustBeCurrent(dates, dayOf(now));
      await mustHaveRoom(volunteerId, kind.code);
      const volunteer = await table.get(Volunteer, { id: volunteerId });
      if (!volunteer) throw new AppError(platformErrors.notFound);
      const { upload, name, bytes } = await uploads.collect(command, sent.uploadId);
      const { type, content } = plainFile(bytes);

      const certificateId = certificateOf(upload.uploadId);
      for (let piece = 0; piece < piecesOf(content.length); piece += 1) {
        const part = content.subarray(piece * pieceBytes, (piece + 1) * pieceBytes);
        await files.put(fileKey.certificate(certificateId, piece), part);
      }
      const nameSealed = await sealer.seal(safeFileName(name, type), sealedAt.fileName(certificateId));
      const certificate: CertificateItem = {
        certificateId,
        volunteerId,
        accountId: volunteer.accountId,
        community: volunteer.community,
        kind: kind.code,
        kindName: kind.name,
        opens: kind.opens,
        proof: kind.proof,
        state: 'submitted',
        ...dates,
        uploadedBy: actor.accountId,
        file: { nameSealed, type, size: content.length },
        submittedAt: now,
        version: 1,
      };
      const answer = { certificateId, state: certificate.state };
      const outcome = await commit(
        command,
        table,
        {
          certificate: table.put(CertificateItem, certificate, { absent: true }),
          upload: table.remove(UploadItem, upload, { present: true }),
          audit: identity.audit.line(command, 'certificate.submit', auditedAs(certificate)),
        },
        { answer },
      );
      mustCommit(outcome, {
        certificate: () => new AppError(certificateErrors.alreadyWaiting),
        upload: () => new AppError(certificateErrors.alreadyWaiting),
      });
      await uploads.dropPieces(upload);
      return answer;
    },

    /** The certificates of the person who asks, the newest first. */
    async listOwn({ actor }: Request, query: PageQuery): Promise<Page<CertificateView>> {
      const page = await ofVolunteer(actor.volunteerId, query);
      return { ...page, items: await Promise.all(page.items.map(viewOf)) };
    },

    /** Those of a volunteer, for the coordinators of her branch. @throws AppError platform.notFound, platform.notAllowed */
    async listOf({ actor }: Request, volunteerId: string, query: PageQuery): Promise<Page<CertificateView>> {
      const volunteer = await table.get(Volunteer, { id: volunteerId });
      if (!volunteer) throw new AppError(platformErrors.notFound);
      actor.mustReach('certificate.verify', { scope: volunteer.community });
      const page = await ofVolunteer(volunteerId, query);
      return { ...page, items: await Promise.all(page.items.map(viewOf)) };
    },

    /** Those of a place that wait to be checked, by community and then the longest first. @throws AppError platform.notAllowed */
    async waiting(
      { actor }: Request,
      { place, ...page }: PageQuery & Readonly<{ place: string }>,
    ): Promise<Page<WaitingCertificate>> {
      actor.mustReach('certificate.verify', { scope: place });
      const beginsWith = kindOf(place) === 'community' ? `${place}#` : `${place}/`;
      const found = await table.query(CertificateItem, 'CERTIFICATES#submitted', {
        index: 'byPlaceAndState',
        range: { beginsWith },
        ...page,
      });
      const people = await table.getAll(
        Volunteer,
        found.items.map(({ volunteerId }) => ({ id: volunteerId })),
      );
      const items = found.items.map(async (certificate, index) => {
        const volunteer = people[index];
        if (!volunteer) throw new Error(`${certificate.certificateId} is of nobody`);
        const { volunteerId, community } = certificate;
        const { name, number } = volunteer;
        const isOwn = isOf(actor, certificate);
        return { ...(await viewOf(certificate)), volunteerId, name, number, community, isOwn };
      });
      return { ...found, items: await Promise.all(items) };
    },

    /**
     * Accepts a certificate as true, or refuses it for a reason that the volunteer reads. A second person decides: never whose it is, never
     * who uploaded it.
     *
     * @throws AppError platform.notFound, platform.notAllowed, certificate.own, certificate.cannotMove, certificate.expired
     */
    decide(
      command: Command,
      ids: Readonly<{ volunteerId: string; certificateId: string }>,
      sent: CertificateDecision,
    ): Promise<CertificateMoved> {
      const mayBe = (certificate: CertificateItem) => {
        command.actor.mustReach('certificate.verify', { scope: certificate.community });
        if (isOf(command.actor, certificate)) throw new AppError(certificateErrors.own);
      };
      const reason = sent.decision === 'refuse' ? { reason: sent.reason } : {};
      return carryOut(command, ids, sent.decision, { mayBe, ...reason });
    },

    /** Lets go of everything of one person, files first: a second run finds none left. */
    async eraseAll(volunteerId: string): Promise<void> {
      for (;;) {
        const { items } = await ofVolunteer(volunteerId, { limit: 50 });
        if (items.length === 0) return;
        for (const certificate of items) {
          for (let piece = 0; piece < piecesOf(certificate.file?.size ?? 0); piece += 1) {
            await files.remove(fileKey.certificate(certificate.certificateId, piece));
          }
          await transact(table.client, { certificate: table.remove(CertificateItem, certificate) });
        }
      }
    },

    /** Takes back one's own; what it opened is closed. @throws AppError platform.notFound, certificate.cannotMove */
    withdraw(command: Command, certificateId: string): Promise<CertificateMoved> {
      return carryOut(command, { volunteerId: command.actor.volunteerId, certificateId }, 'withdraw', {});
    },
  };
}

function isOf(actor: Actor, { volunteerId, uploadedBy }: CertificateItem): boolean {
  return actor.isVolunteer(volunteerId) || actor.accountId === uploadedBy;
}

/** When it was issued and its last day: the one printed on it, or the one that its kind gives it, whichever is earlier. */
function datesOf({ issuedOn, expiresOn }: NewCertificate, { validMonths }: Qualification) {
  const byKind = validMonths === undefined ? undefined : lastDayOf(issuedOn, validMonths);
  const last = earlierDay(expiresOn, byKind);
  return { issuedOn, ...(last !== undefined && { expiresOn: last }) };
}

/** @throws AppError platform.invalidInput for one issued in the future, certificate.expired */
function mustBeCurrent({ issuedOn, expiresOn }: ReturnType<typeof datesOf>, today: string): void {
  if (issuedOn > today) {
    throw new AppError(platformErrors.invalidInput, {}, [{ path: 'issuedOn', code: 'certificate.inFuture' }]);
  }
  if (expiresOn !== undefined && expiresOn < today) throw new AppError(certificateErrors.expired, { day: expiresOn });
}
