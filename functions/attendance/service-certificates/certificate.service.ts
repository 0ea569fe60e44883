import { serviceCertificateErrors as errors } from '@kaifong/shared/attendance/service-certificates/errors.ts';
import { newCertificateNumber } from '@kaifong/shared/attendance/service-certificates/number.ts';
import { decideSpan, mostPerDay, servedIn } from '@kaifong/shared/attendance/service-certificates/rules.ts';
import type {
  CertificateCheck,
  CertificateSpan,
  ServiceCertificate,
} from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { maskName } from '@kaifong/shared/people/mask.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { AttendanceDeps } from '../deps.ts';
import type { issuerService } from './issuer.service.ts';
import { asRecordsStand, recordsOfPerson } from './served.ts';
import { NumberItem, ServiceCertificateItem, writesOfAnswered, writesOfNew } from './service-certificate.table.ts';

/** Record certificates (志愿服务记录证明): issued free by the volunteer herself, revoked and issued anew by a coordinator. */
export function certificateService(
  { table, sealer, people, identity }: AttendanceDeps,
  issuers: Pick<ReturnType<typeof issuerService>, 'read'>,
) {
  async function find(number: string): Promise<ServiceCertificateItem> {
    const owner = await table.get(NumberItem, { number });
    const found = owner && (await table.get(ServiceCertificateItem, owner));
    if (!found) throw new AppError(platformErrors.notFound);
    return found;
  }

  /** The certificate, once it is clear that the actor may act for the branch of its person. @throws AppError platform.notFound, platform.notAllowed */
  async function mustManage({ actor }: Request, number: string): Promise<ServiceCertificateItem & { scope: string }> {
    const found = await find(number);
    const volunteer = await people.findVolunteer(found.volunteerId);
    if (!volunteer) throw new AppError(platformErrors.notFound);
    actor.mustReach('serviceCertificate.manage', { scope: volunteer.scope });
    return { ...found, scope: volunteer.scope };
  }

  /** A page of somebody's, each with what stands of it. */
  async function pageOf(volunteerId: string, page: PageQuery): Promise<Page<ServiceCertificate>> {
    const found = await listOf(volunteerId, page);
    return { ...found, items: await asRecordsStand(table, volunteerId, found.items) };
  }

  async function listOf(volunteerId: string, { limit, cursor }: PageQuery): Promise<Page<ServiceCertificateItem>> {
    const range = { beginsWith: 'CERTIFICATE#' };
    return table.query(ServiceCertificateItem, `VOLUNTEER#${volunteerId}`, { range, limit, cursor, newestFirst: true });
  }

  /** A certificate as it would be issued now. @throws AppError serviceCertificate.nothingServed, serviceCertificate.noDocument */
  async function drawUp(
    { now }: Pick<Request, 'now'>,
    volunteerId: string,
    span: CertificateSpan,
    replaces?: string,
  ): Promise<ServiceCertificateItem> {
    const [person, issuer, { records, head }] = await Promise.all([
      people.identified(volunteerId),
      issuers.read(),
      recordsOfPerson(table, volunteerId),
    ]);
    if (!person) throw new AppError(errors.noDocument);
    const { minutes, content } = servedIn(records, span);
    if (minutes < 1) throw new AppError(errors.nothingServed);
    const id = newId('serviceCertificate', Date.parse(now));
    const { name, volunteerNumber, documentKind, documentNumber } = person;
    return {
      ...{ id, volunteerId, volunteerNumber, minutes, content, issuer, head, version: 1, state: 'valid' },
      ...{ from: span.from, until: span.until, issuedAt: now },
      number: newCertificateNumber(dayOf(now).slice(0, 4)),
      maskedName: maskName(name),
      personSealed: await sealer.seal(JSON.stringify({ name, documentKind, documentNumber }), placeOf(id)),
      ...(replaces && { replaces }),
    };
  }

  const audited = (
    command: Command,
    deed: 'serviceCertificate.revoke' | 'serviceCertificate.replace',
    { volunteerId, id, scope }: Pick<ServiceCertificateItem, 'volunteerId' | 'id'> & { scope: string },
    reason: string,
  ) => identity.audit.withReason(command, deed, `${volunteerId} ${id} ${scope}`, reason);

  return {
    find,
    mustManage,
    drawUp,

    /**
     * Issues a certificate of what the person who asks served in a span of days.
     *
     * @throws AppError of serviceCertificate: backwards, notOverYet, nothingServed, noDocument, tooManyToday
     */
    async issue(command: Command, span: CertificateSpan): Promise<ServiceCertificate> {
      const { actor, now } = command;
      const decision = decideSpan(span, dayOf(now));
      if (decision !== 'allowed') throw new AppError(errors[decision]);
      const last = await listOf(actor.volunteerId, { limit: mostPerDay });
      const today = last.items.filter(({ issuedAt }) => dayOf(issuedAt) === dayOf(now));
      if (today.length >= mostPerDay) throw new AppError(errors.tooManyToday, { most: mostPerDay });
      const certificate = await drawUp(command, actor.volunteerId, span);
      mustCommit(await commit(command, table, writesOfNew(table, certificate), { answer: certificate }), {});
      return certificate;
    },

    /** Those of the person who asks, newest first. */
    own: ({ actor }: Request, page: PageQuery): Promise<Page<ServiceCertificate>> => pageOf(actor.volunteerId, page),

    /** Those of a volunteer, for her coordinators. @throws AppError platform.notFound, platform.notAllowed */
    async ofVolunteer(
      { actor }: Request,
      { volunteerId, ...page }: PageQuery & { volunteerId: string },
    ): Promise<Page<ServiceCertificate>> {
      const volunteer = await people.findVolunteer(volunteerId);
      if (!volunteer) throw new AppError(platformErrors.notFound);
      actor.mustReach('serviceCertificate.manage', { scope: volunteer.scope });
      return pageOf(volunteerId, page);
    },

    /** What everybody may ask of a number, with what stands of it by now. @throws AppError platform.notFound */
    async check(number: string): Promise<CertificateCheck> {
      const found = await find(number);
      const [certificate = found] = await asRecordsStand(table, found.volunteerId, [found]);
      return { ...certificate, issuerName: certificate.issuer.name };
    },

    /** Takes a certificate back, with a reason that its person reads. @throws AppError platform.notFound, serviceCertificate.notValid */
    async revoke(command: Command, number: string, reason: string): Promise<ServiceCertificate> {
      const { scope, ...before } = await mustManage(command, number);
      if (before.state !== 'valid') throw new AppError(errors.notValid);
      const after = { ...before, state: 'revoked' as const, reason, version: before.version + 1 };
      const outcome = await commit(
        command,
        table,
        {
          certificate: table.put(ServiceCertificateItem, after, { is: { version: before.version } }),
          ...writesOfAnswered(table, before),
          ...(await audited(command, 'serviceCertificate.revoke', { ...before, scope }, reason)),
        },
        { answer: after },
      );
      mustCommit(outcome, { certificate: () => new AppError(errors.notValid) });
      return after;
    },

    /**
     * Issues a certificate anew for the same days, as the records stand now; the old one names the new one and is of no more use.
     *
     * @throws AppError platform.notFound; of serviceCertificate: notValid, nothingServed, noDocument
     */
    async replace(command: Command, number: string, reason: string): Promise<ServiceCertificate> {
      const { scope, ...before } = await mustManage(command, number);
      if (before.state === 'replaced') throw new AppError(errors.notValid);
      const next = await drawUp(command, before.volunteerId, before, before.number);
      const after = {
        ...before,
        ...{ state: 'replaced' as const, reason, replacedBy: next.number, version: before.version + 1 },
      };
      const outcome = await commit(
        command,
        table,
        {
          old: table.put(ServiceCertificateItem, after, { is: { version: before.version } }),
          ...writesOfNew(table, next),
          ...writesOfAnswered(table, before),
          ...(await audited(command, 'serviceCertificate.replace', { ...before, scope }, reason)),
        },
        { answer: next },
      );
      mustCommit(outcome, { old: () => new AppError(errors.notValid) });
      return next;
    },
  };
}

/** Where what identifies the person of a certificate is sealed for. */
export const placeOf = (id: string) => `serviceCertificate/${id}/person`;
