import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { deferred } from '../../platform/deferred.ts';
import type { FileStore } from '../../platform/file-store.ts';
import type { PeopleDeps } from '../deps.ts';

/** `files` keeps what it is given under seal. */
export type CertificateDeps = PeopleDeps & Readonly<{ files: FileStore }>;

/** What proves the skills of volunteers: certificates, trainings, and how long they hold. */
export type Certificates = ReturnType<typeof createCertificates>;

export function createCertificates(deps: CertificateDeps) {
  const qualifications = deferred(async () => (await import('./qualification.service.ts')).qualificationService(deps));
  const uploads = deferred(async () => (await import('./upload.service.ts')).uploadService(deps));
  const evidenceFiles = deferred(async () => (await import('./evidence-file.service.ts')).evidenceFileService(deps));
  const due = deferred(async () =>
    (await import('./certificate-due.service.ts')).certificateDueService(deps, evidenceFiles),
  );
  return {
    qualifications,
    uploads,
    certificates: deferred(async () =>
      (await import('./certificate.service.ts')).certificateService(deps, qualifications, uploads),
    ),
    evidenceFiles,
    /** What other contexts keep as evidence. */
    keptFiles: deferred(async () => (await import('./kept-file.service.ts')).keptFileService(deps, uploads)),
    trainings: deferred(async () => (await import('./training.service.ts')).trainingService(deps, qualifications)),
    /** What the clock must do: reminders, expiry, files to be let go. */
    async onTick(now: Instant): Promise<void> {
      await due.onTick(now);
      await uploads.onTick(now);
    },
  };
}
