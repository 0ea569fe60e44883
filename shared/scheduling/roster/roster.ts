import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { Skill } from '../../people/skills/skills.ts';
import { RoleNumber, ShiftRole } from '../shifts/shift-roles.ts';
import { mondayOfWeek } from '../weeks.ts';

/* The roster of a week: who could take the places that are still open, for the leader to change and to send. */

/** An ISO 8601 week: `2026-W48`. */
export const RosterWeek = z
  .string()
  .regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, { error: 'field.choice' })
  .refine((week) => hasWeek(week), { error: 'field.choice' });

/** A team, a community, a street or the district, and a week. */
export const RosterQuery = z.object({ place: Scope, week: RosterWeek });
export type RosterQuery = z.infer<typeof RosterQuery>;
/** A day of it alone, and only shifts that still lack people when `lacking` says so. */
export const RosterShiftsQuery = PageQuery.extend(RosterQuery.shape).extend({
  day: Day.optional(),
  lacking: z.literal('yes').optional(),
});
export type RosterShiftsQuery = z.output<typeof RosterShiftsQuery>;

/** `none` was never asked for; `stopped` was broken off before it had an answer; `sent` asked those it proposes. */
export const rosterStates = ['none', 'working', 'ready', 'stopped', 'sent'] as const;

export const RosterSummary = z.object({
  shifts: z.int(),
  /** Places that were open, and for how many of them there is somebody. */
  places: z.int(),
  filled: z.int(),
  /** How many people are proposed, and out of how many. */
  people: z.int(),
  candidates: z.int(),
  /** The same by day, for days that have open places. */
  days: z.array(z.object({ day: Day, shifts: z.int(), places: z.int(), filled: z.int() })).default([]),
  /** Proposals that were not in the roster before, and those of before that are gone. */
  changed: z.int(),
  dropped: z.int().default(0),
  /** Inequality of hours over the last weeks with this one, 0–1; and without the roster. */
  inequality: z.number(),
  inequalityBefore: z.number(),
  /** No roster is better by more than so many per cent. */
  gapPercent: z.number(),
});
export type RosterSummary = z.infer<typeof RosterSummary>;

export const RosterProgress = z.object({ filled: z.int(), places: z.int(), gapPercent: z.number(), percent: z.int() });

export const RosterView = RosterQuery.extend({
  state: z.enum(rosterStates),
  askedAt: Instant.optional(),
  progress: RosterProgress.optional(),
  summary: RosterSummary.optional(),
});
export type RosterView = z.infer<typeof RosterView>;

/** Why somebody is proposed. */
export const proposalReasons = [
  'locked',
  'skill',
  'ownTeam',
  'wishedKind',
  'wishedTime',
  'ownKind',
  'near',
  'servedLittle',
] as const;
export type ProposalReason = (typeof proposalReasons)[number];

/** Why somebody is not. */
export const obstacles = [
  'skill',
  'notAsked',
  'notFree',
  'weeklyCap',
  'ownLimit',
  'sameDay',
  'rest',
  'elsewhere',
] as const;
export type Obstacle = (typeof obstacles)[number];

export const Proposal = z.object({
  volunteerId: Id('volunteer'),
  /** The number of the role that she is to serve in, of a shift that has roles. */
  role: RoleNumber.optional(),
  isLocked: z.boolean(),
  isNew: z.boolean(),
  reasons: z.array(z.enum(proposalReasons)),
  /** Minutes a week over the last weeks. */
  weeklyMinutes: z.int(),
});
export type Proposal = z.infer<typeof Proposal>;

/** How many candidates each reason keeps away from a place that stays empty. */
export const ObstacleCount = z.object({ obstacle: z.enum(obstacles), people: z.int() });
export type ObstacleCount = z.infer<typeof ObstacleCount>;

/** What was open in a role of a shift, and what keeps people from those of its places that stay empty. */
export const RosterRole = ShiftRole.pick({ number: true, name: true, skills: true }).extend({
  places: z.int(),
  obstacles: z.array(ObstacleCount),
});
export type RosterRole = z.infer<typeof RosterRole>;

export const RosterShift = z.object({
  shiftId: Id('shift'),
  title: z.string(),
  placeName: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  neededSkill: Skill.optional(),
  /** Of the rosters made before this was kept, unknown. */
  teamScope: Scope.optional(),
  /** Places that were open when the roster was made. */
  places: z.int(),
  /** The same role by role, of a shift that has roles. */
  roles: z.array(RosterRole).optional(),
  proposals: z.array(Proposal),
  /** What keeps people from the places that stay empty; of a shift that has roles, its roles say so. */
  obstacles: z.array(ObstacleCount),
});
export type RosterShift = z.infer<typeof RosterShift>;

/** The same for a leader, who knows the people by name. */
export const RosterShiftWithNames = RosterShift.extend({ proposals: z.array(Proposal.extend({ name: z.string() })) });

export type RosterShiftWithNames = z.infer<typeof RosterShiftWithNames>;

/** What a leader wants of one proposal: that it stays, that it may change, or that she is not asked for this shift. */
export const rosterChoices = ['lock', 'unlock', 'remove'] as const;
export const NewRosterChoice = RosterQuery.extend({
  shiftId: Id('shift'),
  volunteerId: Id('volunteer'),
  choice: z.enum(rosterChoices),
});
export type NewRosterChoice = z.infer<typeof NewRosterChoice>;

/** Somebody whom a leader adds by hand to a shift of the roster: in a role, or in any with an empty place in which she can serve. */
export const NewRosterAddition = RosterQuery.extend({
  shiftId: Id('shift'),
  volunteerId: Id('volunteer'),
  role: RoleNumber.optional(),
});
export type NewRosterAddition = z.infer<typeof NewRosterAddition>;

export const RosterPeopleQuery = RosterQuery.extend({
  shiftId: Id('shift'),
  /** A part of the name. */
  name: z.string().trim().max(30).optional(),
});
export type RosterPeopleQuery = z.infer<typeof RosterPeopleQuery>;

/** A member of a shift's team who could be added. `why` is what keeps her from it, in the reader's language. */
export const RosterPerson = z.object({
  volunteerId: Id('volunteer'),
  name: z.string(),
  /** `mind`: she may be asked all the same. */
  fits: z.enum(['fits', 'mind', 'must']),
  why: z.string().optional(),
  /** The role in which she would be added, of a shift that has roles. */
  role: RoleNumber.optional(),
  weeklyMinutes: z.int(),
});
export type RosterPerson = z.infer<typeof RosterPerson>;

function hasWeek(week: string): boolean {
  try {
    return mondayOfWeek(week) !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
