import { SessionState } from '@kaifong/shared/care/cases/session.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day, Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/* Sessions, and looking for one who did not come; their access patterns stand with all others of care in `care.table.ts`. */

/** A session: when and how it stands; where it is held and what was told of it is sealed. */
export const SessionItem = itemType({
  entity: 'session',
  schema: z.object({
    id: Id('session'),
    caseId: Id('supportCase'),
    counsellorId: Id('counsellor'),
    /** The person behind that counsellor. */
    counsellor: z.string(),
    state: SessionState,
    startsAt: Instant,
    sealed: z.string(),
    version: z.int(),
  }),
  key: ({ caseId, id }: { caseId: string; id: string }) => ({ pk: `CASE#${caseId}`, sk: `SESSION#${id}` }),
  indexes: {
    byDue: ({ id, state, counsellor, startsAt }) =>
      state === 'planned' ? { pk: sessionsOf(counsellor), sk: `${startsAt}#${id}` } : undefined,
  },
});
export type SessionRow = z.output<typeof SessionItem.schema>;

export const sessionsOf = (counsellor: string) => `SESSIONS#${counsellor}`;

/** A day of a counsellor over all cases: no two sessions share a minute. It names no case. */
export const CounsellorDay = itemType({
  entity: 'counsellorDay',
  schema: z.object({
    counsellorId: Id('counsellor'),
    day: Day,
    /** Those planned or held; minutes once they were held. */
    sessions: z.array(
      z.object({ sessionId: Id('session'), startsAt: Instant, endsAt: Instant, minutes: z.int().optional() }),
    ),
    /** What of the day was confirmed as served and handed on, in minutes, and how often. */
    handed: z.object({ minutes: z.int(), revision: z.int() }).optional(),
    version: z.int(),
  }),
  key: ({ counsellorId, day }: { counsellorId: string; day: string }) => ({
    pk: `COUNSELLOR#${counsellorId}`,
    sk: `DAY#${day}`,
  }),
  indexes: {
    byDue: (ofCounsellor) => {
      const { counsellorId, day, handed } = ofCounsellor;
      const isHanded = minutesHeld(ofCounsellor) === (handed?.minutes ?? 0);
      return isHanded ? undefined : { pk: hoursToConfirm, sk: `${day}#${counsellorId}` };
    },
  },
});

export const hoursToConfirm = 'HOURS';

/** Minutes that a counsellor really spent with people on a day. */
export function minutesHeld({ sessions }: Readonly<{ sessions: readonly { minutes?: number | undefined }[] }>): number {
  return sessions.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
}
export type CounsellorDay = z.output<typeof CounsellorDay.schema>;

/** A try to find out how somebody is. It is added and never changed. */
export const OutreachItem = itemType({
  entity: 'outreach',
  schema: z.object({ caseId: Id('supportCase'), at: Instant, sealed: z.string() }),
  key: ({ caseId, at }: { caseId: string; at: string }) => ({ pk: `CASE#${caseId}`, sk: `OUTREACH#${at}` }),
});
