import type { ServingPreferences } from '@kaifong/shared/scheduling/suitable/preferences.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { PreferencesItem } from './preferences.table.ts';

/** What a made-up volunteer would rather be asked for. */
export function plantedPreferences(
  table: Table,
  volunteerId: string,
  wishes: Omit<ServingPreferences, 'version'>,
): Write {
  return table.put(PreferencesItem, { ...wishes, volunteerId, version: 1 });
}
