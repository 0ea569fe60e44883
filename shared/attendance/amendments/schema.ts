import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { fileTypeNames } from '../../people/file-name.ts';

/** `backEntry` (补录): hours that nobody recorded. `correction` (更正): hours that were recorded wrongly. */
export const AmendmentKind = z.enum(['backEntry', 'correction']);
export type AmendmentKind = z.infer<typeof AmendmentKind>;

/** What is handed in: a picture of the day, or the list of that day with a stamp or signatures. */
export const EvidenceKind = z.enum(['photo', 'list'], { error: 'field.choice' });
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/**
 * `asked`: waits for a second person. `onNotice`: approved, and everybody can read it and object. `objected`: somebody did; nothing is
 * booked until that is decided. `booked`: it is in the chain of service records. `notBooked`: when the notice was over, nothing was left to
 * count. `refused` and `withdrawn` end it.
 */
export const amendmentStates = [
  'asked',
  'onNotice',
  'objected',
  'booked',
  'notBooked',
  'refused',
  'withdrawn',
] as const;
export const AmendmentState = z.enum(amendmentStates);
export type AmendmentState = z.infer<typeof AmendmentState>;

/** Why nothing was booked: no time was left to count, the attendance changed meanwhile, or the day grew beyond what was approved. */
export const NotBookedReason = z.enum(['nothingToCount', 'changedMeanwhile', 'dayTooLong']);
export type NotBookedReason = z.infer<typeof NotBookedReason>;

const Words = z.string().trim().min(8).max(300);

/** From when to when somebody served, with what proves it. */
const Claim = z.object({
  shiftId: Id('shift'),
  from: Instant,
  until: Instant,
  evidence: EvidenceKind,
  uploadId: Id('upload'),
  /** What happened; for the one who approves, never public. */
  words: Words,
});

/** What a volunteer asks for herself. Named in public only when she says so; else it is her number. */
export const OwnAmendment = Claim.extend({ named: z.boolean() });
export type OwnAmendment = z.infer<typeof OwnAmendment>;

/** What a leader asks for somebody; only the person could consent to be named. */
export const AmendmentForOther = Claim.extend({ volunteerId: Id('volunteer') });
export type AmendmentForOther = z.infer<typeof AmendmentForOther>;

/** A shift that an amendment can be asked for, and of what kind it would be. */
export const AskableShift = z.object({
  shiftId: Id('shift'),
  title: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  kind: AmendmentKind,
  /** The minutes that are recorded now. */
  minutes: z.int().optional(),
});
export type AskableShift = z.infer<typeof AskableShift>;

/** What everybody who has to do with an amendment reads of it. */
export const Amendment = z.object({
  id: Id('amendment'),
  kind: AmendmentKind,
  state: AmendmentState,
  shiftId: Id('shift'),
  title: z.string(),
  teamScope: Scope,
  shift: z.object({ startsAt: Instant, endsAt: Instant }),
  from: Instant,
  until: Instant,
  /** Of the claimed time, those inside the shift; other services of the day may lessen them. */
  minutes: z.int(),
  evidence: EvidenceKind,
  words: z.string(),
  askedBy: z.enum(['volunteer', 'leader']),
  askedAt: Instant,
  /** When the notice ends, once it is approved. */
  noticeUntil: Instant.optional(),
  /** What was decided last, in words. */
  decision: z.object({ words: z.string(), at: Instant }).optional(),
  notBooked: NotBookedReason.optional(),
  /** What entered the chain. */
  record: z.object({ seq: z.int(), minutes: z.int() }).optional(),
});
export type Amendment = z.infer<typeof Amendment>;

/** One that a leader asked for, with whose hours they are. */
export const AskedAmendment = Amendment.extend({ volunteerId: Id('volunteer'), name: z.string(), number: z.string() });
export type AskedAmendment = z.infer<typeof AskedAmendment>;

const Objection = z.object({
  words: z.string(),
  at: Instant,
  outcome: z.enum(['upheld', 'dismissed']).optional(),
});

/** For those who decide. */
export const AmendmentToDecide = Amendment.extend({
  volunteerId: Id('volunteer'),
  name: z.string(),
  number: z.string(),
  /** The minutes that are recorded now, of a correction. */
  recordedMinutes: z.int().optional(),
  objections: z.array(Objection),
  file: z.object({ type: z.enum(fileTypeNames), size: z.int() }),
  /** For how many other shifts the very same file was handed in; not there when for none. */
  fileOfOtherShifts: z.int().optional(),
  /** Whether somebody else has to decide: the asker's own request or hours, or what she has decided herself before. */
  isForOther: z.boolean(),
});
export type AmendmentToDecide = z.infer<typeof AmendmentToDecide>;

/** What the public reads while a notice stands (公示). */
export const AmendmentNotice = Amendment.pick({
  id: true,
  kind: true,
  title: true,
  teamScope: true,
  from: true,
  until: true,
  minutes: true,
  evidence: true,
  askedBy: true,
}).extend({
  state: z.enum(['onNotice', 'objected']),
  /** Her name, with her consent; her volunteer number otherwise. */
  who: z.string(),
  noticeUntil: Instant,
});
export type AmendmentNotice = z.infer<typeof AmendmentNotice>;

export const AmendmentParams = z.object({ amendmentId: Id('amendment') });

/** Those at a place and below: that wait to be decided, that are on notice, or that are over. */
export const AmendmentsQuery = PageQuery.extend({
  place: Scope,
  state: z.enum(['open', 'notice', 'over']).default('open'),
});
export type AmendmentsQuery = z.infer<typeof AmendmentsQuery>;

export const AmendmentDecision = z.object({
  outcome: z.enum(['approve', 'refuse'], { error: 'field.choice' }),
  words: z.string().trim().min(4).max(300),
});
export type AmendmentDecision = z.infer<typeof AmendmentDecision>;

/** What somebody knows against it. */
export const AmendmentObjection = z.object({ words: Words });
export type AmendmentObjection = z.infer<typeof AmendmentObjection>;

/** `upheld`: the objection is right and nothing is booked; `dismissed`: the notice goes on. */
export const ObjectionDecision = z.object({
  outcome: z.enum(['upheld', 'dismissed'], { error: 'field.choice' }),
  words: z.string().trim().min(4).max(300),
});
export type ObjectionDecision = z.infer<typeof ObjectionDecision>;

export const AmendmentStanding = z.object({
  id: Id('amendment'),
  state: AmendmentState,
  noticeUntil: Instant.optional(),
});
export type AmendmentStanding = z.infer<typeof AmendmentStanding>;

/** A file that was opened: its pieces are fetched with the ticket. */
export const PieceQuery = z.object({ ticket: z.string().max(200) });
export const EvidencePieceParams = AmendmentParams.extend({
  piece: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number),
});
