import { wasEnteredBy } from '@kaifong/shared/attendance/presence.ts';
import type { WaitingAttendance, WaitingQuery } from '@kaifong/shared/attendance/schema.ts';
import { mergedPage, type Stretch } from '@kaifong/shared/kernel/merged-page.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { isWithin, kindOf } from '@kaifong/shared/organisation/scope.ts';
import { streetsOf } from '@kaifong/shared/organisation/streets.ts';
import type * as z from 'zod';
import type { Request } from '../platform/request.ts';
import { Attendance, askedAt, placeInLine, Reviews } from './attendance.table.ts';
import type { AttendanceDeps } from './deps.ts';
import { ownRecordsOf } from './own-records.ts';
import { patrolFindings } from './patrol/findings.ts';
import { lineOf } from './standing.ts';

type Waiting = Attendance | Reviews;

/** Of one person at one shift what her leader is asked comes after her attendance. */
const placeOfWaiting = (waiting: Waiting) => `${placeInLine(waiting)}${'pairs' in waiting ? '' : '#asked'}`;

/** What still has to be confirmed or decided. */
export function waitingService({ table, people }: Pick<AttendanceDeps, 'table' | 'people'>) {
  return {
    /**
     * Who was at a shift that is over and has no confirmed minutes yet, or sent what no leader has answered, the oldest first: two reads for each
     * street of the place.
     */
    async list({ actor, now }: Request, query: z.output<typeof WaitingQuery>): Promise<Page<WaitingAttendance>> {
      const { place, days, ...page } = query;
      actor.mustReach('attendance.run', { scope: place });
      const isTeam = kindOf(place) === 'team';
      const index = isTeam ? 'waitingByTeam' : 'waitingByStreet';
      const partitions = isTeam ? [place] : streetsOf(place);
      const { items, cursor } = await mergedPage<Waiting>(
        {
          lists: [
            ...partitions.map((each) => (stretch: Stretch) => table.query(Attendance, each, { index, ...stretch })),
            ...partitions.map(
              (each) => (stretch: Stretch) => table.query(Reviews, askedAt(each), { index, ...stretch }),
            ),
          ],
          placeOf: placeOfWaiting,
          to: `${shiftBy(now, -days * day)}~`,
          keep: ({ shift }) => shift !== undefined && isWithin(shift.teamScope, place),
        },
        page,
      );
      const volunteers = await people.findVolunteers([...new Set(items.map(({ volunteerId }) => volunteerId))]);
      const findingOf = await patrolFindings(
        table,
        items.map(({ shiftId }) => shiftId),
        now,
      );
      const own = await ownRecordsOf(table, actor);
      const names = new Map(volunteers.map(({ id, name }) => [id, name]));
      return {
        items: items.flatMap((waiting, position) => {
          const { shiftId, volunteerId, shift } = waiting;
          const attendance = 'pairs' in waiting ? waiting : undefined;
          const state = attendance?.state ?? 'asked';
          const before = items[position - 1];
          // Who came stands before what her leader is asked about her, and once is enough.
          const isTwin = before && placeInLine(before) === placeInLine(waiting);
          if (!shift || state === 'confirmed' || isTwin) return [];
          const line = lineOf(shift, { volunteerId, name: names.get(volunteerId) ?? volunteerId }, attendance);
          const { name, minutes } = line;
          const mine = own.includes(volunteerId) || wasEnteredBy(attendance?.pairs ?? [], actor.accountId);
          const patrol = findingOf({ shiftId, volunteerId });
          return [{ shiftId, ...shift, volunteerId, name, state, minutes, mine, ...(patrol && { patrol }) }];
        }),
        ...(cursor && { cursor }),
      };
    },
  };
}
