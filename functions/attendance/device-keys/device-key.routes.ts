import { deviceKeyErrors as errors } from '@kaifong/shared/attendance/device-key-errors.ts';
import { DeviceKey, DeviceKeyParams, DeviceKeys, NewDeviceKey } from '@kaifong/shared/attendance/device-keys.ts';
import { Hono } from 'hono';
import { requesterOf } from '../../identity/index.ts';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

/** Keys that live in phones, by which they sign what they keep while there is no network. */
export function deviceKeyRoutes({ deviceKeys }: Pick<Attendance, 'deviceKeys'>) {
  return new Hono<ApiEnv>()
    .post(
      '/attendance-keys',
      command(
        {
          id: 'registerDeviceKey',
          summary: 'Register the public half of the key that lives in this phone',
          permission: 'attendance.checkIn',
          body: NewDeviceKey,
          answer: [201, DeviceKey],
          errors: [errors.notAKey, errors.revoked],
        },
        (request, { body }, context) => deviceKeys.register(request, body, requesterOf(context).userAgent),
      ),
    )
    .get(
      '/attendance-keys',
      query(
        {
          id: 'listDeviceKeys',
          summary: 'Your phones that sign what they keep while there is no network, the newest first',
          permission: 'attendance.checkIn',
          answer: [200, DeviceKeys],
        },
        (request) => deviceKeys.list(request),
      ),
    )
    .post(
      '/attendance-keys/:keyId/revocation',
      command(
        {
          id: 'revokeDeviceKey',
          summary: 'Switch the key of a phone off: what it signs from now on goes to the leader',
          permission: 'attendance.checkIn',
          params: DeviceKeyParams,
          answer: [201, DeviceKey],
        },
        (request, { params }) => deviceKeys.revoke(request, params.keyId),
      ),
    );
}
