import { highestLevel, nextDueAt } from '@kaifong/shared/care/on-call/escalation.ts';
import { ContactTry } from '@kaifong/shared/care/on-call/escalation-schema.ts';
import { type FollowUpStep, FollowUpView } from '@kaifong/shared/care/on-call/follow-up.ts';
import { followUpAlarmAt } from '@kaifong/shared/care/on-call/follow-up-alarm.ts';
import { DeskPlace } from '@kaifong/shared/care/schema.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/* A crisis, and getting in touch after it; their access patterns stand with all others of care in `care.table.ts`. */

export const EscalationItem = itemType({
  entity: 'escalation',
  schema: z.object({
    id: Id('escalation'),
    caseId: Id('supportCase'),
    place: DeskPlace,
    open: z.boolean(),
    openedAt: Instant,
    awaits: z.enum(['page', 'acknowledgement', 'contact']),
    dueAt: Instant,
    /** When the deputy is called, while nobody has answered. */
    deputyDueAt: Instant.optional(),
    /** At its opening the rota had nobody, and everybody on call was called. */
    isUnmanned: z.boolean().optional(),
    level: z.int().min(0).max(highestLevel),
    acknowledgedAt: Instant.optional(),
    acknowledgedBy: z.string().optional(),
    /** Every try to make contact: when, by whom, and how it ended. */
    tries: z.array(ContactTry.extend({ by: z.string() })),
    endedAt: Instant.optional(),
    version: z.int(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `ESCALATION#${id}`, sk: 'ESCALATION' }),
  indexes: {
    byDue: ({ id, open, ...clock }) => (open ? { pk: openEscalations, sk: `${nextDueAt(clock)}#${id}` } : undefined),
  },
});
export type Escalation = z.output<typeof EscalationItem.schema>;

export const openEscalations = 'ESCALATIONS';

/** Getting in touch again after a crisis. It outlives the case: whoever was in danger is asked once more even when the case has ended. */
export const FollowUpItem = itemType({
  entity: 'followUp',
  schema: FollowUpView.extend({
    caseId: Id('supportCase'),
    socialWorker: z.string(),
    /** How often somebody was called because it was not made; not there on one of before there were alarms. */
    alarms: z.int().optional(),
    version: z.int(),
  }),
  key: ({ caseId, escalationId, step }: { caseId: string; escalationId: string; step: FollowUpStep }) => ({
    pk: `CASE#${caseId}`,
    sk: `FOLLOWUP#${escalationId}#${step}`,
  }),
  indexes: {
    openBySocialWorker: ({ open, socialWorker, dueAt, escalationId, step }) =>
      open ? { pk: followUpsOf(socialWorker), sk: `${dueAt}#${escalationId}#${step}` } : undefined,
    byDue: ({ open, escalationId, step, ...alarm }) =>
      open ? { pk: openFollowUps, sk: `${followUpAlarmAt(alarm)}#${escalationId}#${step}` } : undefined,
  },
});
export type FollowUp = z.output<typeof FollowUpItem.schema>;

/** Of all social workers, by when somebody is called. */
export const openFollowUps = 'FOLLOWUPS';

export const followUpsOf = (socialWorker: string) => `FOLLOWUPS#${socialWorker}`;
