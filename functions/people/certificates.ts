import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { FileStore } from '../platform/file-store.ts';
import { certificateService } from './certificate.service.ts';
import { certificateDueService } from './certificate-due.service.ts';
import type { PeopleDeps } from './deps.ts';
import { evidenceFileService } from './evidence-file.service.ts';
import { qualificationService } from './qualification.service.ts';
import { trainingService } from './training.service.ts';
import { uploadService } from './upload.service.ts';

/** `files` keeps what it is given under seal. */
export type CertificateDeps = PeopleDeps & Readonly<{ files: FileStore }>;

/** What proves the skills of volunteers: certificates, trainings, and how long they hold. */
export type Certificates = ReturnType<typeof createCertificates>;

export function createCertificates(deps: CertificateDeps) {
  const qualifications = qualificationService(deps);
  const uploads = uploadService(deps);
  const evidenceFiles = evidenceFileService(deps);
  const { onTick } = certificateDueService(deps, evidenceFiles);
  return {
    qualifications,
    uploads,
    certificates: certificateService(deps, qualifications, uploads),
    evidenceFiles,
    trainings: trainingService(deps, qualifications),
    /** What the clock must do: reminders, expiry, files to be let go. */
    async onTick(now: Instant): Promise<void> {
      await onTick(now);
      await uploads.onTick(now);
    },
  };
}
