import * as z from 'zod';
import { defineErrors } from '../../kernel/errors.ts';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Day } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';

/** A day of a counsellor that a supervisor is to confirm: how long in all, and nothing of with whom. */
export const CounsellorHours = z.object({
  counsellorId: Id('counsellor'),
  workName: z.string(),
  day: Day,
  /** Minutes of the sessions that were held. */
  minutes: z.int(),
  sessions: z.int(),
  /** What was confirmed before a session was set right. */
  confirmedBefore: z.int().optional(),
  /** One's own, which another supervisor confirms. */
  isOwn: z.boolean(),
});
export type CounsellorHours = z.infer<typeof CounsellorHours>;

export const HoursQuery = PageQuery.extend({ place: Scope });
export type HoursQuery = z.output<typeof HoursQuery>;

/** `minutes` are those that were seen, so that what was told meanwhile is not confirmed unseen. */
export const HoursConfirmation = z.strictObject({ day: Day, minutes: z.int().min(0).max(1440) });
export type HoursConfirmation = z.output<typeof HoursConfirmation>;

export const HoursConfirmed = z.object({ counsellorId: Id('counsellor'), day: Day, minutes: z.int() });

export const hoursErrors = defineErrors('careHours', {
  own: [
    'conflict',
    '这是您自己的时长，要由另一位督导确认。',
    '這是您自己的時數，要由另一位督導確認。',
    'These are your own hours. Another supervisor confirms them.',
  ],
  changed: [
    'conflict',
    '这一天的会谈刚有改动，现在共 {minutes} 分钟。请看过再确认。',
    '這一天的會談剛有改動，現在共 {minutes} 分鐘。請看過再確認。',
    'A session of this day was told of anew: it is {minutes} minutes now. Please look again before you confirm.',
  ],
  notOver: [
    'conflict',
    '这一天还没有过完，请明天再确认。',
    '這一天還沒有過完，請明天再確認。',
    'This day is not over yet. Please confirm it tomorrow.',
  ],
});
