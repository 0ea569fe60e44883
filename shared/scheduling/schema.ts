import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { PageQuery } from '../kernel/paging.ts';
import { Day, Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';
import { Skill } from '../people/skills/skills.ts';
import { newShiftLimits, saysBackEntry, shiftStates } from './rules.ts';
import { ActivityKind } from './shifts/activity-kinds.ts';
import { riskLevels } from './shifts/risk.ts';
import { RoleNumber, ShiftRole } from './shifts/shift-roles.ts';
import { signUpModes } from './sign-up/sign-up-modes.ts';

/** Where people meet. Degrees in WGS-84: what a phone or a Chinese map gives in GCJ-02 is converted before it enters. */
export const MeetingPlace = z.object({
  name: z.string().trim().min(1).max(60),
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
  /** Who is so near, in metres, may check in by where the phone is. Without it nobody may: not every place is known so exactly. */
  fenceMetres: z.int().min(50).max(1_000).optional(),
  /** How to find it: the street and number, or the floor and door of a room. */
  address: z.string().trim().min(2).max(100).optional(),
  /** The room of a governance centre, when it is in one. */
  room: Scope.optional(),
});
export type MeetingPlace = z.infer<typeof MeetingPlace>;

export const NewActivity = z.object({
  title: z
    .string()
    .trim()
    .min(2)
    .max(60)
    .refine((title) => !saysBackEntry(title), { error: 'activity.backEntryTitle' }),
  kind: ActivityKind,
  teamScope: Scope,
  place: MeetingPlace,
  description: z.string().trim().max(2_000).optional(),
});
export type NewActivity = z.infer<typeof NewActivity>;

/** Something that a team does, at a place, in one or many shifts. */
export const Activity = NewActivity.extend({ id: Id('activity'), title: z.string(), createdAt: Instant });
export type Activity = z.infer<typeof Activity>;

const Places = z.int().min(newShiftLimits.fewestPlaces).max(newShiftLimits.mostPlaces);

export const NewShift = z.object({
  startsAt: Instant,
  endsAt: Instant,
  places: Places,
  neededSkill: Skill.optional(),
  /** Who is needed for what; without it everybody does the same. Their places make up all `places`. */
  roles: z.array(ShiftRole).min(1).optional(),
  /** Sign-up closes when the shift begins unless this says earlier. */
  signUpClosesAt: Instant.optional(),
  /** An ordinary shift says nothing of risk, insurance and notice; a risky one cannot be published without both. */
  risk: z.enum(riskLevels, { error: 'field.choice' }).optional(),
  insurance: z.string().trim().min(2).max(100).optional(),
  riskNotice: z.string().trim().min(2).max(500).optional(),
  /** Who may take a place: everybody unless this says otherwise. */
  mode: z.enum(signUpModes, { error: 'field.choice' }).optional(),
  /** In the mode `teamFirst`: from when on everybody may. */
  teamFirstUntil: Instant.optional(),
  /** Where people meet; where the activity meets unless this says otherwise. */
  place: MeetingPlace.optional(),
});
export type NewShift = z.infer<typeof NewShift>;

/** Why a shift is called off, in words for all who had a place. */
export const CallOff = z.object({ reason: z.string().trim().min(2).max(200) });
export type CallOff = z.infer<typeof CallOff>;

/**
 * How many places a shift, or one role of it, is to have. `seen` is how many the leader saw, so that of two who change it at once the second
 * is told. Below what is taken, `leaving` says who goes, each of whom is told why.
 */
export const NewPlaces = z.object({
  places: Places,
  role: RoleNumber.optional(),
  seen: z.int().optional(),
  leaving: z.array(Id('volunteer')).max(10).optional(),
  reason: z.string().trim().min(2).max(200).optional(),
});
export type NewPlaces = z.infer<typeof NewPlaces>;

const { signUpClosesAt, mode, teamFirstUntil, insurance, riskNotice } = NewShift.shape;
/** What of a shift can be written anew: not its times, since everything else is kept by them. */
export const ShiftWording = z.object({ signUpClosesAt, mode, teamFirstUntil, insurance, riskNotice });
export type ShiftWording = z.infer<typeof ShiftWording>;

/** What a leader makes of a shift that she saw as `seen`. */
export const ShiftChange = z.object({ seen: ShiftWording, wanted: ShiftWording });
export type ShiftChange = z.infer<typeof ShiftChange>;

/** A time at which an activity takes place, with so many places to sign up for. */
export const Shift = NewShift.extend({
  id: Id('shift'),
  activityId: Id('activity'),
  title: z.string(),
  kind: ActivityKind,
  teamScope: Scope,
  place: MeetingPlace,
  state: z.enum(shiftStates),
  /** Of one that was called off. */
  calledOff: CallOff.extend({
    at: Instant,
    /** The reason in every language, where the house gives it and not a leader. */
    words: z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() }).optional(),
  }).optional(),
});
export type Shift = z.infer<typeof Shift>;

/** `freePlaces` was counted a moment ago; whether one is still free shows when signing up. */
export const ShiftWithPlaces = Shift.extend({ freePlaces: z.int() });
export type ShiftWithPlaces = z.infer<typeof ShiftWithPlaces>;

/** What a volunteer may say when she takes a place: in which role, and that she read the notice of risks. */
export const TakePlace = z
  .object({
    role: RoleNumber.optional(),
    riskConfirmed: z.literal(true, { error: 'consent.needed' }).optional(),
  })
  .optional();
export type TakePlace = z.infer<typeof TakePlace>;

/** In which role a volunteer waits; in any that she can serve in when she does not say. */
export const WaitForPlace = z.object({ role: RoleNumber.optional() }).optional();
export type WaitForPlace = z.infer<typeof WaitForPlace>;

/** Why somebody does not come, who cancels late. */
export const LateCancellation = z.object({ reason: z.string().trim().min(2).max(200) });
export type LateCancellation = z.infer<typeof LateCancellation>;

/** Where a volunteer stands with a shift. `offered`: a place is held for her until `offeredUntil`. */
export const standings = ['none', 'signedUp', 'waiting', 'offered'] as const;

/** A shift as a volunteer sees it. `refusal` is why she may not take it, in her language; it is absent when she may. */
export const ShiftForVolunteer = ShiftWithPlaces.extend({
  mine: z.enum(standings),
  offeredUntil: Instant.optional(),
  /** The place that she gives back by accepting, when her leader would have her here instead. */
  movesFrom: z.object({ title: z.string(), startsAt: Instant }).optional(),
  refusal: z.object({ code: z.string(), detail: z.string() }).optional(),
});
export type ShiftForVolunteer = z.infer<typeof ShiftForVolunteer>;

/** What became of a command of a volunteer. */
export const Standing = z.object({
  shiftId: Id('shift'),
  state: z.enum(['signedUp', 'cancelled', 'waiting', 'left', 'declined']),
});
export type Standing = z.infer<typeof Standing>;

/** One shift that a volunteer is signed up for, waits for, or has been offered a place in. */
export const AgendaItem = z.object({
  shiftId: Id('shift'),
  title: z.string(),
  placeName: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(['signedUp', 'waiting', 'offered']),
  offeredUntil: Instant.optional(),
  /** The shift whose place she gives back by accepting. */
  movesFrom: Id('shift').optional(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/**
 * What may have become of a sign-up: `cancelled` gave the place back, `left` the line, `declined` an offer; an offer `lapsed`;
 * `notPlaced` waited in vain; `calledOff` had a place, an offer or a wait when the shift was called off.
 */
export const signUpStates = [
  'signedUp',
  'waiting',
  'offered',
  'cancelled',
  'left',
  'declined',
  'lapsed',
  'notPlaced',
  'calledOff',
] as const;

/** How a volunteer stands, or stood, with a shift. */
export const OwnSignUp = AgendaItem.omit({ state: true, offeredUntil: true, movesFrom: true }).extend({
  state: z.enum(signUpStates),
  since: Instant,
});
export type OwnSignUp = z.infer<typeof OwnSignUp>;

/** Who has a place in a shift, for the team's leader. */
export const SignedUpVolunteer = z.object({ volunteerId: Id('volunteer'), name: z.string() });
export type SignedUpVolunteer = z.infer<typeof SignedUpVolunteer>;

export const ActivityParams = z.object({ activityId: Id('activity') });
export const ShiftParams = z.object({ shiftId: Id('shift') });
export type ShiftParams = z.output<typeof ShiftParams>;
export const ActivitiesQuery = PageQuery.extend({ team: Scope });
/** Shifts that begin on or after the day `from`, today when it is left out. */
export const TeamShiftsQuery = PageQuery.extend({ team: Scope, from: Day.optional() });
/** `street` may be the district: then the shifts of teams that belong to the whole district. */
export const OpenShiftsQuery = PageQuery.extend({ street: Scope, from: Day.optional() });
/** Any place: the district, a street, a community, or a team. */
export const StaffingQuery = PageQuery.extend({ place: Scope });

/** How the open shifts of the coming days are staffed in a street, or in that part of it which was asked for. */
export const PlaceStaffing = z.object({
  place: Scope,
  shifts: z.int(),
  /** How many of them have a free place, and how many free places that makes. */
  understaffed: z.int(),
  freePlaces: z.int(),
  /** When the first of those begins. */
  soonest: Instant.optional(),
  /** Whether the street has more shifts than were looked at, later ones. */
  hasMore: z.boolean(),
});
export type PlaceStaffing = z.infer<typeof PlaceStaffing>;
