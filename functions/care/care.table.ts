import { CaseState, DeskPlace } from '@kaifong/shared/care/schema.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of the care table
 *
 *   a case                                        CASE#<id>                      CASE
 *   its screenings, in order of time              CASE#<id>                      SCREENING#<instant>#<key>
 *   its assignments, with what was suggested      CASE#<id>                      ASSIGNMENT#<instant>
 *   its notes, in order of time                   CASE#<id>                      NOTE#<instant>#<id>
 *   what a social worker lowered a risk for       CASE#<id>                      RISK#<instant>
 *   its safety plan, version after version        CASE#<id>                      PLAN#<version>
 *   what harm to a minor was to be reported       CASE#<id>                      REPORT#<instant>
 *   getting in touch after a crisis               CASE#<id>                      FOLLOWUP#<escalation>#<step>
 *   its sessions                                  CASE#<id>                      SESSION#<id>
 *   looking for one who did not come              CASE#<id>                      OUTREACH#<instant>
 *   handing her on to a hospital or a hotline     CASE#<id>                      REFERRAL#<id>
 *   what a counsellor left for the next           CASE#<id>                      HANDOVER#<instant>
 *   who read a case, in order of time             AUDIT#<case id>                <instant>#<key>
 *   … what somebody read, and what was read on a day   AUDIT#READER#<pseudonym>, AUDIT#DAY#<day>   <instant>#<key>
 *   days of counsellors that are not handed on    byDue: HOURS                   <day>#<counsellor>
 *   all counsellors                               COUNSELLORS                    COUNSELLOR#<id>
 *   a counsellor's sessions of a day              COUNSELLOR#<id>                DAY#<day>
 *   the counsellor that a person is               PERSON#<pseudonym>             COUNSELLOR
 *   the case that a return code opens             RETURN#<slow keyed digest>     RETURN
 *   how often a code was tried in an hour         RATE#<keyed digest>            <hour>
 *   an escalation                                 ESCALATION#<id>                ESCALATION
 *   who opened it in an emergency                 CASE#<id>                      OPENING#<instant>, see opening.table.ts
 *   referrals and sessions that nobody told of    byDue: PROMISES                see promise.table.ts
 *   figures of a month                            FIGURES                        see figures.table.ts
 *   who is on call when                           ONCALL, ROTA#<district>        see rota.table.ts
 *   who supervises a counsellor, and sessions     COUNSELLOR#<id>                see supervision.table.ts
 *
 *   the queue of a street, most urgent first      byQueue: QUEUE#<street>        <order>#<instant>#<id>
 *   the cases of a counsellor                     byCounsellor: <pseudonym>      <instant>#<id>
 *   the cases of a social worker                  bySocialWorker: <pseudonym>    <instant>#<id>
 *   those of them that have not ended             openBySocialWorker: <pseudonym>    <instant>#<id>
 *   what nobody has taken in hand yet             openBySocialWorker: UNCLAIMED#<street>   <instant>#<id>
 *   open escalations, the next deadline first     byDue: ESCALATIONS             <instant>#<id>
 *   counsellors whose papers run out, or who left byDue: COUNSELLORPAPERS         <instant>#<id>
 *   cases that the clock must look at             byDue: CASES                   <instant>#<id>
 *   a social worker's follow-ups, the next first  openBySocialWorker: FOLLOWUPS#<pseudonym>   <instant>#<escalation>#<step>
 *   follow-ups that were not made in time         byDue: FOLLOWUPS               <instant of the next alarm>#<escalation>#<step>
 *   … and the reports that need a receipt         byDue: REPORTS#<pseudonym>     <instant>#<case>
 *   … and the referrals that nobody has confirmed byDue: REFERRALS#<pseudonym>   <instant>#<id>
 *   a counsellor's sessions to come, by person    byDue: SESSIONS#<pseudonym>    <instant>#<id>
 *
 * What lies open in a row is what an index or a condition needs: ids, places, states, times and counts. Sealed under the key of care
 * are the alias and the risk (`headSealed`, which lists open), all that was asked for (`contentSealed`), answers and scores, reasons,
 * notes, and the profile of a counsellor. Five things lie open in code: the place in the queue (`order`, while a case waits), that a
 * case is escalated, whether somebody was reached, when the clock looks at a case (not what for), and that a report is open. People appear
 * under the pseudonyms of `pseudonym.ts` only. No row is ever
 * deleted but the counts of tries, an hour later, duties that are taken off a rota, and the way from a person to a profile that has ended.
 */

/** 1 high, 2 not screened (nobody knows yet), 3 moderate, 4 low. */
const QueueOrder = z.int().min(1).max(4);

export const CaseItem = itemType({
  entity: 'supportCase',
  schema: z.object({
    id: Id('supportCase'),
    place: DeskPlace,
    state: CaseState,
    /** Only while it waits. */
    order: QueueOrder.optional(),
    receivedAt: Instant,
    consent: z.object({ version: z.string(), at: Instant }),
    /** `unclaimedAt(place)` as long as nobody has taken it in hand. */
    socialWorker: z.string(),
    counsellorId: Id('counsellor').optional(),
    /** The person behind that counsellor; taken away with the assignment, and reading ends with it. */
    counsellor: z.string().optional(),
    assignedAt: Instant.optional(),
    /** While the people on call look for contact. */
    escalationId: Id('escalation').optional(),
    /** When the clock looks at it, by `look-at.ts`. */
    lookAt: Instant.optional(),
    /** How often somebody was called because nobody had taken it. */
    untakenAlarms: z.int().optional(),
    closedAt: Instant.optional(),
    outcomeSealed: z.string().optional(),
    headSealed: z.string(),
    contentSealed: z.string(),
    version: z.int(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `CASE#${id}`, sk: 'CASE' }),
  indexes: {
    byQueue: ({ id, place, order, receivedAt }) =>
      order === undefined ? undefined : { pk: queueOf(place), sk: `${order}#${receivedAt}#${id}` },
    byCounsellor: ({ id, counsellor, assignedAt }) =>
      counsellor === undefined ? undefined : { pk: counsellor, sk: `${assignedAt}#${id}` },
    bySocialWorker: ({ id, socialWorker, receivedAt }) => ({ pk: socialWorker, sk: `${receivedAt}#${id}` }),
    openBySocialWorker: ({ id, state, socialWorker, receivedAt }) =>
      state === 'closed' ? undefined : { pk: socialWorker, sk: `${receivedAt}#${id}` },
    byDue: ({ id, state, lookAt }) =>
      lookAt === undefined || state === 'closed' ? undefined : { pk: casesToLookAt, sk: `${lookAt}#${id}` },
  },
});
export type SupportCase = z.output<typeof CaseItem.schema>;

export const casesToLookAt = 'CASES';

/** The queue that a desk's requests wait in: its street's, so that one street sees all of its own. */
export const queueOf = (place: string) => `QUEUE#${streetOf(place)}`;

/** In whose hands the requests by the web of a street are until a social worker takes the next. No pseudonym looks like this. */
export const unclaimedAt = (place: string) => `UNCLAIMED#${streetOf(place)}`;
export const isUnclaimed = ({ socialWorker }: { socialWorker: string }) => socialWorker.startsWith('UNCLAIMED#');

/** What a return code opens, together with the word, of which there is a slow digest. */
export const ReturnItem = itemType({
  entity: 'returnOfCase',
  schema: z.object({ index: z.string(), caseId: Id('supportCase'), wordDigest: z.string() }),
  key: ({ index }: { index: string }) => ({ pk: `RETURN#${index}`, sk: 'RETURN' }),
});

export const CareRate = itemType({
  entity: 'rate',
  schema: z.object({ subject: z.string(), hour: z.string(), count: z.int(), purgeAt: z.int() }),
  key: ({ subject, hour }: { subject: string; hour: string }) => ({ pk: `RATE#${subject}`, sk: hour }),
  purgeAt: ({ purgeAt }) => purgeAt,
});

const ofCase = z.object({ caseId: Id('supportCase'), at: Instant });

export const ScreeningItem = itemType({
  entity: 'screening',
  schema: ofCase.extend({ key: z.string(), sealed: z.string() }),
  key: ({ caseId, at, key }: { caseId: string; at: string; key: string }) => ({
    pk: `CASE#${caseId}`,
    sk: `SCREENING#${at}#${key}`,
  }),
});

export type ScreeningRow = z.output<typeof ScreeningItem.schema>;

/** A decision of the social worker, with what had been suggested and, sealed, why another was chosen. */
export const AssignmentItem = itemType({
  entity: 'assignment',
  schema: ofCase.extend({
    counsellorId: Id('counsellor'),
    suggested: z.array(Id('counsellor')),
    sealed: z.string(),
  }),
  key: ({ caseId, at }: { caseId: string; at: string }) => ({ pk: `CASE#${caseId}`, sk: `ASSIGNMENT#${at}` }),
});

export const NoteItem = itemType({
  entity: 'note',
  schema: ofCase.extend({ id: Id('note'), counsellorId: Id('counsellor'), sealed: z.string() }),
  key: ({ caseId, at, id }: { caseId: string; at: string; id: string }) => ({
    pk: `CASE#${caseId}`,
    sk: `NOTE#${at}#${id}`,
  }),
});

/** What a counsellor left for the next. It is added and never changed. */
export const HandoverItem = itemType({
  entity: 'handover',
  schema: ofCase.extend({ counsellorId: Id('counsellor'), sealed: z.string() }),
  key: ({ caseId, at }: { caseId: string; at: string }) => ({ pk: `CASE#${caseId}`, sk: `HANDOVER#${at}` }),
});
export type HandoverRow = z.output<typeof HandoverItem.schema>;

/** A version of the safety plan; the highest is the one that holds. */
export const SafetyPlanItem = itemType({
  entity: 'safetyPlan',
  schema: ofCase.extend({ version: z.int(), by: z.string(), sealed: z.string() }),
  key: ({ caseId, version }: { caseId: string; version: number }) => ({
    pk: `CASE#${caseId}`,
    sk: `PLAN#${String(version).padStart(6, '0')}`,
  }),
});

/** Harm to a minor that has to be reported: open until there is a receipt. It outlives the case. */
export const ReportItem = itemType({
  entity: 'report',
  schema: ofCase.extend({ socialWorker: z.string(), open: z.boolean(), sealed: z.string() }),
  key: ({ caseId, at }: { caseId: string; at: string }) => ({ pk: `CASE#${caseId}`, sk: `REPORT#${at}` }),
  indexes: {
    byDue: ({ open, socialWorker, at, caseId }) =>
      open ? { pk: reportsBy(socialWorker), sk: `${at}#${caseId}` } : undefined,
  },
});
export type ReportRow = z.output<typeof ReportItem.schema>;

export const reportsBy = (socialWorker: string) => `REPORTS#${socialWorker}`;

/** A risk that was lowered, with the reason under seal. */
export const RiskItem = itemType({
  entity: 'loweredRisk',
  schema: ofCase.extend({ by: z.string(), sealed: z.string() }),
  key: ({ caseId, at }: { caseId: string; at: string }) => ({ pk: `CASE#${caseId}`, sk: `RISK#${at}` }),
});
