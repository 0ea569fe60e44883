import * as z from 'zod';
import { Skills, SpokenLanguages } from '../schema.ts';
import { AwayDays, EmergencyContact, Insurance, WeeklyTimes } from './details.ts';

/** What a volunteer may change herself at any time. `version` is the one that the form was filled in on. */
export const DetailsChange = z.object({
  version: z.int().min(0),
  skills: Skills,
  languages: SpokenLanguages,
  weekly: WeeklyTimes,
  away: z.array(AwayDays).max(20).default([]),
  contact: EmergencyContact.optional(),
  insurance: Insurance.optional(),
});
export type DetailsChange = z.output<typeof DetailsChange>;

/** The same as she reads it, in full, since it is hers. */
export const OwnDetails = DetailsChange;
export type OwnDetails = z.output<typeof OwnDetails>;
