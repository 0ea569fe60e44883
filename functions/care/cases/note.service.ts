import type { Note, NoteView } from '@kaifong/shared/care/cases/note.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { namesAnIllness } from '@kaifong/shared/care/words.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import { digestOf } from '../../platform/digest.ts';
import type { Command, Request } from '../../platform/request.ts';
import { mustHold, mustRead, seenBy } from '../access.ts';
import { writeAudit } from '../audit.ts';
import { CaseItem, NoteItem, ScreeningItem, type SupportCase } from '../care.table.ts';
import { coolDownWrite } from '../counsellors/counsellor.service.ts';
import type { CareDeps } from '../deps.ts';
import type { EscalationService } from '../on-call/escalation.service.ts';
import { NoteRecord } from '../sealed.ts';
import { screened } from './screening.service.ts';

/** What counsellors write down of a case: added to, never changed. */
export function noteService({ table, sealer }: CareDeps, escalations: EscalationService) {
  /** What danger that a counsellor saw makes of the case: the same as danger told at the desk. */
  async function dangerWrites({ actor, now, idempotencyKey }: Command, supportCase: SupportCase) {
    const key = digestOf(actor.accountId, idempotencyKey).slice(0, 16);
    const { after, record } = await screened(sealer, supportCase, { dangerNow: true }, { at: now, key });
    const opened = supportCase.escalationId ? undefined : escalations.opened(supportCase, now);
    const escalationId = opened?.id ?? supportCase.escalationId;
    return {
      opened,
      supportCase: table.put(CaseItem, { ...after, escalationId }, { is: { version: supportCase.version } }),
      screening: table.put(ScreeningItem, record, { absent: true }),
    };
  }

  async function write(command: Command, caseId: string, { asMeant, ...note }: Note, attempt = 0) {
    const { actor, now } = command;
    const supportCase = await mustHold(table, actor, 'care.writeNote', caseId);
    const { counsellor, counsellorId } = supportCase;
    if (!counsellorId) throw new Error('a case that is held without a counsellor');
    const isDanger = note.condition === 'danger';
    // Nobody is asked about words while somebody is in danger.
    if (!asMeant && !isDanger && namesAnIllness(`${note.text}\n${note.nextStep ?? ''}`)) {
      throw new AppError(careErrors.namesAnIllness);
    }
    const id = newId('note', Date.parse(now));
    const sealed = await NoteRecord.seal(sealer, note, caseId, id);
    const { opened, ...danger } = isDanger ? await dangerWrites(command, supportCase) : {};
    const answer = { noteId: id };
    const outcome = await commit(
      command,
      table,
      {
        supportCase: table.check(CaseItem, { id: caseId }, { is: { counsellor } }),
        ...danger,
        escalation: opened?.write,
        counsellor: isDanger ? coolDownWrite(table, supportCase, now) : undefined,
        amended:
          note.amends && !isDanger
            ? table.check(NoteItem, { caseId, at: note.amends.at, id: note.amends.noteId }, { is: { counsellorId } })
            : undefined,
        note: table.put(NoteItem, { id, caseId, at: now, counsellorId, sealed }, { absent: true }),
      },
      { answer },
    );
    if (!outcome.committed && isDanger && attempt < 5) return write(command, caseId, { asMeant, ...note }, attempt + 1);
    mustCommit(outcome, {
      supportCase: () => new AppError(careErrors.changedMeanwhile),
      amended: () => new AppError(careErrors.noSuchNote),
    });
    if (opened) await escalations.pageAtOnce(opened.id, now);
    return answer;
  }

  return {
    /**
     * Adds a note, as long as the case is still in the hands of the one who writes. Danger opens an escalation in the same transaction,
     * and is not turned away because the case changed meanwhile. Who amends a note of their own leaves that as it was.
     *
     * @throws AppError care.namesAnIllness until it is said to be meant, care.noSuchNote, care.changedMeanwhile
     */
    write: (command: Command, caseId: string, note: Note) => write(command, caseId, note),

    /**
     * The notes of a case, the latest first, once the audit has been written. A counsellor sees her own; a page may then hold fewer than
     * asked, where notes of an earlier one lie between.
     */
    async list(request: Request, caseId: string, paging: PageQuery): Promise<Page<NoteView>> {
      const supportCase = await mustRead(table, request, caseId);
      await writeAudit(table, request, supportCase, 'notes');
      const range = { beginsWith: 'NOTE#' };
      const page = await table.query(NoteItem, `CASE#${caseId}`, { range, ...paging, newestFirst: true });
      const items = page.items
        .filter(seenBy(request.actor, supportCase))
        .map(async ({ id, at, counsellorId, sealed }) => ({
          noteId: id,
          at,
          counsellorId,
          ...(await NoteRecord.open(sealer, sealed, caseId, id)),
        }));
      return { ...page, items: await Promise.all(items) };
    },
  };
}
