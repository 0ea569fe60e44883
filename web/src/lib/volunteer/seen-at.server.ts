import type { MyAttendance } from '@kaifong/shared/attendance/schema.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { type Instant, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { AgendaItem } from '@kaifong/shared/scheduling/schema.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';

/** A shift of the own agenda, with what was seen of the person there. */
export type SeenItem = AgendaItem & Readonly<{ seen?: Seen }>;
export type Seen = Exclude<MyAttendance['state'], 'expected'>;

/** From when on somebody can check in. */
export const checkInOpensAt = ({ startsAt }: AgendaItem): Instant =>
  shiftBy(startsAt, -attendanceSettings.checkInOpensMinutesBefore * minute);

/** Tells of each shift whether the person has come or gone. Asks only about those where check-in is open or over, which are one or two. */
export function withSeen(event: Caller, items: readonly AgendaItem[], now: Instant): Promise<SeenItem[]> {
  return Promise.all(
    items.map(async (item) => {
      if (item.state !== 'signedUp' || now < checkInOpensAt(item)) return item;
      const route = api(event).api.shifts[':shiftId']['my-attendance'];
      const { state } = await read(route.$get({ param: { shiftId: item.shiftId } }));
      return state === 'expected' ? item : { ...item, seen: state };
    }),
  );
}
