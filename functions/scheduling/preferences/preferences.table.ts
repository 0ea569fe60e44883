import { Id } from '@kaifong/shared/kernel/ids.ts';
import { ServingPreferences } from '@kaifong/shared/scheduling/suitable/preferences.ts';
import type * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of standing preferences, in the scheduling table
 *
 *   what a volunteer would rather be asked for      VOLUNTEER#<id>   PREFERENCES
 */

export const PreferencesItem = itemType({
  entity: 'servingPreferences',
  schema: ServingPreferences.extend({ volunteerId: Id('volunteer') }),
  key: ({ volunteerId }: { volunteerId: string }) => ({ pk: `VOLUNTEER#${volunteerId}`, sk: 'PREFERENCES' }),
});
export type PreferencesItem = z.output<typeof PreferencesItem.schema>;
