import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { epochSeconds, hour, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { certificateErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import {
  mostBytes,
  mostMegabytes,
  mostUploadsAnHour,
  pieceBytes,
  piecesOf,
} from '@kaifong/shared/people/certificates/certificate-limits.ts';
import type { NewUpload } from '@kaifong/shared/people/certificates/certificate-schema.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { certificateOf, fileKey, sealedAt, UploadItem, UploadsBegun, uploadsKeptFor } from './certificate.table.ts';
import type { CertificateDeps } from './certificates.ts';

/** Minutes until the next hour begins, when uploads are counted anew. */
const minutesLeftIn = (now: Instant) => 60 - Number(now.slice(14, 16));

/** The most that one tick lets go. */
const mostPerTick = 50;

/** Files on their way: they come in pieces, since a gateway lets only so much through at once. */
export function uploadService({ table, sealer, files }: Pick<CertificateDeps, 'table' | 'sealer' | 'files'>) {
  /** @throws AppError platform.notFound for one that is not there, is somebody else's, or is about to be let go */
  async function mustFind({ actor, now }: Request, uploadId: string): Promise<UploadItem> {
    const upload = await table.get(UploadItem, { uploadId });
    const isOver = upload !== undefined && now > shiftBy(upload.at, uploadsKeptFor - hour);
    if (upload?.accountId !== actor.accountId || isOver) throw new AppError(platformErrors.notFound);
    return upload;
  }

  async function dropPieces({ uploadId, size }: Pick<UploadItem, 'uploadId' | 'size'>): Promise<void> {
    for (let piece = 0; piece < piecesOf(size); piece += 1) await files.remove(fileKey.upload(uploadId, piece));
  }

  function oneMore(accountId: string, now: Instant): Write {
    const hour = now.slice(0, 13);
    return table.adjust(
      UploadsBegun,
      { accountId, hour },
      { add: { count: 1 }, set: { accountId, hour, purgeAt: epochSeconds(now) + 7200 } },
      { below: { count: mostUploadsAnHour } },
    );
  }

  return {
    /** Makes room for a file. @throws AppError certificate.tooLarge, certificate.empty, certificate.tooManyUploads */
    async begin(command: Command, { fileName, size }: NewUpload) {
      if (size > mostBytes) throw new AppError(certificateErrors.tooLarge, { limit: mostMegabytes });
      if (size === 0) throw new AppError(certificateErrors.empty);
      const { actor, now } = command;
      const { accountId } = actor;
      const uploadId = newId('upload', Date.parse(now));
      const fileNameSealed = await sealer.seal(fileName, sealedAt.uploadName(uploadId));
      const upload = { uploadId, accountId, fileNameSealed, size, at: now };
      const answer = { uploadId, pieces: piecesOf(size) };
      const writes = { upload: table.put(UploadItem, upload, { absent: true }), count: oneMore(accountId, now) };
      mustCommit(await commit(command, table, writes, { answer }), {
        count: () =>
          new AppError(certificateErrors.tooManyUploads, { limit: mostUploadsAnHour, minutes: minutesLeftIn(now) }),
      });
      return answer;
    },

    /**
     * Keeps a piece. Sending it again puts the same in its place, so that no receipt is needed.
     *
     * @throws AppError platform.notFound, certificate.pieceWrong for one of another length than its place in the file has
     */
    async keepPiece(command: Command, { uploadId, piece }: { uploadId: string; piece: number }, content: string) {
      const { size } = await mustFind(command, uploadId);
      const bytes = Buffer.from(content, 'base64');
      const expected = Math.min(pieceBytes, size - piece * pieceBytes);
      if (bytes.length !== expected) throw new AppError(certificateErrors.pieceWrong);
      await files.put(fileKey.upload(uploadId, piece), bytes);
      return { uploadId, pieces: piecesOf(size) };
    },

    /** The whole of an uploaded file, and what it was called. @throws AppError platform.notFound, certificate.incomplete */
    async collect(request: Request, uploadId: string): Promise<{ upload: UploadItem; name: string; bytes: Buffer }> {
      const upload = await mustFind(request, uploadId);
      const numbers = Array.from({ length: piecesOf(upload.size) }, (_, piece) => piece);
      const pieces = await Promise.all(numbers.map((piece) => files.get(fileKey.upload(uploadId, piece))));
      const bytes = Buffer.concat(pieces.filter((piece) => piece !== undefined));
      if (bytes.length !== upload.size) throw new AppError(certificateErrors.incomplete);
      return { upload, name: await sealer.open(upload.fileNameSealed, sealedAt.uploadName(uploadId)), bytes };
    },

    /** Takes the pieces of an upload away that has become a certificate. What is left behind here goes with the next day's. */
    dropPieces,

    /** Lets go of uploads that nobody came back to. */
    async onTick(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const { items } = await table.query(UploadItem, 'UPLOADS', due);
      for (const upload of items) {
        await dropPieces(upload);
        // Handing it in may have failed half way; what it proves would have taken the upload's item with it.
        for (let piece = 0; piece < piecesOf(upload.size); piece += 1) {
          await files.remove(fileKey.evidence(upload.uploadId, piece));
          await files.remove(fileKey.certificate(certificateOf(upload.uploadId), piece));
        }
        await transact(table.client, { upload: table.remove(UploadItem, upload) });
      }
    },
  };
}
