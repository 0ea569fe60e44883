import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { shiftBy } from '@kaifong/shared/kernel/time.ts';
import {
  mostRowsAtOnce,
  type VolunteerImport,
  type VolunteerImportDone,
  type VolunteerImportReport,
} from '@kaifong/shared/people/import-schema.ts';
import { commit } from '../platform/commit.ts';
import type { Command, Request } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import type { badRowsService } from './bad-rows.service.ts';
import type { PeopleDeps } from './deps.ts';
import { badRowsKeptFor, VolunteerImportItem } from './import.table.ts';
import { type ImportOrder, runImport } from './import-run.ts';

/** What the operator's command reads into memory. */
const mostRowsOfACommand = 1_000_000;

/** Enters lists of volunteers that organisations registered on paper. */
export function importService(deps: PeopleDeps, badRows: ReturnType<typeof badRowsService>) {
  const { table } = deps;

  async function mustFind(importId: string): Promise<VolunteerImportItem> {
    const found = await table.get(VolunteerImportItem, { importId });
    if (!found) throw new AppError(platformErrors.notFound);
    return found;
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
      const order = { ...sent, by: actor.accountId, key, now, mostRows: mostRowsAtOnce };
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
      return { ...done, badRows: await badRows.fileOf(await mustFind(done.importId), language) };
    },

    /** How an import went. @throws AppError platform.notFound, platform.notAllowed */
    async report({ actor }: Request, importId: string): Promise<VolunteerImportReport> {
      const found = await mustFind(importId);
      actor.mustReach('volunteer.import', { scope: found.place });
      return { ...found, badRowsUntil: shiftBy(found.startedAt, badRowsKeptFor) };
    },
  };
}
