import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { lineageOf } from '@kaifong/shared/organisation/scope.ts';
import { importErrors } from '@kaifong/shared/people/importing/import-errors.ts';
import { importCalled } from '@kaifong/shared/people/importing/import-events.ts';
import {
  type ImportAim,
  type ImportReport,
  mostBytes,
  mostMegabytes,
  mostRows,
  type NewImport,
  pieceBytes,
} from '@kaifong/shared/people/importing/import-schema.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { within } from '../../platform/within.ts';
import type { PeopleDeps } from '../deps.ts';
import {
  badRowsKeptFor,
  ImportListing,
  ImportPiece,
  importIdOf,
  ListBeingEntered,
  piecePlace,
  VolunteerImportItem,
} from './import.table.ts';
import type { Bytes } from './import-file.ts';
import { isAtIt, refusalOf, reportOf } from './import-report.ts';
import { runImport, type Tell } from './import-run.ts';

/**
 * How long one step of an import works before it leaves the rest to the next, in milliseconds: others wait behind it. It counts from the
 * first part that is to be done, so that a step gets on however long it takes to come there.
 */
const stepTime = 12_000;

/** Lists of volunteers that organisations registered on paper: they are uploaded, checked, and entered step by step. */
export function importService(deps: PeopleDeps) {
  const { table, organisation, identity, sealer } = deps;

  async function mustFind({ actor }: Pick<Request, 'actor'>, importId: string): Promise<VolunteerImportItem> {
    const found = await table.get(VolunteerImportItem, { importId });
    if (!found) throw new AppError(platformErrors.notFound);
    actor.mustReach('volunteer.import', { scope: found.place });
    return found;
  }

  /** The items of a new import, and where it is listed. */
  function writesOf(item: VolunteerImportItem): Record<string, Write> {
    const { importId, startedAt } = item;
    const listings = lineageOf(item.place).map((listedAt) => [
      `listed at ${listedAt}`,
      table.put(ImportListing, { listedAt, importId, startedAt }),
    ]);
    return { ...Object.fromEntries(listings), import: table.put(VolunteerImportItem, item, { absent: true }) };
  }

  /** The uploaded file. @throws AppError import.incomplete for one of which a piece never came */
  function piecesOf({ importId, size }: VolunteerImportItem): Bytes {
    return async function* () {
      for (let piece = 0; piece < Math.ceil(size / pieceBytes); piece += 1) {
        const found = await table.get(ImportPiece, { importId, piece });
        if (!found) throw new AppError(importErrors.incomplete);
        yield Buffer.from(await sealer.open(found.contentSealed, piecePlace(importId, piece)), 'base64');
      }
    };
  }

  async function dropPieces({ importId, size }: VolunteerImportItem): Promise<void> {
    for (let piece = 0; piece < Math.ceil(size / pieceBytes); piece += 1) {
      await transact(table.client, { piece: table.remove(ImportPiece, { importId, piece }) });
    }
  }

  /** By which import a file is being entered, or was last. @throws AppError import.underWay while another one is at it */
  async function mustNotBeUnderWay(item: VolunteerImportItem): Promise<ListBeingEntered | undefined> {
    const holder = await table.get(ListBeingEntered, item);
    if (!holder || holder.importId === item.importId) return holder;
    const other = await table.get(VolunteerImportItem, { importId: holder.importId });
    if (other && isAtIt(other)) throw new AppError(importErrors.underWay);
    return holder;
  }

  /** The write that keeps one file from being entered by two imports at once. @throws AppError import.underWay */
  async function claimOf(item: VolunteerImportItem): Promise<Write> {
    const { importId, place, digest } = item;
    const claim = { place, digest, importId };
    const holder = await mustNotBeUnderWay(item);
    if (!holder) return table.put(ListBeingEntered, claim, { absent: true });
    return table.put(ListBeingEntered, claim, { is: { importId: holder.importId } });
  }

  return {
    /**
     * Makes room for a list; its bytes follow in pieces.
     *
     * @throws AppError platform.notAllowed, place.unknown, import.tooLarge, import.empty, import.underWay
     */
    async begin(command: Command, sent: NewImport): Promise<{ importId: string }> {
      const { actor, now, idempotencyKey } = command;
      actor.mustReach('volunteer.import', { scope: sent.place });
      await organisation.mustFindPlace(sent.place);
      if (sent.size > mostBytes) throw new AppError(importErrors.tooLarge, { limit: mostMegabytes });
      if (sent.size === 0) throw new AppError(importErrors.empty);
      const item = freshImport(sent, { by: actor.accountId, key: idempotencyKey, now });
      await mustNotBeUnderWay(item);
      const answer = { importId: item.importId };
      const audit = identity.accounts.audit(command, 'volunteer.import', `${item.importId} ${item.place}`);
      mustCommit(await commit(command, table, { ...writesOf(item), audit }, { answer }), {});
      return answer;
    },

    /** Keeps a piece of the file, under seal. @throws AppError platform.notFound, platform.notAllowed, import.begun */
    async keepPiece(command: Command, { importId, piece }: { importId: string; piece: number }, content: string) {
      await mustFind(command, importId);
      const contentSealed = await sealer.seal(content, piecePlace(importId, piece));
      const answer = { importId };
      const outcome = await commit(
        command,
        table,
        {
          open: table.check(VolunteerImportItem, { importId }, { is: { state: 'uploading' } }),
          piece: table.put(ImportPiece, { importId, piece, contentSealed, at: command.now }),
        },
        { answer },
      );
      mustCommit(outcome, { open: () => new AppError(importErrors.begun) });
      return answer;
    },

    /**
     * Has a list checked, or entered: also one that was checked, and one that stopped half way.
     *
     * @throws AppError platform.notFound, platform.notAllowed, import.begun, import.underWay, import.fileGone
     */
    async start(command: Command, importId: string, aim: ImportAim): Promise<{ importId: string }> {
      const found = await mustFind(command, importId);
      const { now } = command;
      const call = importCalled.make(now, { importId });
      const answer = { importId };
      const goesOn = isAtIt(found) && found.aim === aim;
      const mayStart = found.state === 'uploading' || (found.state === 'checked' && aim === 'enter');
      if (!goesOn && !mayStart) throw new AppError(importErrors.begun);
      if (!goesOn && now >= shiftBy(found.startedAt, badRowsKeptFor)) throw new AppError(importErrors.fileGone);
      const fresh = { aim, state: 'reading' as const, done: 0, movedAt: now };
      const outcome = await commit(
        command,
        table,
        {
          import: table.adjust(
            VolunteerImportItem,
            { importId },
            { set: goesOn ? { movedAt: now } : fresh },
            { is: { state: found.state, aim: found.aim } },
          ),
          claim: aim === 'enter' ? await claimOf(found) : undefined,
          audit: identity.accounts.audit(command, `volunteer.import.${aim}`, `${importId} ${found.place}`),
        },
        { answer, events: [call] },
      );
      mustCommit(outcome, {
        import: () => new AppError(platformErrors.busy),
        claim: () => new AppError(importErrors.underWay),
      });
      return answer;
    },

    /**
     * One step of an import that was called: it works for a while, and calls itself again when something is left. A call
     * that comes twice changes nothing.
     */
    async takeStep(importId: string): Promise<void> {
      const found = await table.get(VolunteerImportItem, { importId });
      if (!found || !isAtIt(found)) return;
      const end = await runImport(deps, found, { bytes: piecesOf(found), mostRows, mayGoOn: within(stepTime) }).catch(
        async (error) => {
          // The same step, called twice, may have come to the end and dropped the file meanwhile.
          const now = await table.get(VolunteerImportItem, { importId });
          if (now && isAtIt(now)) throw error;
          return 'over' as const;
        },
      );
      if (end === 'over') {
        const now = await table.get(VolunteerImportItem, { importId });
        if (now && now.state !== 'checked') await dropPieces(now);
        return;
      }
      const again = importCalled.make(deps.now(), { importId });
      await transact(table.client, { call: table.put(EventItem, again, { absent: true }) });
    },

    /**
     * The same for the operator's command line, which has the file at hand. The same `key` goes on where it stopped.
     *
     * @throws AppError place.unknown
     */
    async runForOperator(order: OperatorsImport, bytes: Bytes, tell?: Tell): Promise<VolunteerImportItem> {
      await organisation.mustFindPlace(order.place);
      const sent = { ...order, digest: order.key };
      const fresh: VolunteerImportItem = { ...freshImport(sent, { ...order, now: deps.now() }), state: 'reading' };
      const { importId } = fresh;
      const who = { actor: { accountId: order.by }, now: fresh.startedAt, idempotencyKey: order.key };
      const audit = identity.accounts.audit(who, `volunteer.import.${order.aim}`, `${importId} ${order.place}`);
      const outcome = await transact(table.client, { ...writesOf({ ...fresh, aim: order.aim }), audit });
      const begun = outcome.committed
        ? { ...fresh, aim: order.aim }
        : await table.get(VolunteerImportItem, { importId });
      if (!begun) throw new AppError(platformErrors.busy);
      await runImport(deps, begun, { bytes, mostRows, ...(tell && { tell }) });
      return (await table.get(VolunteerImportItem, { importId })) ?? begun;
    },

    /** How an import stands. @throws AppError platform.notFound, platform.notAllowed */
    async report(request: Request, importId: string, language: Language): Promise<ImportReport> {
      return reportOf(await mustFind(request, importId), request.now, language);
    },

    /** The imports of a place and all below it, the newest first. @throws AppError platform.notAllowed, platform.cursorInvalid */
    async list(
      { actor, now }: Request,
      { place, ...page }: PageQuery & Readonly<{ place: string }>,
      language: Language,
    ): Promise<Page<ImportReport>> {
      actor.mustReach('volunteer.import', { scope: place });
      const listed = await table.query(ImportListing, `IMPORTS#${place}`, { ...page, newestFirst: true });
      if (listed.items.length === 0) return { items: [] };
      const found = await table.getAll(VolunteerImportItem, listed.items);
      const items = found.filter((item) => item !== undefined).map((item) => reportOf(item, now, language));
      return { items, ...(listed.cursor && { cursor: listed.cursor }) };
    },

    /** Why a list was refused as a whole, in words. */
    refusalOf: async (item: VolunteerImportItem, language: Language) => refusalOf(item, language),
  };
}

/** What the operator imports: `key` makes it resumable, and is the digest of the file. */
export type OperatorsImport = Readonly<{
  place: string;
  fileName: string;
  size: number;
  aim: ImportAim;
  by: string;
  key: string;
}>;

function freshImport(
  { place, fileName, size, digest }: NewImport,
  { by, key, now }: Readonly<{ by: string; key: string; now: Instant }>,
): VolunteerImportItem {
  return {
    importId: importIdOf(by, key),
    place,
    importedBy: by,
    fileName,
    size,
    digest,
    aim: 'check',
    state: 'uploading',
    done: 0,
    accepted: 0,
    alreadyKnown: 0,
    rejected: 0,
    startedAt: now,
    movedAt: now,
  };
}
