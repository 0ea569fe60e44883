import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { day, dayOf, Instant, minute, shiftBy } from '../../kernel/time.ts';

/** How a session is held: in a room of a centre, by phone, or by a video link that the counsellor enters. */
export const sessionModes = ['centre', 'phone', 'video'] as const;
export const SessionMode = z.enum(sessionModes, { error: 'field.choice' });
export type SessionMode = z.infer<typeof SessionMode>;

/**
 * How far ahead sessions of a case are planned and how many at once, how long after it a talk that was not planned may be written down, and how many minutes of
 * sessions a counsellor may hold on a day (house).
 */
export const sessionLimits = { aheadDays: 90, plannedAtOnce: 8, writtenDownDays: 7, minutesADay: 480 } as const;

/** How long after its end somebody may take to tell how a session went, before others are called (house). */
export const toldWithin = 2 * day;

const Minutes = z.int().min(5).max(180);

/** Where a video session is held: a page that is sent encrypted, with no name or password in its address. */
const VideoLink = z
  .string()
  .trim()
  .max(300)
  .refine((text) => isVideoLink(text), { error: 'field.invalid' });

function isVideoLink(text: string): boolean {
  if (!/^https:\/\/[^\s/@]+\.[^\s/@]+\S*$/i.test(text)) return false;
  try {
    const { username, password } = new URL(text);
    return username === '' && password === '';
  } catch {
    return false;
  }
}

const times = { startsAt: Instant, minutes: Minutes };

/** A session as it is planned. */
export const SessionPlan = z.discriminatedUnion(
  'mode',
  [
    z.strictObject({ mode: z.literal('centre'), ...times, room: z.string().trim().min(1).max(60) }),
    z.strictObject({ mode: z.literal('phone'), ...times }),
    z.strictObject({ mode: z.literal('video'), ...times, link: VideoLink }),
  ],
  { error: 'field.choice' },
);
export type SessionPlan = z.output<typeof SessionPlan>;

/** A talk that nobody had planned, once it is over; minutes are those that were really spent with the person. */
export const UnplannedTalk = z.strictObject({
  mode: SessionMode,
  ...times,
  room: z.string().trim().min(1).max(60).optional(),
});
export type UnplannedTalk = z.output<typeof UnplannedTalk>;

const reason = { reason: z.string().trim().min(5).max(300).optional() };

/**
 * How a session went; minutes are those that were really spent with the person. Telling it again, to set it right, takes a reason.
 */
export const SessionReport = z.discriminatedUnion(
  'outcome',
  [
    z.strictObject({ outcome: z.literal('held'), minutes: Minutes, ...reason }),
    z.strictObject({ outcome: z.literal('noShow'), ...reason }),
    z.strictObject({ outcome: z.literal('cancelled'), ...reason }),
  ],
  { error: 'field.choice' },
);
export type SessionReport = z.output<typeof SessionReport>;

export const SessionState = z.enum(['planned', 'held', 'noShow', 'cancelled']);
export type SessionState = z.infer<typeof SessionState>;

export const SessionRef = z.object({ caseId: Id('supportCase'), sessionId: Id('session') });
export const SessionStanding = z.object({ sessionId: Id('session'), state: SessionState });

/** What a person needs to come to a session. */
export const SessionPlace = z.object({
  startsAt: Instant,
  /** As planned. */
  minutes: z.int(),
  mode: SessionMode,
  room: z.string().optional(),
  link: z.string().optional(),
});
export type SessionPlace = z.infer<typeof SessionPlace>;

/** A session as the two people of a case see it. */
export const SessionView = SessionPlace.extend({
  sessionId: Id('session'),
  state: SessionState,
  /** Minutes that were held. */
  held: z.int().optional(),
  /** Why what was told before was set right, the last time. */
  reason: z.string().optional(),
});
export type SessionView = z.infer<typeof SessionView>;

/** A session that is still to be held, in a list of a counsellor's own. */
export const SessionEntry = z.object({
  sessionId: Id('session'),
  caseId: Id('supportCase'),
  alias: z.string(),
  startsAt: Instant,
  mode: SessionMode,
});
export type SessionEntry = z.infer<typeof SessionEntry>;

type Times = Readonly<{ startsAt: Instant; minutes: number }>;

/** When a session ends, as planned. */
export const endOf = ({ startsAt, minutes }: Times): Instant => shiftBy(startsAt, minutes * minute);

/** Whether a session can be planned for this time: ahead, not too far, and on one day. */
export function isPlannable(plan: Times, now: Instant): boolean {
  const { startsAt } = plan;
  const isAhead = startsAt > now && startsAt <= shiftBy(now, sessionLimits.aheadDays * day);
  return isAhead && dayOf(startsAt) === dayOf(shiftBy(endOf(plan), -1));
}

/** Whether a talk can be written down that was held at this time: it is over, not long ago, on one day, and since the counsellor has the case. */
export function isWritable(talk: Times, { assignedAt, now }: Readonly<{ assignedAt: Instant; now: Instant }>): boolean {
  const { startsAt } = talk;
  const isRecent = startsAt >= assignedAt && startsAt >= shiftBy(now, -sessionLimits.writtenDownDays * day);
  return isRecent && endOf(talk) <= now && dayOf(startsAt) === dayOf(shiftBy(endOf(talk), -1));
}

/** Whether two times of a counsellor share a minute. */
export function overlaps(
  one: Readonly<{ startsAt: Instant; endsAt: Instant }>,
  other: Readonly<{ startsAt: Instant; endsAt: Instant }>,
): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}
