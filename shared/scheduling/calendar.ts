import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { languages } from '../kernel/language.ts';
import { day, Instant } from '../kernel/time.ts';
import { ScopeParam } from '../organisation/scope.ts';

/** Where a calendar is subscribed to: a path of the API that nobody can guess. Absent when none was asked for yet, or it was switched off. */
export const CalendarAddress = z.object({ path: z.string().optional(), since: Instant.optional() });
export type CalendarAddress = z.infer<typeof CalendarAddress>;

export const CalendarTeamParams = z.object({ team: ScopeParam });

/** The last part of a calendar's address. */
export const CalendarFile = z.object({ file: z.string().regex(/^[\w-]{32}\.ics$/) });

export const ShiftCalendarFile = z.object({ file: z.templateLiteral([Id('shift'), '.ics']) });

/** Calendars are fetched by programs: the address says in which language their few words are. */
export const CalendarQuery = z.object({ language: z.enum(languages).optional() });

/** How a shift stands in somebody's calendar. */
export const calendarStates = ['confirmed', 'cancelled'] as const;

/** How long what is over, given back or called off stays in a calendar: by then whoever subscribes has seen it go. */
export const calendarKeeps = 30 * day;

/** What is in one calendar at most, the latest shifts first. */
export const calendarSize = 100;
