import { preferenceErrors } from '@kaifong/shared/scheduling/roster/roster-errors.ts';
import { ServingPreferences } from '@kaifong/shared/scheduling/suitable/preferences.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { preferencesService } from './preferences.service.ts';

/** What a volunteer would rather be asked for, hers alone to say. */
export function preferencesRoutes({ preferences }: Readonly<{ preferences: ReturnType<typeof preferencesService> }>) {
  return new Hono<ApiEnv>()
    .get(
      '/serving-preferences',
      query(
        {
          id: 'readServingPreferences',
          summary: 'What the person would rather be asked for when a roster is worked out',
          permission: 'shift.signUp',
          answer: [200, ServingPreferences],
        },
        (request) => preferences.readOwn(request),
      ),
    )
    .put(
      '/serving-preferences',
      command(
        {
          id: 'changeServingPreferences',
          summary: 'Say what one would rather be asked for, and the most hours a week',
          permission: 'shift.signUp',
          body: ServingPreferences,
          answer: [200, ServingPreferences],
          errors: [preferenceErrors.changed],
        },
        (request, { body }) => preferences.changeOwn(request, body),
      ),
    );
}
