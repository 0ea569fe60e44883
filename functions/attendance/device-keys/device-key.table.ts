import { DeviceKey, NewDeviceKey } from '@kaifong/shared/attendance/device-keys.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of the keys that live in phones, in the attendance table
 *
 *   the public keys of a volunteer, at most ten   VOLUNTEER#<volunteer>   DEVICE_KEYS
 */

export const DeviceKeysItem = itemType({
  entity: 'deviceKeys',
  schema: z.object({
    volunteerId: Id('volunteer'),
    keys: z.array(DeviceKey.extend(NewDeviceKey.shape)),
    version: z.int(),
  }),
  key: ({ volunteerId }: { volunteerId: string }) => ({ pk: `VOLUNTEER#${volunteerId}`, sk: 'DEVICE_KEYS' }),
});
export type DeviceKeysItem = z.output<typeof DeviceKeysItem.schema>;
