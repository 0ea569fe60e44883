import { serviceCertificateErrors as errors } from '@kaifong/shared/attendance/service-certificates/errors.ts';
import { certificateSealDecided } from '@kaifong/shared/attendance/service-certificates/events.ts';
import type {
  SealDecision,
  SealRequest,
  ServiceCertificate,
} from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import type { KeptFile } from '../../people/index.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { AttendanceDeps } from '../deps.ts';
import { ownRecordsOf } from '../own-records.ts';
import type { certificateService } from './certificate.service.ts';
import { asRecordsStand } from './served.ts';
import {
  SealImageItem,
  SealRequestItem,
  ServiceCertificateItem,
  writesOfAnswered,
} from './service-certificate.table.ts';

/** The most pixels of a seal, each way. */
const mostPixels = 2_000;

type Certificates = Pick<ReturnType<typeof certificateService>, 'find'>;

/** The seal of the issuer: certificates get it when their person asks and a coordinator of the district agrees. */
export function sealService({ table, identity, keptFiles }: AttendanceDeps, { find }: Certificates) {
  const mustBeOfDistrict = ({ actor }: Request) =>
    actor.mustReach('serviceCertificate.manage', { scope: district.scope });

  /** A PNG is unpacked when it is printed, so that it must not be huge; a JPEG goes into the file as it is. */
  async function isPicture(file: KeptFile): Promise<boolean> {
    if (file.type !== 'image/png') return file.type === 'image/jpeg';
    const { content } = await keptFiles.piece(file, 0);
    const head = Buffer.from(content.slice(0, 48), 'base64');
    return head.readUInt32BE(16) <= mostPixels && head.readUInt32BE(20) <= mostPixels;
  }

  return {
    /**
     * Keeps the picture of the seal; what was sealed before keeps the picture of its day.
     *
     * @throws AppError platform.notAllowed, platform.notFound, certificate.incomplete, serviceCertificate.sealNotAPicture
     */
    async upload(command: Command, uploadId: string): Promise<{ since: Instant }> {
      mustBeOfDistrict(command);
      const { now } = command;
      const before = await table.get(SealImageItem, {});
      const { file, taken } = await keptFiles.keep(command, uploadId);
      if (!(await isPicture(file))) {
        await keptFiles.drop(file);
        throw new AppError(errors.sealNotAPicture, { most: mostPixels });
      }
      const next = { file, since: now, version: (before?.version ?? 0) + 1 };
      const answer = { since: now };
      const outcome = await commit(
        command,
        table,
        {
          image: table.put(SealImageItem, next, before ? { is: { version: before.version } } : { absent: true }),
          taken,
          audit: identity.audit.line(command, 'serviceCertificate.sealUploaded', district.scope),
        },
        { answer },
      );
      mustCommit(outcome, {});
      await keptFiles.dropUpload(uploadId, file.size);
      return answer;
    },

    /** Since when there is a seal, if there is one. @throws AppError platform.notAllowed */
    async since(request: Request): Promise<{ since?: Instant }> {
      mustBeOfDistrict(request);
      const found = await table.get(SealImageItem, {});
      return found ? { since: found.since } : {};
    },

    /**
     * A person asks for the seal on a certificate of hers, once; after it was declined she may ask again.
     *
     * @throws AppError platform.notFound for one of somebody else; of serviceCertificate: notValid, alreadyAsked
     */
    async ask(command: Command, number: string): Promise<ServiceCertificate> {
      const { actor, now } = command;
      const before = await find(number);
      if (!actor.isVolunteer(before.volunteerId)) throw new AppError(platformErrors.notFound);
      if (before.state !== 'valid') throw new AppError(errors.notValid);
      if (before.seal && before.seal.state !== 'declined') throw new AppError(errors.alreadyAsked);
      const { volunteerId, id, version } = before;
      const after: ServiceCertificateItem = { ...before, seal: { state: 'asked', at: now }, version: version + 1 };
      const request = table.put(SealRequestItem, { number, volunteerId, id, askedAt: now }, { absent: true });
      const certificate = table.put(ServiceCertificateItem, after, { is: { version } });
      const outcome = await commit(command, table, { certificate, request }, { answer: after });
      mustCommit(outcome, { certificate: () => new AppError(errors.alreadyAsked) });
      return after;
    },

    /** The certificates that wait for the seal, the longest first. @throws AppError platform.notAllowed */
    async waiting(request: Request, page: PageQuery): Promise<Page<SealRequest>> {
      mustBeOfDistrict(request);
      const listed = await table.query(SealRequestItem, 'SEAL_REQUESTS', page);
      if (listed.items.length === 0) return { items: [] };
      const found = await table.getAll(ServiceCertificateItem, listed.items);
      const items = listed.items.flatMap(({ askedAt }, at) => {
        const certificate = found[at];
        return certificate ? [{ ...certificate, askedAt }] : [];
      });
      return { ...listed, items };
    },

    /**
     * Seals a certificate, or declines with a reason; never one's own.
     *
     * @throws AppError platform.notAllowed, platform.notFound; of serviceCertificate: ownCertificate, notAsked, noSeal, corrected
     */
    async decide(command: Command, number: string, decision: SealDecision): Promise<ServiceCertificate> {
      mustBeOfDistrict(command);
      const { actor, now } = command;
      const [before, image] = await Promise.all([find(number), table.get(SealImageItem, {})]);
      const { volunteerId, id, version } = before;
      if ((await ownRecordsOf(table, actor)).includes(volunteerId)) throw new AppError(errors.ownCertificate);
      if (before.seal?.state !== 'asked' || before.state !== 'valid') throw new AppError(errors.notAsked);
      const ids = `${volunteerId} ${id} ${district.scope}`;
      const isSealed = decision.decision === 'seal';
      if (isSealed && !image) throw new AppError(errors.noSeal);
      const [shown] = await asRecordsStand(table, volunteerId, [before]);
      const minutes = shown?.standingMinutes;
      if (isSealed && minutes !== undefined) throw new AppError(errors.corrected, { minutes });
      const state = isSealed ? 'sealed' : 'declined';
      const after: ServiceCertificateItem = {
        ...before,
        seal: { state, at: now, ...(!isSealed && { reason: decision.reason }) },
        ...(isSealed && image && { sealFile: image.file }),
        version: version + 1,
      };
      const audit = isSealed
        ? { audit: identity.audit.line(command, 'serviceCertificate.seal', ids) }
        : await identity.audit.withReason(command, 'serviceCertificate.declineSeal', ids, decision.reason);
      const outcome = await commit(
        command,
        table,
        {
          certificate: table.put(ServiceCertificateItem, after, { is: { version } }),
          ...writesOfAnswered(table, before),
          ...audit,
        },
        { answer: after, events: [certificateSealDecided.make(now, { volunteerId, number, state })] },
      );
      mustCommit(outcome, { certificate: () => new AppError(errors.notAsked) });
      return after;
    },
  };
}
