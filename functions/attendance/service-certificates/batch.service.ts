import {
  type BatchOutcome,
  type BatchPerson,
  type CertificateBatch,
  mostPerBatch,
  type NewCertificateBatch,
} from '@kaifong/shared/attendance/service-certificates/batch.ts';
import { serviceCertificateErrors as errors } from '@kaifong/shared/attendance/service-certificates/errors.ts';
import { certificateBatchCalled, certificateIssued } from '@kaifong/shared/attendance/service-certificates/events.ts';
import { decideSpan } from '@kaifong/shared/attendance/service-certificates/rules.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { kindOf, lineageOf } from '@kaifong/shared/organisation/scope.ts';
import { maskName } from '@kaifong/shared/people/mask.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import { inParallel } from '../../platform/in-parallel.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { within } from '../../platform/within.ts';
import type { AttendanceDeps } from '../deps.ts';
import type { certificateService } from './certificate.service.ts';
import { BatchItem, BatchListing, BatchPersonItem, writesOfNew } from './service-certificate.table.ts';

/** How long one step works before it leaves the rest to the next, in milliseconds. */
const stepTime = 10_000;
/** People of one page, and certificates drawn up at once. */
const perPage = 25;
const atOnce = 5;

type Certificates = Pick<ReturnType<typeof certificateService>, 'drawUp'>;
type Person = Readonly<{ volunteerId: string; volunteerNumber: string; name: string }>;

/** Certificates for everybody of a place who served in some days: issued step by step, behind the scenes. */
export function batchService({ table, people, identity }: AttendanceDeps, { drawUp }: Certificates) {
  async function mustFind({ actor }: Request, batchId: string): Promise<BatchItem> {
    const found = await table.get(BatchItem, { batchId });
    if (!found) throw new AppError(platformErrors.notFound);
    actor.mustReach('serviceCertificate.manage', { scope: found.place });
    return found;
  }

  /** How many people there are, as far as it matters. */
  async function peopleIn(place: string): Promise<number> {
    let total = 0;
    let cursor: string | undefined;
    do {
      const page = await people.serving.page(place, { limit: 100, cursor });
      total += page.items.length;
      cursor = page.cursor;
    } while (cursor && total <= mostPerBatch);
    return total;
  }

  /** Issues a certificate for one person, unless that was done; what came of it. */
  async function issueFor(batch: BatchItem, person: Person, now: Instant): Promise<BatchOutcome> {
    const { batchId, from, until } = batch;
    const key = { batchId, volunteerNumber: person.volunteerNumber };
    const before = await table.get(BatchPersonItem, key);
    if (before) return before.outcome;
    const drawn = await drawUp({ now }, person.volunteerId, batch).catch(whyNot);
    const outcome = typeof drawn === 'string' ? drawn : 'issued';
    const { volunteerId } = person;
    const row = { ...key, volunteerId, name: maskName(person.name), outcome } as const;
    const writes = () => {
      if (typeof drawn === 'string') return { person: table.put(BatchPersonItem, row, { absent: true }) };
      const { number } = drawn;
      const issued = certificateIssued.make(now, { volunteerId, number, from, until });
      return {
        person: table.put(BatchPersonItem, { ...row, number }, { absent: true }),
        ...writesOfNew(table, drawn),
        event: table.put(EventItem, issued, { absent: true }),
      };
    };
    const { committed } = await transact(table.client, writes());
    if (committed) return outcome;
    const meanwhile = await table.get(BatchPersonItem, key);
    if (!meanwhile) throw new AppError(platformErrors.busy);
    return meanwhile.outcome;
  }

  /** Does one page of people and writes down how far the batch is. @returns the batch as it stands then */
  async function pageOf(batch: BatchItem, now: Instant): Promise<BatchItem> {
    const page = await people.serving.page(batch.place, { limit: perPage, cursor: batch.cursor });
    const counts = { issued: batch.issued, nothingServed: batch.nothingServed, noDocument: batch.noDocument };
    await inParallel(eachOf(page.items), atOnce, async (person) => {
      counts[await issueFor(batch, person, now)] += 1;
    });
    const { cursor: _, ...rest } = batch;
    const after: BatchItem = {
      ...{ ...rest, ...counts, version: batch.version + 1 },
      ...(page.cursor ? { cursor: page.cursor } : { state: 'done', finishedAt: now }),
    };
    const isMine = { is: { version: batch.version } };
    const { committed } = await transact(table.client, { batch: table.put(BatchItem, after, isMine) });
    return committed ? after : ((await table.get(BatchItem, batch)) ?? after);
  }

  return {
    /**
     * Asks for certificates for all of a place.
     *
     * @throws AppError platform.notAllowed, place.unknown; of serviceCertificate: notAPlaceOfPeople, backwards, notOverYet
     */
    async begin(command: Command, sent: NewCertificateBatch): Promise<CertificateBatch> {
      const { actor, now } = command;
      actor.mustReach('serviceCertificate.manage', { scope: sent.place });
      if (!['street', 'community'].includes(kindOf(sent.place))) throw new AppError(errors.notAPlaceOfPeople);
      const decision = decideSpan(sent, dayOf(now));
      if (decision !== 'allowed') throw new AppError(errors[decision]);
      const batchId = newId('certificateBatch', Date.parse(now));
      const none = { issued: 0, nothingServed: 0, noDocument: 0 };
      const batch: CertificateBatch = { batchId, ...sent, state: 'working', ...none, startedAt: now };
      const listings = lineageOf(sent.place).map((listedAt) => [
        `listed at ${listedAt}`,
        table.put(BatchListing, { listedAt, batchId, startedAt: now }),
      ]);
      const outcome = await commit(
        command,
        table,
        {
          batch: table.put(BatchItem, { ...batch, requestedBy: actor.accountId, version: 1 }, { absent: true }),
          ...Object.fromEntries(listings),
          audit: identity.audit.line(command, 'serviceCertificate.batch', `${batchId} ${sent.place}`),
        },
        { answer: batch, events: [certificateBatchCalled.make(now, { batchId })] },
      );
      mustCommit(outcome, {});
      return batch;
    },

    /** One step of a batch that was called; a call that comes twice issues nothing twice. */
    async takeStep(batchId: string, now: Instant): Promise<void> {
      let batch = await table.get(BatchItem, { batchId });
      if (batch?.state !== 'working') return;
      if (batch.total === undefined) {
        const total = await peopleIn(batch.place);
        const counted: BatchItem = { ...batch, version: batch.version + 1 };
        const after: BatchItem =
          total > mostPerBatch ? { ...counted, state: 'tooMany', finishedAt: now } : { ...counted, total };
        const isMine = { is: { version: batch.version } };
        const { committed } = await transact(table.client, { batch: table.put(BatchItem, after, isMine) });
        if (!committed) return;
        batch = after;
      }
      const mayGoOn = within(stepTime);
      while (batch.state === 'working' && mayGoOn()) batch = await pageOf(batch, now);
      if (batch.state !== 'working') return;
      const again = certificateBatchCalled.make(now, { batchId });
      await transact(table.client, { call: table.put(EventItem, again, { absent: true }) });
    },

    /** How a batch stands. @throws AppError platform.notFound, platform.notAllowed */
    read: async (request: Request, batchId: string): Promise<CertificateBatch> => mustFind(request, batchId),

    /** What came of each person, by volunteer number. @throws AppError platform.notFound, platform.notAllowed */
    async people(
      request: Request,
      { batchId, ...page }: PageQuery & Readonly<{ batchId: string }>,
    ): Promise<Page<BatchPerson>> {
      await mustFind(request, batchId);
      return table.query(BatchPersonItem, `BATCH#${batchId}`, { range: { beginsWith: 'PERSON#' }, ...page });
    },

    /** The batches of a place and all below it, the newest first. @throws AppError platform.notAllowed */
    async list(
      { actor }: Request,
      { place, ...page }: PageQuery & Readonly<{ place: string }>,
    ): Promise<Page<CertificateBatch>> {
      actor.mustReach('serviceCertificate.manage', { scope: place });
      const listed = await table.query(BatchListing, `BATCHES#${place}`, { ...page, newestFirst: true });
      if (listed.items.length === 0) return { items: [] };
      const found = await table.getAll(BatchItem, listed.items);
      return { ...listed, items: found.filter((batch) => batch !== undefined) };
    },
  };
}

/** Why there is no certificate for somebody. */
function whyNot(error: unknown): Exclude<BatchOutcome, 'issued'> {
  const code = error instanceof AppError ? error.code : undefined;
  if (code === errors.nothingServed.code) return 'nothingServed';
  if (code === errors.noDocument.code) return 'noDocument';
  throw error;
}

async function* eachOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
