import {
  AmendmentKind,
  AmendmentState,
  EvidenceKind,
  NotBookedReason,
} from '@kaifong/shared/attendance/amendments/schema.ts';
import { Pair } from '@kaifong/shared/attendance/presence.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { purgeFrom, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope, streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { fileTypeNames } from '@kaifong/shared/people/file-name.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';

/*
 * Access patterns of amendments (补录, 更正), in the attendance table
 *
 *   an amendment                                        AMENDMENT#<amendment>   AMENDMENT
 *   the one of a volunteer at a shift that is not over  SHIFT#<shift>           AMENDED#<volunteer>
 *   those about a volunteer, the newest first           VOLUNTEER#<volunteer>   AMENDMENT#<amendment>
 *   those that a leader asked for, the newest first     ACCOUNT#<account>       AMENDMENT#<amendment>
 *   those that the same file was handed in for          EVIDENCE#<digest>       AMENDMENT#<amendment>
 *   those of a street, by how far they are              waitingByStreet: AMENDMENTS-<open|notice|over>#<street>   <asked>#<amendment>
 *   whose notice stands, by its end                     byDue: AMENDMENT-NOTICES    <end>#<amendment>
 *   those that somebody objected to, by the same        byDue: AMENDMENT-OBJECTIONS <end>#<amendment>
 *   those refused or not booked that have a file yet    byDue: AMENDMENT-FILES      <purge>#<amendment>
 */

const Decision = z.object({ words: z.string(), at: Instant, by: Id('account') });

const AmendmentRow = z.object({
  id: Id('amendment'),
  kind: AmendmentKind,
  state: AmendmentState,
  shiftId: Id('shift'),
  volunteerId: Id('volunteer'),
  title: z.string(),
  teamScope: Scope,
  shift: z.object({ startsAt: Instant, endsAt: Instant }),
  from: Instant,
  until: Instant,
  minutes: z.int(),
  words: z.string(),
  evidence: EvidenceKind,
  file: z.object({
    uploadId: Id('upload'),
    nameSealed: z.string(),
    type: z.enum(fileTypeNames),
    size: z.int(),
    digest: z.string().optional(),
  }),
  /** Set when it ends without hours: the file that was to prove them is deleted then. */
  keepsFileUntil: Instant.optional(),
  /** Its time is over, and it is deleted. */
  fileGone: z.literal(true).optional(),
  askedBy: z.enum(['volunteer', 'leader']),
  askerId: Id('account'),
  askedAt: Instant,
  /** Whether she wants to be named in public: said by herself, with the request. */
  named: z.boolean(),
  /** The record that a correction is about, as it stood. */
  corrects: z.object({ seq: z.int(), minutes: z.int() }).optional(),
  /** Who approved it, and up to how much of a day that person could. */
  approval: Decision.extend({ upTo: z.enum(['organiser', 'district']) }).optional(),
  noticeUntil: Instant.optional(),
  objections: z.array(
    z.object({
      words: z.string(),
      at: Instant,
      by: Id('account'),
      outcome: z.enum(['upheld', 'dismissed']).optional(),
    }),
  ),
  /** The last decision over objections, or the refusal. */
  decision: Decision.optional(),
  notBooked: NotBookedReason.optional(),
  record: z.object({ seq: z.int(), minutes: z.int() }).optional(),
  /** How her coming and going had been seen before it was booked. */
  pairsBefore: z.array(Pair).optional(),
  version: z.int(),
});
export type AmendmentItem = z.output<typeof AmendmentRow>;

export const AmendmentItem = itemType({
  entity: 'amendment',
  schema: AmendmentRow,
  key: ({ id }: { id: string }) => ({ pk: `AMENDMENT#${id}`, sk: 'AMENDMENT' }),
  indexes: {
    waitingByStreet: (amendment) => ({
      pk: amendmentsIn(streetOf(amendment.teamScope) ?? district.scope, stageOf(amendment.state)),
      sk: placeInQueue(amendment),
    }),
    byDue: (amendment) => {
      if (amendment.keepsFileUntil !== undefined && !amendment.fileGone) {
        return { pk: filesPartition, sk: `${amendment.keepsFileUntil}#${amendment.id}` };
      }
      const partition = noticePartitions[amendment.state as keyof typeof noticePartitions];
      return partition && { pk: partition, sk: placeAmongNotices(amendment) };
    },
  },
});

/** Where notices are found; the clock looks at the first only, so that what was objected to waits. */
export const noticePartitions = { onNotice: 'AMENDMENT-NOTICES', objected: 'AMENDMENT-OBJECTIONS' } as const;

export const filesPartition = 'AMENDMENT-FILES';

/** When the file of one that ended without hours goes. */
export const fileGoesAt = (endedAt: Instant): Instant => purgeFrom(retentionRules.refusedEvidence, endedAt);

type Stage = 'open' | 'notice' | 'over';

function stageOf(state: AmendmentState): Stage {
  if (state === 'asked' || state === 'objected') return 'open';
  return state === 'onNotice' ? 'notice' : 'over';
}

export const amendmentsIn = (street: string, stage: Stage) => `AMENDMENTS-${stage}#${street}`;

export const placeInQueue = ({ askedAt, id }: Pick<AmendmentItem, 'askedAt' | 'id'>): string => `${askedAt}#${id}`;

export const placeAmongNotices = ({ noticeUntil, id }: Pick<AmendmentItem, 'noticeUntil' | 'id'>): string =>
  `${noticeUntil}#${id}`;

/** Keeps it to one amendment at a time of one volunteer at one shift. */
export const OpenAmendment = itemType({
  entity: 'openAmendment',
  schema: z.object({ shiftId: Id('shift'), volunteerId: Id('volunteer'), id: Id('amendment') }),
  key: ({ shiftId, volunteerId }: { shiftId: string; volunteerId: string }) => ({
    pk: `SHIFT#${shiftId}`,
    sk: `AMENDED#${volunteerId}`,
  }),
});

/** Leads from a volunteer to her amendments. */
export const AmendmentOf = itemType({
  entity: 'amendmentOf',
  schema: z.object({ volunteerId: Id('volunteer'), id: Id('amendment') }),
  key: ({ volunteerId, id }: { volunteerId: string; id: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `AMENDMENT#${id}`,
  }),
});

/** Leads from the content of a file to what it was handed in for, whoever did. */
export const EvidenceUse = itemType({
  entity: 'evidenceUse',
  schema: z.object({ digest: z.string(), id: Id('amendment'), shiftId: Id('shift') }),
  key: ({ digest, id }: { digest: string; id: string }) => ({ pk: `EVIDENCE#${digest}`, sk: `AMENDMENT#${id}` }),
});

/** Leads from a leader to what she asked for, for others. */
export const AmendmentAskedBy = itemType({
  entity: 'amendmentAskedBy',
  schema: z.object({ askerId: Id('account'), id: Id('amendment') }),
  key: ({ askerId, id }: { askerId: string; id: string }) => ({ pk: `ACCOUNT#${askerId}`, sk: `AMENDMENT#${id}` }),
});

const ends: ReadonlySet<AmendmentState> = new Set(['booked', 'notBooked', 'refused', 'withdrawn']);

/** The writes that move an amendment on from where it was read; once it is over, another may be asked for. */
export function movedOn(
  table: Table,
  before: AmendmentItem,
  change: Partial<AmendmentItem> & Pick<AmendmentItem, 'state'>,
): { after: AmendmentItem; writes: Record<'amendment' | 'open', Write | undefined> } {
  const after = { ...before, ...change, version: before.version + 1 };
  return {
    after,
    writes: {
      amendment: table.put(AmendmentItem, after, { is: { version: before.version } }),
      open: ends.has(after.state) ? table.remove(OpenAmendment, after, { is: { id: after.id } }) : undefined,
    },
  };
}
