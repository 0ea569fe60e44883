import * as z from 'zod';
import { eventType } from '../../kernel/events.ts';
import { Id } from '../../kernel/ids.ts';
import { entryKinds } from './schema.ts';

/** Something was written in somebody's service file, or a wrong entry was taken back. */
export const fileEntryMoved = eventType(
  'attendance.fileEntryMoved',
  z.object({
    volunteerId: Id('volunteer'),
    entryId: Id('fileEntry'),
    kind: z.enum(entryKinds),
    title: z.string(),
    state: z.enum(['recorded', 'withdrawn']),
  }),
);
