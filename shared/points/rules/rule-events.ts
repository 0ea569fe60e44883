import * as z from 'zod';
import { eventType } from '../../kernel/events.ts';
import { Id } from '../../kernel/ids.ts';

/** Rules were proposed, and this part of the people is to be reckoned by them. */
export const rulesProposed = eventType(
  'points.rulesProposed',
  z.object({ id: Id('pointsRules'), part: z.int().min(0) }),
);
