import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import type {
  VolunteerImport,
  VolunteerImportDone,
  VolunteerImportReport,
} from '@kaifong/shared/people/import-schema.ts';
import * as z from 'zod';
import { commit } from '../platform/commit.ts';
import type { Command, Request } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import { BadRow, badRowsCsv } from './bad-rows.ts';
import type { PeopleDeps } from './deps.ts';
import { badRowsKeptFor, badRowsPlace, ImportPart, VolunteerImportItem } from './import.table.ts';
import { type ImportOrder, runImport } from './import-run.ts';

/** What one request carries out well within the 29 seconds that a gateway waits. */
const mostRowsOfARequest = 3_000;
/** What the operator's command reads into memory. */
const mostRowsOfACommand = 1_000_000;

const BadRows = z.array(BadRow);

const filenames: Record<Language, string> = {
  'zh-Hans': '志愿者名单-退回',
  'zh-Hant': '志願者名單-退回',
  en: 'volunteers-rejected',
};

/** Enters lists of volunteers that organisations registered on paper. */
export function importService(deps: PeopleDeps) {
  const { table, sealer, identity } = deps;

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
     * Enters the good rows of a list as applicants and keeps the bad ones with their reasons. Sent again under the same
     * key, it goes on where it was broken off; a person who is registered already is counted and left as they are.
     *
     * @throws AppError platform.notAllowed, and what `runImport` throws
     */
    async run(command: Command, sent: VolunteerImport): Promise<VolunteerImportDone> {
      const { actor, idempotencyKey: key, now } = command;
      actor.mustReach('volunteer.import', { scope: sent.place });
      const order = { ...sent, by: actor.accountId, key, now, mostRows: mostRowsOfARequest };
      const { done, finish } = await runImport(deps, order);
      await commit(command, table, { finish }, { answer: done });
      return done;
    },

    /**
     * The same for the operator's command line: a list of any length, and its bad rows at once. `key` makes it
     * resumable.
     */
    async runForOperator({ language, ...order }: Omit<ImportOrder, 'now' | 'mostRows'> & { language: Language }) {
      const { done, finish } = await runImport(deps, { ...order, now: deps.now(), mostRows: mostRowsOfACommand });
      if (finish) await transact(table.client, { finish });
      return { ...done, badRows: await badRowsFile(await mustFind(done.importId), language) };
    },

    /** How an import went. @throws AppError platform.notFound, platform.notAllowed */
    async report({ actor }: Request, importId: string): Promise<VolunteerImportReport> {
      const found = await mustFind(importId);
      actor.mustReach('volunteer.import', { scope: found.place });
      return { ...found, badRowsUntil: shiftBy(found.startedAt, badRowsKeptFor) };
    },

    /**
     * The bad rows as a file. Reading it is in the audit, since it shows whole numbers; without that line there is no
     * file.
     *
     * @throws AppError platform.notFound, platform.notAllowed, people.badRowsGone
     */
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
