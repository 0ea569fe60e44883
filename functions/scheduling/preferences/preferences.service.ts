import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { preferenceErrors } from '@kaifong/shared/scheduling/roster/roster-errors.ts';
import type { ServingPreferences } from '@kaifong/shared/scheduling/suitable/preferences.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import type { SchedulingDeps } from '../deps.ts';
import { PreferencesItem } from './preferences.table.ts';

/** What a volunteer would rather be asked for. */
export function preferencesService({ table }: Pick<SchedulingDeps, 'table'>) {
  return {
    /** Her own; empty ones for somebody who never said. */
    async readOwn({ actor }: Request): Promise<ServingPreferences> {
      const { volunteerId } = actor;
      return (await table.get(PreferencesItem, { volunteerId })) ?? { version: 0, kinds: [], times: [] };
    },

    /** Changes them, all at once. @throws AppError preference.changed when another device was quicker */
    async changeOwn(command: Command, change: ServingPreferences): Promise<ServingPreferences> {
      const { volunteerId } = command.actor;
      const answer = { ...change, version: change.version + 1 };
      const outcome = await commit(
        command,
        table,
        {
          preferences: table.put(
            PreferencesItem,
            { ...answer, volunteerId },
            change.version === 0 ? { absent: true } : { is: { version: change.version } },
          ),
        },
        { answer },
      );
      mustCommit(outcome, { preferences: () => new AppError(preferenceErrors.changed) });
      return answer;
    },

    /** Forgets those of somebody who is gone. */
    async forget(volunteerId: string): Promise<void> {
      await transact(table.client, { preferences: table.remove(PreferencesItem, { volunteerId }) });
    },
  };
}
