import { createHash } from 'node:crypto';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { pieceBytes, piecesOf } from '@kaifong/shared/people/certificates/certificate-limits.ts';
import { type FileType, safeFileName } from '@kaifong/shared/people/file-name.ts';
import type { Request } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import { fileKey, sealedAt, UploadItem } from './certificate.table.ts';
import { plainFile } from './certificate-file.ts';
import type { CertificateDeps } from './certificates.ts';
import type { uploadService } from './upload.service.ts';

/** A file that proves something, as the item which it belongs to remembers it. */
export type KeptFile = Readonly<{
  uploadId: string;
  nameSealed: string;
  type: FileType;
  size: number;
  /** Of its content: the same file that is handed in again is known by it. */
  digest?: string | undefined;
}>;

/** Files that other contexts keep as evidence: taken from uploads, made plain, and handed out piece by piece. */
export function keptFileService(
  { table, sealer, files }: CertificateDeps,
  uploads: Pick<ReturnType<typeof uploadService>, 'collect' | 'dropPieces'>,
) {
  return {
    /**
     * Keeps what was uploaded. `taken` belongs into the transaction of what it proves, so that one upload proves one thing; what is abandoned
     * before that goes with the uploads of the day.
     *
     * @throws AppError platform.notFound, certificate.incomplete, and those of `plainFile`
     */
    async keep(request: Request, uploadId: string): Promise<{ file: KeptFile; taken: Write }> {
      const { upload, name, bytes } = await uploads.collect(request, uploadId);
      const { type, content } = plainFile(bytes);
      for (let piece = 0; piece < piecesOf(content.length); piece += 1) {
        const part = content.subarray(piece * pieceBytes, (piece + 1) * pieceBytes);
        await files.put(fileKey.evidence(uploadId, piece), part);
      }
      const nameSealed = await sealer.seal(safeFileName(name, type), sealedAt.evidenceName(uploadId));
      const digest = createHash('sha256').update(content).digest('base64url');
      const file = { uploadId, nameSealed, type, size: content.length, digest };
      return { file, taken: table.remove(UploadItem, upload, { present: true }) };
    },

    /** Lets go of the pieces that came, once the file is kept. */
    dropUpload: (uploadId: string, size: number): Promise<void> => uploads.dropPieces({ uploadId, size }),

    /** What a kept file was called. */
    nameOf: ({ uploadId, nameSealed }: KeptFile): Promise<string> =>
      sealer.open(nameSealed, sealedAt.evidenceName(uploadId)),

    /** A piece of it, base64. @throws AppError platform.notFound */
    async piece({ uploadId }: KeptFile, piece: number): Promise<{ content: string }> {
      const bytes = await files.get(fileKey.evidence(uploadId, piece));
      if (!bytes) throw new AppError(platformErrors.notFound);
      return { content: bytes.toString('base64') };
    },

    /** Lets go of it. */
    async drop({ uploadId, size }: KeptFile): Promise<void> {
      for (let piece = 0; piece < piecesOf(size); piece += 1) await files.remove(fileKey.evidence(uploadId, piece));
    },
  };
}
