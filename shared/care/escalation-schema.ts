import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { PageQuery } from '../kernel/paging.ts';
import { Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';
import { SpokenLanguage } from '../people/languages.ts';
import { ForWhom } from './schema.ts';

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
});
export type EscalationEntry = z.infer<typeof EscalationEntry>;

/** What somebody on call needs to reach the person, for as long as the call is open. */
export const EscalationView = EscalationEntry.extend({
  alias: z.string(),
  forWhom: ForWhom,
  contact: z.string().optional(),
  languages: z.array(SpokenLanguage),
  summary: z.string().optional(),
});
export type EscalationView = z.infer<typeof EscalationView>;

/** Whether the person was reached. */
export const Contact = z.strictObject({ reached: z.boolean() });

export const EscalationStanding = z.object({ escalationId: Id('escalation'), open: z.boolean() });
