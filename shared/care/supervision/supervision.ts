import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Day, dayOf, Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { Mobile } from '../../people/registration/details.ts';
import { Risk } from '../instruments/triage.ts';
import { CaseState } from '../schema.ts';

/** How far ahead a supervision session is planned (house). */
export const supervisionAheadDays = 90;

/** A supervisor, by the pseudonym that care knows the account by. */
export const SupervisorKey = z.string().regex(/^[\w-]{20,100}$/, { error: 'field.choice' });

/** What a supervisor tells before counsellors can be given to her: what they call her, and the phone that reminders go to. */
export const SupervisorCard = z.strictObject({ workName: z.string().trim().min(1).max(12), mobile: Mobile });
export type SupervisorCard = z.output<typeof SupervisorCard>;

/** The days on which her deputies stand in, both included; neither, to be there again. */
export const Absence = z
  .strictObject({ from: Day.optional(), until: Day.optional() })
  .refine(({ from, until }) => (from === undefined) === (until === undefined), {
    path: ['until'],
    error: 'field.required',
  })
  .refine(({ from = '', until = '' }) => from <= until, { path: ['until'], error: 'shift.endsBeforeStart' });
export type Absence = z.output<typeof Absence>;

type Away = Readonly<{ from?: Day | undefined; until?: Day | undefined }>;

/** Whether a deputy stands in at this moment. */
export function isAway({ from, until }: Away, now: Instant): boolean {
  const today = dayOf(now);
  return from !== undefined && until !== undefined && from <= today && today <= until;
}

/** Who supervises a counsellor from now on, and who stands in for her. `version` is that of the supervision as it was seen; 0 while there is none. */
export const SupervisorChange = z
  .strictObject({
    version: z.int(),
    supervisor: SupervisorKey,
    deputy: SupervisorKey.optional(),
    reason: z.string().trim().min(2).max(200),
  })
  .refine(({ supervisor, deputy }) => supervisor !== deputy, { path: ['deputy'], error: 'duty.deputyIsFirst' });
export type SupervisorChange = z.output<typeof SupervisorChange>;

/** Nothing of what was told, because answers to commands are kept. */
export const SupervisorKept = z.object({ isKept: z.literal(true) });
export const SupervisionStanding = z.object({ counsellorId: Id('counsellor'), version: z.int() });

export const SupervisorsQuery = z.object({ place: Scope });
const SupervisorView = z.object({ supervisor: SupervisorKey, workName: z.string() });
export const Supervisors = z.object({ items: z.array(SupervisorView) });

export const supervisionStates = ['planned', 'held', 'cancelled'] as const;

/** When and where a supervision session is held; the place may be a phone call. */
export const SupervisionPlan = z.strictObject({
  startsAt: Instant,
  where: z.string().trim().min(1).max(60),
});
export type SupervisionPlan = z.output<typeof SupervisionPlan>;

const sessionKey = { sessionId: Id('session'), startsAt: Instant };

/** How it went. One that was held has minutes and the steps that were agreed; both are sealed. */
export const SupervisionReport = z.discriminatedUnion(
  'outcome',
  [
    z.strictObject({
      ...sessionKey,
      outcome: z.literal('held'),
      minutes: z.string().trim().min(10).max(4_000),
      steps: z.array(z.string().trim().min(1).max(200)).max(6),
    }),
    z.strictObject({ ...sessionKey, outcome: z.literal('cancelled') }),
  ],
  { error: 'field.choice' },
);
export type SupervisionReport = z.output<typeof SupervisionReport>;

/** A supervision session as the two see it. */
export const SupervisionSession = z.object({
  ...sessionKey,
  state: z.enum(supervisionStates),
  where: z.string(),
  /** What was written down when it was held. */
  minutes: z.string().optional(),
  steps: z.array(z.string()),
});
export type SupervisionSession = z.infer<typeof SupervisionSession>;
export const SupervisionSessionRef = z.object({ ...sessionKey, state: z.enum(supervisionStates) });

/** A counsellor in the list of her supervisor or of a deputy. */
export const Supervisee = z.object({
  counsellorId: Id('counsellor'),
  workName: z.string(),
  as: z.enum(['supervisor', 'deputy']),
  /** Whether her cases are open to the one who asks, now: to a deputy only while the supervisor is away. */
  isOpen: z.boolean(),
  supervisedUntil: Instant,
  openCases: z.int(),
});
export type Supervisee = z.infer<typeof Supervisee>;

/** What a supervisor sees of her own supervising. */
export const OwnSupervising = z.object({
  /** As she told it; of the phone its end only. */
  card: z.object({ workName: z.string(), mobile: z.string() }).optional(),
  away: z.object({ from: Day, until: Day }).optional(),
  items: z.array(Supervisee),
  cursor: z.string().optional(),
});

/** A counsellor as her supervisor sees her: the cases that are in her hands. */
export const SuperviseeView = z.object({
  ...Supervisee.omit({ as: true, isOpen: true }).shape,
  /** At most twenty, by the limit of cases. */
  cases: z.array(z.object({ caseId: Id('supportCase'), alias: z.string(), state: CaseState, risk: Risk.optional() })),
  planned: SupervisionSession.optional(),
});

/** What a counsellor sees of her own supervision. */
export const OwnSupervision = z.object({
  supervisor: z.string().optional(),
  deputy: z.string().optional(),
  /** Whether the deputy stands in now. */
  isStoodIn: z.boolean(),
  supervisedUntil: Instant,
  planned: SupervisionSession.optional(),
  /** The end of the phone that reminders go to. */
  phone: z.string().optional(),
});

export const ReminderPhone = z.strictObject({ mobile: Mobile });
