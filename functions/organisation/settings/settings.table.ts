import { Id } from '@kaifong/shared/kernel/ids.ts';
import type { GroupName } from '@kaifong/shared/organisation/settings/groups.ts';
import { DecidedSettings, SettingsChange } from '@kaifong/shared/organisation/settings/schema.ts';
import type * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of what the district sets, in the organisation table
 *
 *   changes that were proposed, newest first   SETTINGS            CHANGE#<id>
 *   all decisions, group by group, in order    SETTINGS_DECIDED    <group>#<version>
 *
 * A few decisions a year: they are read as a whole.
 */

export const changes = 'SETTINGS';
export const decisions = 'SETTINGS_DECIDED';

/** States: `proposed` until it is `approved`, `declined` or `withdrawn`. */
export const ChangeItem = itemType({
  entity: 'settingsChange',
  schema: SettingsChange.omit({ isOwn: true }).extend({
    proposedBy: Id('account'),
    decidedBy: Id('account').optional(),
  }),
  key: ({ id }: { id: string }) => ({ pk: changes, sk: `CHANGE#${id}` }),
});
export type ChangeItem = z.output<typeof ChangeItem.schema>;

/** Never changed once it stands; being the next of its group keeps two decisions apart that are made at once. */
export const DecisionItem = itemType({
  entity: 'settingsDecision',
  schema: DecidedSettings.extend({
    changeId: Id('settingsChange'),
    decidedBy: Id('account'),
    decidedAt: SettingsChange.shape.proposedAt,
  }),
  key: ({ group, version }: { group: GroupName; version: number }) => ({
    pk: decisions,
    sk: `${group}#${String(version).padStart(6, '0')}`,
  }),
});
export type DecisionItem = z.output<typeof DecisionItem.schema>;
