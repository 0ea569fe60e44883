import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { Slot } from '../slots.ts';
import { SupervisorKey } from '../supervision/supervision.ts';
import { Topic } from '../topics.ts';
import { Credential, Level } from './counsellor-schema.ts';

export const CounsellorsQuery = PageQuery.extend({ place: Scope });

/** What a supervisor says of a counsellor's papers and limits. */
export const Standing = z.strictObject({
  /** Of the profile as it was seen. */
  version: z.int(),
  level: Level,
  credential: Credential,
  /** The last day on which the vetting for work with minors holds; none, no minors. */
  vettedUntil: Day.optional(),
  caseLimit: z.int().min(1).max(20),
  weeklyCapMinutes: z.int().min(50).max(1_200),
});
export type Standing = z.output<typeof Standing>;

/** What a counsellor offers, as a supervisor writes it down. */
export const Offer = z.strictObject({
  /** Of the profile as it was seen. */
  version: z.int(),
  topics: z.array(Topic).min(1).max(9),
  /** Left out, they stay as they are. */
  slots: z.array(Slot).min(1).max(21).optional(),
  /** From where no case is given beside her own community. */
  awayFrom: z.array(Scope).max(10),
});
export type Offer = z.output<typeof Offer>;

const Papers = {
  level: Level,
  credentialUntil: Day.optional(),
  vettedUntil: Day.optional(),
  supervisedUntil: Instant,
  openCases: z.int(),
  caseLimit: z.int(),
  weeklyCapMinutes: z.int(),
};

/** What needs to be looked after, the most pressing first. */
export const standingFaults = [
  'credentialOver',
  'supervisionOver',
  'vettingOver',
  'supervisionEnds',
  'credentialEnds',
  'vettingEnds',
] as const;

/** A counsellor as a supervisor sees one. Why somebody takes no new cases is told only where it is the supervisor's own matter. */
export const CounsellorView = z.object({
  counsellorId: Id('counsellor'),
  workName: z.string(),
  topics: z.array(Topic),
  slots: z.array(Slot),
  awayFrom: z.array(Scope),
  ...Papers,
  /** The number of the certificate but for its end. */
  credentialNumber: z.string().optional(),
  faults: z.array(z.enum(standingFaults)),
  /** Whether new cases may be given, as far as everything that counts goes. */
  takesNew: z.boolean(),
  version: z.int(),
  /** Who supervises her and who stands in; version 0 while nobody does. */
  supervision: z.object({
    supervisor: SupervisorKey.optional(),
    deputy: SupervisorKey.optional(),
    version: z.int(),
  }),
});
export type CounsellorView = z.infer<typeof CounsellorView>;

export const CounsellorStanding = z.object({ counsellorId: Id('counsellor'), version: z.int() });

/** A pause; its reason is for nobody but the counsellor herself. Without `until` it lasts until she ends it. */
export const Pause = z.strictObject({
  until: Day.optional(),
  reason: z.string().trim().max(200).optional(),
});
export type Pause = z.output<typeof Pause>;

export const OwnStanding = z.object({
  workName: z.string(),
  ...Papers,
  pause: z.object({ until: Day.optional(), reason: z.string().optional() }).optional(),
  /** After a crisis, until when no new case comes. */
  coolsDownUntil: Instant.optional(),
  takesNew: z.boolean(),
});
export type OwnStanding = z.infer<typeof OwnStanding>;

export const PauseStanding = z.object({ counsellorId: Id('counsellor'), isPaused: z.boolean() });
