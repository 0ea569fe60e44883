import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { SpokenLanguage } from '../../people/languages.ts';
import { ForWhom } from '../schema.ts';

export const EscalationsQuery = PageQuery.extend({ place: Scope });

/** An open call for help: where, how long it has been open, and what is due next. */
export const EscalationEntry = z.object({
  escalationId: Id('escalation'),
  place: Scope,
  level: z.int(),
  openedAt: Instant,
  awaits: z.enum(['page', 'acknowledgement', 'contact']),
  dueAt: Instant,
  acknowledgedAt: Instant.optional(),
  /** The rota had nobody who may answer, so everybody on call there was called. */
  isUnmanned: z.boolean(),
});
export type EscalationEntry = z.infer<typeof EscalationEntry>;

/** How a try to make contact ended. Only the latter two end a call: somebody spoke with the person, or 110 or 120 has said that it is with her. */
export const ContactOutcome = z.enum(['notReached', 'personReached', 'emergencyServiceConfirmed'], {
  error: 'field.choice',
});
export type ContactOutcome = z.infer<typeof ContactOutcome>;

export const Contact = z.strictObject({ outcome: ContactOutcome });

/** A try to make contact, kept in the call. */
export const ContactTry = z.object({ at: Instant, outcome: ContactOutcome });

/** What somebody on call needs to reach the person, for as long as the call is open. */
export const EscalationView = EscalationEntry.extend({
  alias: z.string(),
  forWhom: ForWhom,
  contact: z.string().optional(),
  languages: z.array(SpokenLanguage),
  summary: z.string().optional(),
  /** In order of time. */
  tries: z.array(ContactTry),
});
export type EscalationView = z.infer<typeof EscalationView>;

export const EscalationStanding = z.object({ escalationId: Id('escalation'), open: z.boolean() });
