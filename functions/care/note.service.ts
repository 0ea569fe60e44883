import { careErrors } from '@kaifong/shared/care/errors.ts';
import type { NoteView } from '@kaifong/shared/care/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { commit, mustCommit } from '../platform/commit.ts';
import type { Command, Request } from '../platform/request.ts';
import { mustHold } from './access.ts';
import { writeAudit } from './audit.ts';
import { CaseItem, NoteItem } from './care.table.ts';
import type { CareDeps } from './deps.ts';
import { NoteRecord } from './sealed.ts';

/** What counsellors write down of a case: added to, never changed. */
export function noteService({ table, sealer }: CareDeps) {
  return {
    /** Adds a note, as long as the case is still in the hands of the one who writes. @throws AppError care.changedMeanwhile */
    async write(command: Command, caseId: string, text: string) {
      const { actor, now } = command;
      const { counsellor, counsellorId } = await mustHold(table, actor, 'care.writeNote', caseId);
      if (!counsellorId) throw new Error('a case that is held without a counsellor');
      const id = newId('note', Date.parse(now));
      const sealed = await NoteRecord.seal(sealer, { text }, caseId, id);
      const answer = { noteId: id };
      const outcome = await commit(
        command,
        table,
        {
          supportCase: table.check(CaseItem, { id: caseId }, { is: { counsellor } }),
          note: table.put(NoteItem, { id, caseId, at: now, counsellorId, sealed }, { absent: true }),
        },
        { answer },
      );
      mustCommit(outcome, { supportCase: () => new AppError(careErrors.changedMeanwhile) });
      return answer;
    },

    /** The notes of a case, the latest first, once the audit has been written. */
    async list(request: Request, caseId: string, paging: PageQuery): Promise<Page<NoteView>> {
      const supportCase = await mustHold(table, request.actor, 'care.readCase', caseId);
      await writeAudit(table, request, supportCase, 'notes');
      const range = { beginsWith: 'NOTE#' };
      const page = await table.query(NoteItem, `CASE#${caseId}`, { range, ...paging, newestFirst: true });
      const items = page.items.map(async ({ id, at, counsellorId, sealed }) => ({
        noteId: id,
        at,
        counsellorId,
        ...(await NoteRecord.open(sealer, sealed, caseId, id)),
      }));
      return { ...page, items: await Promise.all(items) };
    },
  };
}
