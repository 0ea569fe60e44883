import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { RosterWeek } from '../roster/roster.ts';
import { ShiftWithPlaces } from '../schema.ts';
import { RoleNumber, ShiftRole } from '../shifts/shift-roles.ts';

/* The leader's board: a week of a team, shift by shift, with who is in each. */

/** A team and a week. */
export const BoardQuery = z.object({ team: Scope, week: RosterWeek });
export type BoardQuery = z.infer<typeof BoardQuery>;

/** Somebody in a shift: with a place, or asked and yet to answer, then perhaps out of another shift. */
export const BoardPerson = z.object({
  volunteerId: Id('volunteer'),
  name: z.string(),
  state: z.enum(['signedUp', 'offered']),
  until: Instant.optional(),
  movesFrom: Id('shift').optional(),
  /** The number of her role, in a shift that has roles. */
  role: RoleNumber.optional(),
});
export type BoardPerson = z.infer<typeof BoardPerson>;

/** How a role of a shift is covered; `eligible` as of the shift. */
export const RoleCoverage = ShiftRole.extend({ freePlaces: z.int(), eligible: z.int().optional() });
export type RoleCoverage = z.infer<typeof RoleCoverage>;

export const BoardShift = ShiftWithPlaces.extend({
  coverage: z.array(RoleCoverage).optional(),
  people: z.array(BoardPerson),
  /** Of a shift that still lacks people: members who fit and have not been asked. */
  eligible: z.int().optional(),
});
export type BoardShift = z.infer<typeof BoardShift>;

export const Board = BoardQuery.extend({ shifts: z.array(BoardShift) });
export type Board = z.infer<typeof Board>;

/** Where somebody of a shift could go instead. */
export const BoardOptionsQuery = BoardQuery.extend({ volunteerId: Id('volunteer'), from: Id('shift') });
export type BoardOptionsQuery = z.infer<typeof BoardOptionsQuery>;

export const BoardOption = z.object({
  shiftId: Id('shift'),
  /** In a shift with roles there is an option for each. */
  role: ShiftRole.pick({ number: true, name: true }).optional(),
  title: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  freePlaces: z.int(),
  /** `mind`: her own word speaks against it, and she may be asked all the same. */
  fits: z.enum(['fits', 'mind', 'must']),
  /** What speaks against it, in the reader's language. */
  why: z.string().optional(),
});
export type BoardOption = z.infer<typeof BoardOption>;

/** `role` is the one to serve in over there; any that she can serve in when it is not said. */
export const BoardMove = z.object({
  volunteerId: Id('volunteer'),
  from: Id('shift'),
  to: Id('shift'),
  role: RoleNumber.optional(),
});
export type BoardMove = z.infer<typeof BoardMove>;

/** Asks the members who fit, or the one who is named; for a role, or for all that have a free place. */
export const BoardInvitation = z.object({
  shiftId: Id('shift'),
  volunteerId: Id('volunteer').optional(),
  role: RoleNumber.optional(),
});
export type BoardInvitation = z.infer<typeof BoardInvitation>;

export const Invited = z.object({ asked: z.int() });

export const BoardMessage = z.object({ shiftId: Id('shift'), text: z.string().trim().min(2).max(300) });
export type BoardMessage = z.infer<typeof BoardMessage>;

export const MessageSent = z.object({ people: z.int() });

/** The week for a spreadsheet. */
export const BoardFile = z.object({ filename: z.string(), csv: z.string() });
export type BoardFile = z.infer<typeof BoardFile>;
