import { amendmentErrors } from '@kaifong/shared/attendance/amendments/errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { minute } from '@kaifong/shared/kernel/time.ts';
import { piecesOf } from '@kaifong/shared/people/certificates/certificate-limits.ts';
import type { OpenedFile } from '@kaifong/shared/people/certificates/certificate-schema.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import type { AttendanceDeps } from '../deps.ts';
import { AmendmentItem } from './amendment.table.ts';

/** How long a ticket lets its holder fetch the pieces of a file. */
const ticketTime = 5 * minute;

/** The evidence of amendments: opening it is in the audit before anything of it is told. */
export function evidenceService({ table, sealer, identity, keptFiles }: AttendanceDeps) {
  async function mustReach({ actor }: Request, id: string): Promise<AmendmentItem> {
    const amendment = await table.get(AmendmentItem, { id });
    if (!amendment) throw new AppError(platformErrors.notFound);
    actor.mustReach('amendment.decide', { scope: amendment.teamScope });
    if (amendment.state === 'withdrawn' || amendment.fileGone) throw new AppError(amendmentErrors.fileGone);
    return amendment;
  }

  /** Says that this account may fetch this file until then; nobody but us can make one. */
  async function ticketOf(id: string, accountId: string, until: number): Promise<string> {
    return `${until}.${await sealer.blindIndex('amendmentTicket', `${id}/${accountId}/${until}`)}`;
  }

  return {
    /** @throws AppError platform.notFound, platform.notAllowed, amendment.fileGone */
    async open(command: Command, id: string): Promise<OpenedFile> {
      const { file, volunteerId, teamScope } = await mustReach(command, id);
      const outcome = await transact(table.client, {
        audit: identity.audit.line(command, 'amendment.openEvidence', `${volunteerId} ${id} ${teamScope}`),
      });
      // Refused means that the same command is in the audit already: it was sent twice.
      if (!outcome.committed && !outcome.refused.has('audit')) throw new AppError(platformErrors.busy);
      const until = Date.parse(command.now) + ticketTime;
      const [name, ticket] = await Promise.all([keptFiles.nameOf(file), ticketOf(id, command.actor.accountId, until)]);
      return { name, type: file.type, size: file.size, pieces: piecesOf(file.size), ticket };
    },

    /** A piece of a file that was opened. @throws AppError platform.notFound, platform.notAllowed, amendment.fileGone, amendment.ticketOver */
    async piece(request: Request, { amendmentId, piece }: { amendmentId: string; piece: number }, ticket: string) {
      const { actor, now } = request;
      const { file } = await mustReach(request, amendmentId);
      const until = Number(ticket.split('.')[0]);
      const isHers = ticket === (await ticketOf(amendmentId, actor.accountId, until));
      if (!isHers || until < Date.parse(now)) throw new AppError(amendmentErrors.ticketOver);
      return keptFiles.piece(file, piece);
    },
  };
}
