import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';

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
});
export type Notification = z.infer<typeof Notification>;
