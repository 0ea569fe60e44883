import { HandoverView } from '@kaifong/shared/care/cases/handover.ts';
import { NoteView } from '@kaifong/shared/care/cases/note.ts';
import { Outreach } from '@kaifong/shared/care/cases/outreach.ts';
import { ReferralView } from '@kaifong/shared/care/cases/referral.ts';
import { ReportView } from '@kaifong/shared/care/cases/report.ts';
import { SafetyPlanSteps } from '@kaifong/shared/care/cases/safety-plan.ts';
import { SessionPlace, SessionReport } from '@kaifong/shared/care/cases/session.ts';
import { CounsellorEnd } from '@kaifong/shared/care/counsellors/counsellor-end.ts';
import { Enrolment } from '@kaifong/shared/care/counsellors/counsellor-schema.ts';
import { Risk } from '@kaifong/shared/care/instruments/triage.ts';
import { LowerRisk } from '@kaifong/shared/care/on-call/follow-up.ts';
import { OpeningReview } from '@kaifong/shared/care/opening.ts';
import { Closure, KeepAway, ScreeningAnswers, ScreeningView, Wishes } from '@kaifong/shared/care/schema.ts';
import { CheckInView } from '@kaifong/shared/care/supervision/check-in.ts';
import { DiscussionView } from '@kaifong/shared/care/supervision/discussion.ts';
import { SupervisionSession } from '@kaifong/shared/care/supervision/supervision.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { SpokenLanguage } from '@kaifong/shared/people/languages.ts';
import * as z from 'zod';
import type { Sealer } from '../platform/sealing.ts';

/** A record that is stored as one sealed text: its schema, and the place that the text opens at and nowhere else. */
export type SealedRecord<Value, Parts extends readonly string[]> = Readonly<{
  seal: (sealer: Sealer, value: Value, ...parts: Parts) => Promise<string>;
  /** @throws Error when the text was changed, moved or does not parse */
  open: (sealer: Sealer, sealed: string, ...parts: Parts) => Promise<Value>;
}>;

function sealedRecord<Schema extends z.ZodType, Parts extends readonly string[]>(
  schema: Schema,
  placeOf: (...parts: Parts) => string,
): SealedRecord<z.output<Schema>, Parts> {
  return {
    seal: (sealer, value, ...parts) => sealer.seal(JSON.stringify(schema.parse(value)), placeOf(...parts)),
    open: async (sealer, sealed, ...parts) => schema.parse(JSON.parse(await sealer.open(sealed, placeOf(...parts)))),
  };
}

/** What lists open of a case. */
export const CaseHead = sealedRecord(
  z.object({ alias: z.string(), risk: Risk.optional() }),
  (caseId: string) => `case/${caseId}/head`,
);

/** What was asked for, and who is to be kept away. */
export const CaseContent = sealedRecord(
  z.object({ ...Wishes.shape, keepAway: KeepAway }),
  (caseId: string) => `case/${caseId}/content`,
);

/** A screening: what it showed, and the answers that it was scored from. */
export const ScreeningRecord = sealedRecord(
  ScreeningView.extend({
    answers: ScreeningAnswers,
    risk: Risk,
  }),
  (caseId: string, key: string) => `case/${caseId}/screening/${key}`,
);

/** Why another counsellor was chosen than was suggested, and the risk at that moment. */
export const AssignmentRecord = sealedRecord(
  z.object({ overrideReason: z.string().optional(), risk: Risk.optional() }),
  (caseId: string, at: string) => `case/${caseId}/assignment/${at}`,
);

/** Why a risk was lowered, from what and to what. */
export const RiskRecord = sealedRecord(
  LowerRisk.extend({ from: Risk }),
  (caseId: string, at: string) => `case/${caseId}/risk/${at}`,
);

/** Signs of harm to a minor, who saw them, and who took the report. */
export const ReportRecord = sealedRecord(
  ReportView.omit({ at: true, open: true }).extend({ by: z.string() }),
  (caseId: string, at: string) => `case/${caseId}/report/${at}`,
);

/** How and where a session is held, and what was told of it, the first telling first. */
export const SessionRecord = sealedRecord(
  SessionPlace.omit({ startsAt: true }).extend({
    told: z.array(z.object({ at: Instant, by: z.string(), report: SessionReport })),
  }),
  (caseId: string, sessionId: string) => `case/${caseId}/session/${sessionId}`,
);

export const OutreachRecord = sealedRecord(
  Outreach.extend({ by: z.string() }),
  (caseId: string, at: string) => `case/${caseId}/outreach/${at}`,
);

export const ReferralRecord = sealedRecord(
  ReferralView.omit({ referralId: true, at: true, open: true, dueAt: true }).extend({ by: z.string() }),
  (caseId: string, referralId: string) => `case/${caseId}/referral/${referralId}`,
);

export const HandoverRecord = sealedRecord(
  HandoverView.omit({ at: true, counsellorId: true }).extend({ by: z.string() }),
  (caseId: string, at: string) => `case/${caseId}/handover/${at}`,
);

export const OutcomeRecord = sealedRecord(Closure, (caseId: string) => `case/${caseId}/outcome`);

export const NoteRecord = sealedRecord(
  NoteView.omit({ noteId: true, at: true, counsellorId: true }),
  (caseId: string, noteId: string) => `case/${caseId}/note/${noteId}`,
);

export const SafetyPlanRecord = sealedRecord(
  SafetyPlanSteps,
  (caseId: string, version: string) => `case/${caseId}/plan/${version}`,
);

/** What somebody on call is called at work, and the phone that is rung, E.164. */
export const DutyCardRecord = sealedRecord(
  z.object({ workName: z.string(), mobile: z.string() }),
  (member: string) => `onCall/${member}`,
);

/** A counsellor, as enrolled; `volunteerId` is the only way back to the person, and opens with the key of care only. */
export const CounsellorProfile = sealedRecord(
  z.object({
    ...Enrolment.omit({ volunteerNumber: true, supervisedOn: true, credential: true, vettedUntil: true }).shape,
    volunteerId: Id('volunteer'),
    credentialNumber: z.string().optional(),
    languages: z.array(SpokenLanguage),
    community: Scope,
  }),
  (counsellorId: string) => `counsellor/${counsellorId}/profile`,
);
export type CounsellorProfile = Awaited<ReturnType<(typeof CounsellorProfile)['open']>>;

/** Why a counsellor pauses, in her own words and for herself. */
export const PauseRecord = sealedRecord(
  z.object({ reason: z.string().optional() }),
  (counsellorId: string) => `counsellor/${counsellorId}/pause`,
);

/** Why somebody counsels no more, and who ended it. */
export const CounsellorEndRecord = sealedRecord(
  CounsellorEnd.pick({ reason: true, text: true }).extend({ by: z.string() }),
  (counsellorId: string) => `counsellor/${counsellorId}/end`,
);

/** Who supervises a counsellor from a moment on, and why that was changed. */
export const SupervisorChangeRecord = sealedRecord(
  z.object({ supervisor: z.string(), deputy: z.string().optional(), reason: z.string(), by: z.string() }),
  (counsellorId: string, at: string) => `counsellor/${counsellorId}/supervisor/${at}`,
);

/** Where a supervision session is held, and what was written down of it. */
export const SupervisionRecord = sealedRecord(
  SupervisionSession.pick({ where: true, minutes: true, steps: true }),
  (counsellorId: string, sessionId: string) => `counsellor/${counsellorId}/supervision/${sessionId}`,
);

/** What a counsellor brings to supervision: no case, no alias. */
export const DiscussionRecord = sealedRecord(
  DiscussionView.pick({ ageBand: true, audience: true, topics: true, risk: true, sessions: true, text: true }),
  (counsellorId: string, discussionId: string) => `counsellor/${counsellorId}/discussion/${discussionId}`,
);

/** How a counsellor is herself, also that she did not say. */
export const CheckInRecord = sealedRecord(
  CheckInView.omit({ at: true }),
  (counsellorId: string, at: string) => `counsellor/${counsellorId}/checkIn/${at}`,
);

/** Why a supervisor opened a case in an emergency, and what another made of it. */
export const OpeningRecord = sealedRecord(
  z.object({
    reason: z.string(),
    review: OpeningReview.pick({ verdict: true, text: true }).extend({ by: z.string(), at: Instant }).optional(),
  }),
  (caseId: string, openedAt: string) => `case/${caseId}/opening/${openedAt}`,
);
