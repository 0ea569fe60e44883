import type { ServingPreferences } from '@kaifong/shared/scheduling/suitable/preferences.ts';
import type * as z from 'zod';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** The wishes that the form describes. */
export function preferencesFrom(form: SubmittedForm): z.input<typeof ServingPreferences> {
  const mostHours = form.integer('mostHours');
  const wishes = {
    version: form.integer('version') ?? 0,
    kinds: form.list('kinds'),
    times: form.list('weekly'),
    ...(mostHours !== undefined && { mostHours }),
  };
  return wishes as z.input<typeof ServingPreferences>;
}
