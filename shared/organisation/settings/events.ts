import * as z from 'zod';
import { eventType } from '../../kernel/events.ts';
import { Id } from '../../kernel/ids.ts';
import { Day } from '../../kernel/time.ts';
import { groupNames } from './groups.ts';

const ofChange = { id: Id('settingsChange'), group: z.enum(groupNames), from: Day };

/** Somebody wants figures changed; a coordinator of the whole district is to decide. */
export const settingsProposed = eventType('organisation.settingsProposed', z.object(ofChange));

/** Somebody decided; `proposedBy` is the account that is told. */
export const settingsDecided = eventType(
  'organisation.settingsDecided',
  z.object({ ...ofChange, approved: z.boolean(), proposedBy: Id('account') }),
);
