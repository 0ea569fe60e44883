import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import { communityFinder } from '@kaifong/shared/people/import-communities.ts';
import type {
  VolunteerImport,
  VolunteerImportDone,
  VolunteerImportReport,
} from '@kaifong/shared/people/import-schema.ts';
import * as z from 'zod';
import { commit } from '../platform/commit.ts';
import { digestOf } from '../platform/digest.ts';
import type { Command, Request } from '../platform/request.ts';
import { transact, type Write } from '../platform/transact.ts';
import { BadRow, badRowsCsv } from './bad-rows.ts';
import type { PeopleDeps } from './deps.ts';
import { badRowsKeptFor, badRowsPlace, ImportPart, importIdOf, VolunteerImportItem } from './import.table.ts';
import { readImportFile } from './import-file.ts';
import { carryOutPart, type PartCounts, rowsPerPart } from './import-part.ts';
import { placesIn } from './import-places.ts';
import { sortRows } from './import-rows.ts';

/** What one request carries out well within the time that a gateway waits. */
const mostRowsOfARequest = 3_000;

/** Parts in flight at once. */
const partsAtOnce = 8;

/** Who imports what: an account by its request, or the operator by a command of their own. */
type ImportOrder = Readonly<{ by: string; key: string; now: Instant; mostRows: number }> & VolunteerImport;

/** Enters lists of volunteers that organisations registered on paper. */
export function importService(deps: PeopleDeps) {
  const { table, sealer, identity, organisation } = deps;

  /** The import of this order: begun now, or found when it was begun before. */
  async function begin(fresh: VolunteerImportItem, order: ImportOrder): Promise<VolunteerImportItem> {
    const { importId, digest } = fresh;
    const found = async () => {
      const earlier = await table.get(VolunteerImportItem, { importId });
      if (earlier && earlier.digest !== digest) throw new AppError(platformErrors.idempotencyKeyReused);
      return earlier;
    };
    const earlier = await found();
    if (earlier) return earlier;
    const who = { actor: { accountId: order.by }, now: order.now, idempotencyKey: order.key };
    const outcome = await transact(table.client, {
      begun: table.put(VolunteerImportItem, fresh, { absent: true }),
      audit: identity.accounts.audit(who, 'volunteer.import', importId),
    });
    if (outcome.committed) return fresh;
    const twin = await found();
    if (!twin) throw new AppError(platformErrors.busy);
    return twin;
  }

  /** Carries out what is not done yet, and makes the write that says how it ended. */
  async function carryOut(order: ImportOrder): Promise<{ done: VolunteerImportDone; finish: Write | undefined }> {
    const { by, key, now, place, csv, mostRows } = order;
    const places = await placesIn(organisation, place, dayOf(now));
    const file = readImportFile(csv, { ofOneCommunity: kindOf(place) === 'community', mostRows });
    const importId = importIdOf(by, key);
    const none = { accepted: 0, alreadyKnown: 0, rejected: 0 };
    const total = file.rows.length;
    const begun = await begin(
      {
        importId,
        place,
        importedBy: by,
        digest: digestOf(place, csv),
        headings: [...file.headings],
        state: 'running',
        total,
        ...none,
        startedAt: now,
      },
      order,
    );
    if (begun.state === 'finished') return { done: begun, finish: undefined };

    const rows = sortRows(file.rows, { today: dayOf(begun.startedAt), findCommunity: communityFinder(places) });
    const run = { importId, now: begun.startedAt };
    const { parts } = await table.collect(`IMPORT#${importId}`, { beginsWith: 'PART#' }, { parts: ImportPart });
    const ended = new Map<number, PartCounts>(parts.map((part) => [part.part, part]));
    let next = 0;
    const work = async () => {
      while (next * rowsPerPart < rows.length) {
        const part = next;
        next += 1;
        if (ended.has(part)) continue;
        const share = rows.slice(part * rowsPerPart, (part + 1) * rowsPerPart);
        ended.set(part, await carryOutPart(deps, run, part, share));
      }
    };
    await Promise.all(Array.from({ length: partsAtOnce }, work));

    const counts = [...ended.values()].reduce<PartCounts>(sumOf, none);
    const { accepted, alreadyKnown, rejected } = counts;
    const finished = { ...begun, state: 'finished' as const, accepted, alreadyKnown, rejected, finishedAt: now };
    return {
      done: { importId, total, accepted, alreadyKnown, rejected },
      finish: table.put(VolunteerImportItem, finished, { is: { digest: begun.digest } }),
    };
  }

  async function mustFind(importId: string): Promise<VolunteerImportItem> {
    const found = await table.get(VolunteerImportItem, { importId });
    if (!found) throw new AppError(platformErrors.notFound);
    return found;
  }

  /** The rows that came back, in the order of the list. */
  async function badRowsOf(importId: string): Promise<BadRow[]> {
    const { parts } = await table.collect(`IMPORT#${importId}`, { beginsWith: 'PART#' }, { parts: ImportPart });
    const opened = await Promise.all(
      parts.map(async ({ part, badRowsSealed }) =>
        badRowsSealed ? BadRows.parse(JSON.parse(await sealer.open(badRowsSealed, badRowsPlace(importId, part)))) : [],
      ),
    );
    return opened.flat();
  }

  async function badRowsFile({ importId, headings, startedAt }: VolunteerImportItem, language: Language) {
    return {
      filename: `${filenames[language]}-${dayOf(startedAt)}.csv`,
      csv: badRowsCsv(headings, await badRowsOf(importId), language),
    };
  }

  return {
    /**
     * Enters the good rows of a list as applicants and keeps the bad ones with their reasons. Sent again under the same key, it goes on
     * where it was broken off; a person who is registered already is counted and left as they are.
     *
     * @throws AppError place.unknown, platform.idempotencyKeyReused, people.importUnreadable, people.importEmpty,
     * people.importColumnsMissing, people.importTooLong
     */
    async run(command: Command, sent: VolunteerImport): Promise<VolunteerImportDone> {
      command.actor.mustReach('volunteer.import', { scope: sent.place });
      const { done, finish } = await carryOut({
        ...sent,
        by: command.actor.accountId,
        key: command.idempotencyKey,
        now: command.now,
        mostRows: mostRowsOfARequest,
      });
      await commit(command, table, { finish }, { answer: done });
      return done;
    },

    /** The same for the operator's command line: a list of any length, and its bad rows at once. `key` is what makes it resumable. */
    async runForOperator(order: VolunteerImport & { by: string; key: string; language: Language }) {
      const { done, finish } = await carryOut({ ...order, now: deps.now(), mostRows: 1_000_000 });
      if (finish) await transact(table.client, { finish });
      return { ...done, badRows: await badRowsFile(await mustFind(done.importId), order.language) };
    },

    /** How an import went. @throws AppError platform.notFound */
    async report({ actor }: Request, importId: string): Promise<VolunteerImportReport> {
      const found = await mustFind(importId);
      actor.mustReach('volunteer.import', { scope: found.place });
      return { ...found, badRowsUntil: shiftBy(found.startedAt, badRowsKeptFor) };
    },

    /** The bad rows as a file. Reading it is in the audit, since it shows whole numbers. @throws AppError platform.notFound, people.badRowsGone */
    async badRows({ actor, now }: Request, importId: string, language: Language) {
      const found = await mustFind(importId);
      actor.mustReach('volunteer.import', { scope: found.place });
      if (now >= shiftBy(found.startedAt, badRowsKeptFor)) throw new AppError(peopleErrors.badRowsGone);
      const who = { actor, now, idempotencyKey: crypto.randomUUID() };
      await transact(table.client, { audit: identity.accounts.audit(who, 'volunteer.readBadRows', importId) });
      return badRowsFile(found, language);
    },
  };
}

const BadRows = z.array(BadRow);

const filenames: Record<Language, string> = {
  'zh-Hans': '志愿者名单-退回',
  'zh-Hant': '志願者名單-退回',
  en: 'volunteers-rejected',
};

function sumOf(one: PartCounts, other: PartCounts): PartCounts {
  return {
    accepted: one.accepted + other.accepted,
    alreadyKnown: one.alreadyKnown + other.alreadyKnown,
    rejected: one.rejected + other.rejected,
  };
}
