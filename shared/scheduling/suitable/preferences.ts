import * as z from 'zod';
import { TeamKind, teamKindCodes } from '../../organisation/team-kinds.ts';
import { WeeklyTimes } from '../../people/registration/details.ts';
import { schedulingSettings } from '../settings.ts';

/** Most hours a week that somebody can name: what the house allows anyway. */
export const mostHoursAWeek = schedulingSettings.weeklyCapMinutes / 60;

/**
 * What a volunteer would rather be asked for when a roster is worked out: wishes, which bind nobody, but for the hours a week, which
 * no roster goes beyond. `version` is the one that the form was filled in on.
 */
export const ServingPreferences = z.object({
  version: z.int().min(0),
  kinds: z
    .array(TeamKind)
    .max(teamKindCodes.length)
    .transform((kinds) => teamKindCodes.filter((kind) => kinds.includes(kind))),
  times: WeeklyTimes,
  mostHours: z.int().min(1).max(mostHoursAWeek).optional(),
});
export type ServingPreferences = z.output<typeof ServingPreferences>;
