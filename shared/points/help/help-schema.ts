import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Instant } from '../../kernel/time.ts';
import { Scope, streetOf } from '../../organisation/scope.ts';
import { CommunityScope, VolunteerNumber } from '../../people/schema.ts';
import { helpSettings } from './help.ts';
import { helpKindCodes } from './help-kinds.ts';

/** An hour, or some, that somebody asks her neighbours for; each costs a point for each person who helps. */
export const NewHelp = z.object({
  kind: z.enum(helpKindCodes, { error: 'field.choice' }),
  /** For herself, or for a resident whom she asks for. */
  whose: z.enum(['own', 'neighbour'], { error: 'field.choice' }),
  what: z.string().trim().min(5).max(200),
  /** Where to come; only those who plan it read this and `what`. */
  where: z.string().trim().min(2).max(100),
  community: CommunityScope,
  startsAt: Instant,
  hours: z.int().min(1).max(helpSettings.mostHours),
  helpers: z.int().min(1).max(helpSettings.mostHelpers),
});
export type NewHelp = z.output<typeof NewHelp>;

/**
 * `asked` waits for a shift, `planned` has one. It ends `settled` when all is paid or back, `withdrawn` by whoever asked, `declined` by whoever plans,
 * `lapsed` when its time came without a shift, or `calledOff` with its shift.
 */
export const helpStates = ['asked', 'planned', 'settled', 'withdrawn', 'declined', 'lapsed', 'calledOff'] as const;
export type HelpState = (typeof helpStates)[number];

/** The words of one that has long been over are gone (`retentionRules.helpWords`). */
const Common = NewHelp.omit({ whose: true })
  .partial({ what: true, where: true })
  .extend({
    id: Id('help'),
    whose: z.enum(['own', 'neighbour']),
    endsAt: Instant,
    state: z.enum(helpStates),
    askedAt: Instant,
    /** The shift that it became. */
    shift: z.object({ id: Id('shift'), title: z.string(), placeName: z.string() }).optional(),
    /** How many have a place in the shift, of one that is planned. */
    coming: z.int().optional(),
    /** Why it was declined. */
    why: z.string().optional(),
  });

/** A request to whoever made it: what of its points is still held, was paid to those who helped, and came back. */
export const OwnHelp = Common.partial({ what: true, where: true }).extend({
  held: z.int(),
  paid: z.int(),
  back: z.int(),
});
export type OwnHelp = z.output<typeof OwnHelp>;

/** A request to whoever may make a shift of it. */
export const AskedHelp = Common.extend({
  /** Not there for somebody who is not on file any more. */
  name: z.string().optional(),
  number: VolunteerNumber.optional(),
  /** Whether the person who reads this asked for it, who cannot plan it. */
  isOwn: z.boolean(),
});
export type AskedHelp = z.output<typeof AskedHelp>;

/** A street, a community, or a team: then what lies where the team belongs. */
export const HelpsQuery = PageQuery.extend({
  place: Scope.refine((scope) => streetOf(scope) !== undefined, { error: 'field.choice' }),
});
export type HelpsQuery = z.output<typeof HelpsQuery>;

export const HelpParams = z.object({ helpId: Id('help') });

export const HelpAsked = z.object({ id: Id('help'), balance: z.int().min(0) });
export const HelpEnded = z.object({ id: Id('help'), state: z.enum(helpStates) });

/** Which activity of a team the shift belongs to: it meets where that meets. */
export const HelpPlan = z.object({ activityId: Id('activity') });
export type HelpPlan = z.output<typeof HelpPlan>;
export const HelpPlanned = z.object({ id: Id('help'), shiftId: Id('shift') });

export const HelpDeclined = z.object({ why: z.string().trim().min(5).max(200) });
