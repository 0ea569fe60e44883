import type { AttendanceLine } from '@kaifong/shared/attendance/schema.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';

/** Everybody who has a place in a shift: 200 at most, two pages. */
export async function wholeAttendance(event: Caller, shiftId: string): Promise<AttendanceLine[]> {
  const lines: AttendanceLine[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: '100', ...(cursor && { cursor }) };
    const page = await read(api(event).api.shifts[':shiftId'].attendance.$get({ param: { shiftId }, query }));
    lines.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return lines;
}
