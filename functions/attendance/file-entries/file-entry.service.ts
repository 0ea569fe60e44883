import { fileEntryErrors } from '@kaifong/shared/attendance/file-entries/errors.ts';
import { fileEntryMoved } from '@kaifong/shared/attendance/file-entries/events.ts';
import type { FileEntry, NewFileEntry } from '@kaifong/shared/attendance/file-entries/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { AttendanceDeps } from '../deps.ts';
import { FileEntryItem, FileWithdrawal } from './file-entry.table.ts';

/** Honours, evaluations and complaints in the service files of volunteers: written by coordinators, read by the person herself. */
export function fileEntryService({ table, people, identity }: Pick<AttendanceDeps, 'table' | 'people' | 'identity'>) {
  async function mustFindPerson({ actor }: Request, volunteerId: string) {
    const volunteer = await people.findVolunteer(volunteerId);
    if (!volunteer) throw new AppError(platformErrors.notFound);
    actor.mustReach('fileEntry.manage', { scope: volunteer.scope });
    return volunteer;
  }

  const pageOf = (volunteerId: string, page: PageQuery): Promise<Page<FileEntry>> =>
    table.query(FileEntryItem, `VOLUNTEER#${volunteerId}`, {
      ...{ ...page, range: { beginsWith: 'FILE_ENTRY#' }, newestFirst: true },
    });

  return {
    /** Writes an entry. @throws AppError platform.notFound, platform.notAllowed; of fileEntry: own, inFuture */
    async record(command: Command, volunteerId: string, sent: NewFileEntry): Promise<FileEntry> {
      const { actor, now } = command;
      const { number, scope, accountId } = await mustFindPerson(command, volunteerId);
      if (actor.isVolunteer(volunteerId) || accountId === actor.accountId) throw new AppError(fileEntryErrors.own);
      if (sent.on > dayOf(now)) throw new AppError(fileEntryErrors.inFuture);
      const entryId = newId('fileEntry', Date.parse(now));
      const entry: FileEntryItem = {
        ...{ ...sent, entryId, recordedAt: now, volunteerId, volunteerNumber: number },
        ...{ community: scope, recordedBy: actor.accountId, version: 1 },
      };
      const outcome = await commit(
        command,
        table,
        {
          entry: table.put(FileEntryItem, entry, { absent: true }),
          audit: identity.audit.line(command, 'fileEntry.record', `${volunteerId} ${entryId} ${scope}`),
        },
        { answer: entry, events: [moveOf(entry, 'recorded', now)] },
      );
      mustCommit(outcome, {});
      return entry;
    },

    /** Takes a wrong entry back; it stays, and says so. @throws AppError platform.notFound; of fileEntry: own, alreadyWithdrawn */
    async withdraw(
      command: Command,
      key: Readonly<{ volunteerId: string; entryId: string }>,
      reason: string,
    ): Promise<FileEntry> {
      const { actor, now } = command;
      const { scope } = await mustFindPerson(command, key.volunteerId);
      const entry = await table.get(FileEntryItem, key);
      if (!entry) throw new AppError(platformErrors.notFound);
      if (actor.isVolunteer(key.volunteerId)) throw new AppError(fileEntryErrors.own);
      const gone = () => new AppError(fileEntryErrors.alreadyWithdrawn);
      if (entry.withdrawn) throw gone();
      const after = { ...entry, withdrawn: { at: now, reason }, version: entry.version + 1 };
      const outcome = await commit(
        command,
        table,
        {
          entry: table.put(FileEntryItem, after, { is: { version: entry.version } }),
          withdrawal: table.put(FileWithdrawal, after, { absent: true }),
          audit: identity.audit.line(command, 'fileEntry.withdraw', `${key.volunteerId} ${key.entryId} ${scope}`),
        },
        { answer: after, events: [moveOf(after, 'withdrawn', now)] },
      );
      mustCommit(outcome, { entry: gone, withdrawal: gone });
      return after;
    },

    /** The entries of a volunteer, the newest first. @throws AppError platform.notFound, platform.notAllowed */
    async list(request: Request, volunteerId: string, page: PageQuery): Promise<Page<FileEntry>> {
      await mustFindPerson(request, volunteerId);
      return pageOf(volunteerId, page);
    },

    /** The person's own. */
    own: async ({ actor }: Request, page: PageQuery): Promise<Page<FileEntry>> => pageOf(actor.volunteerId, page),
  };
}

/** The event that tells its person of an entry. */
function moveOf(entry: FileEntryItem, state: 'recorded' | 'withdrawn', at: Instant) {
  const { volunteerId, entryId, kind, title } = entry;
  return fileEntryMoved.make(at, { volunteerId, entryId, kind, title, state });
}
