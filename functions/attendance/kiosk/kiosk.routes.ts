import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import {
  Kiosk,
  KioskEntry,
  KioskKey,
  KioskList,
  KioskParams,
  KioskSeen,
  KioskView,
} from '@kaifong/shared/attendance/kiosk.ts';
import { kioskErrors } from '@kaifong/shared/attendance/kiosk-errors.ts';
import { ShiftParams } from '@kaifong/shared/attendance/schema.ts';
import { type Context, Hono } from 'hono';
import { deviceDigestIn } from '../../identity/index.ts';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Command } from '../../platform/request.ts';
import type { Attendance } from '../index.ts';

/** Tablets by the door: a leader opens and closes them, and whoever stands before one checks in and out. */
export function kioskRoutes(
  { kiosks }: Pick<Attendance, 'kiosks'>,
  tabletOf: (request: Command, context: Context) => Promise<string>,
) {
  return new Hono<ApiEnv>()
    .post(
      '/attendance-kiosks/:shiftId',
      command(
        {
          id: 'openKiosk',
          summary: 'Open a kiosk for a shift: an address for a tablet, which ends with the shift',
          permission: 'attendance.run',
          params: ShiftParams,
          answer: [201, Kiosk],
          errors: [kioskErrors.shiftOver, kioskErrors.tooMany],
        },
        (request, { params }) => kiosks.open(request, params.shiftId),
      ),
    )
    .get(
      '/attendance-kiosks/:shiftId',
      query(
        {
          id: 'listKiosks',
          summary: 'The kiosks of a shift, those that are closed too',
          permission: 'attendance.run',
          params: ShiftParams,
          answer: [200, KioskList],
        },
        (request, { params }) => kiosks.list(request, params.shiftId),
      ),
    )
    .post(
      '/attendance-kiosks/:shiftId/:kioskId/closing',
      command(
        {
          id: 'closeKiosk',
          summary: 'Close a kiosk for good',
          permission: 'attendance.run',
          params: KioskParams,
          answer: [201, Kiosk],
        },
        (request, { params }) => kiosks.close(request, params.shiftId, params.kioskId),
      ),
    )
    .get(
      '/kiosk-desks/:kioskKey',
      query(
        {
          id: 'readKiosk',
          summary: 'What stands on the tablet of a kiosk, by its address',
          permission: 'attendance.useKiosk',
          params: KioskKey,
          answer: [200, KioskView],
          errors: [kioskErrors.over, kioskErrors.elsewhere],
        },
        (request, { params }, context) => kiosks.view(request, params.kioskKey, deviceDigestIn(context)),
      ),
    )
    .post(
      '/kiosk-desks/:kioskKey/entries',
      command(
        {
          id: 'checkInAtKiosk',
          summary: 'Check in or out at a kiosk by the code on your phone',
          permission: 'attendance.useKiosk',
          params: KioskKey,
          body: KioskEntry,
          answer: [201, KioskSeen],
          errors: [
            kioskErrors.over,
            kioskErrors.unknown,
            kioskErrors.elsewhere,
            attendanceErrors.tooEarly,
            attendanceErrors.tooLate,
            attendanceErrors.checkOutTooLate,
            attendanceErrors.alreadyCheckedIn,
            attendanceErrors.notCheckedIn,
            attendanceErrors.alreadyConfirmed,
            attendanceErrors.seenBefore,
            attendanceErrors.tooManyPairs,
          ],
        },
        async (request, { params, body }, context) =>
          kiosks.enter(request, params.kioskKey, body, await tabletOf(request, context)),
      ),
    );
}
