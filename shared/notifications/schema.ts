import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';
import { channels } from './groups.ts';

/** A notice in the reader's language. `shiftId` is there when it is about a shift. */
export const Notification = z.object({
  id: z.string(),
  at: Instant,
  kind: z.string(),
  heading: z.string(),
  body: z.string(),
  shiftId: Id('shift').optional(),
  /** Of a notice about a place that is handed over, besides its shift. */
  handoverId: Id('handover').optional(),
  /** No channel got it to the person. */
  undelivered: z.boolean().optional(),
});
export type Notification = z.infer<typeof Notification>;

/** What became of a message: on its way, sent, tried in vain by every channel, or of no use any more when its turn came. */
export const messageStates = ['waiting', 'sent', 'failed', 'dropped'] as const;

/** A notice on its way, or as it went, by another channel than the site. */
export const SentMessage = z.object({
  id: z.string(),
  at: Instant,
  state: z.enum(messageStates),
  channel: z.enum(channels).optional(),
  heading: z.string(),
  body: z.string().optional(),
  sentAt: Instant.optional(),
});
export type SentMessage = z.infer<typeof SentMessage>;

export const Unsubscription = z.object({ token: z.string().min(20).max(120) });
