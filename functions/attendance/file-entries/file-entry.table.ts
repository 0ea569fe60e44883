import { type EntryKind, FileEntry } from '@kaifong/shared/attendance/file-entries/schema.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of entries of service files, in the attendance table
 *
 *   the entries of a volunteer, newest first   VOLUNTEER#<volunteer>      FILE_ENTRY#<entry>
 *   all of a kind, as they were recorded       byRecorded: FILE-<kind>    <recordedAt>#<entry>
 *   those taken back, as they were             byRecorded: FILE-<kind>-WITHDRAWN   <at>#<entry>
 */

export const FileEntryItem = itemType({
  entity: 'fileEntry',
  schema: FileEntry.extend({
    volunteerId: Id('volunteer'),
    volunteerNumber: z.string(),
    /** The community that the volunteer belonged to then. */
    community: Scope,
    recordedBy: Id('account'),
    version: z.int(),
  }),
  key: ({ volunteerId, entryId }: { volunteerId: string; entryId: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `FILE_ENTRY#${entryId}`,
  }),
  indexes: {
    byRecorded: ({ kind, recordedAt, entryId }) => ({ pk: entriesOf(kind), sk: `${recordedAt}#${entryId}` }),
  },
});
export type FileEntryItem = z.output<typeof FileEntryItem.schema>;

/** That an entry was taken back, with the entry as it then stood: for whoever has it from us already. */
export const FileWithdrawal = itemType({
  entity: 'fileWithdrawal',
  schema: FileEntryItem.schema.required({ withdrawn: true }),
  key: ({ volunteerId, entryId }: { volunteerId: string; entryId: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `FILE_WITHDRAWAL#${entryId}`,
  }),
  indexes: {
    byRecorded: ({ kind, withdrawn, entryId }) => ({ pk: withdrawalsOf(kind), sk: `${withdrawn.at}#${entryId}` }),
  },
});

export const withdrawalsOf = (kind: EntryKind) => `FILE-${kind}-WITHDRAWN`;

export const entriesOf = (kind: EntryKind) => `FILE-${kind}`;
