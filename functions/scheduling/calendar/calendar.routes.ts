import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import {
  CalendarAddress,
  CalendarFile,
  CalendarQuery,
  CalendarTeamParams,
  ShiftCalendarFile,
} from '@kaifong/shared/scheduling/calendar.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, file, query } from '../../platform/operation.ts';
import type { Scheduling } from '../index.ts';

/** Calendars for the programs that people have, by secret addresses and shift by shift. */
export function calendarRoutes({ calendars, calendarAddresses }: Scheduling) {
  return new Hono<ApiEnv>()
    .get(
      '/calendars/:file',
      file(
        {
          id: 'readCalendar',
          summary: 'The calendar of a volunteer or a team, at its secret address',
          permission: 'calendar.subscribe',
          params: CalendarFile,
          query: CalendarQuery,
          media: 'text/calendar',
          answer: [200, z.string()],
        },
        (request, { params, query }) => calendars.read(request, nameIn(params.file), query.language ?? 'zh-Hans'),
      ),
    )
    .get(
      '/shift-calendars/:file',
      file(
        {
          id: 'readShiftCalendar',
          summary: 'One shift, for putting it into a calendar',
          permission: 'shift.browse',
          params: ShiftCalendarFile,
          media: 'text/calendar',
          answer: [200, z.string()],
        },
        (request, { params }, context) =>
          calendars.ofShift(request, nameIn(params.file), languageFrom(context.req.header('accept-language'))),
      ),
    )
    .get(
      '/calendar-addresses/me',
      query(
        {
          id: 'readCalendarAddress',
          summary: 'Where the own calendar is subscribed to, if it was asked for',
          permission: 'calendar.own',
          answer: [200, CalendarAddress],
        },
        (request) => calendarAddresses.readOwn(request),
      ),
    )
    .post(
      '/calendar-addresses/me',
      command(
        {
          id: 'renewCalendarAddress',
          summary: 'Give the own calendar an address, or a new one; the old one ends at once',
          permission: 'calendar.own',
          answer: [201, CalendarAddress],
          receipt: false,
        },
        (request) => calendarAddresses.renewOwn(request),
      ),
    )
    .delete(
      '/calendar-addresses/me',
      command(
        {
          id: 'stopCalendar',
          summary: 'Switch the own calendar off; its address ends at once',
          permission: 'calendar.own',
          answer: [200, CalendarAddress],
          receipt: false,
        },
        (request) => calendarAddresses.stopOwn(request),
      ),
    )
    .get(
      '/calendar-addresses/teams/:team',
      query(
        {
          id: 'readTeamCalendarAddress',
          summary: 'Where one subscribes oneself to the calendar of a team, as its member or as who leads it',
          permission: 'calendar.ofTeam',
          params: CalendarTeamParams,
          answer: [200, CalendarAddress],
          errors: [placeErrors.unknown],
        },
        (request, { params }) => calendarAddresses.readOfTeam(request, params.team),
      ),
    )
    .post(
      '/calendar-addresses/teams/:team',
      command(
        {
          id: 'renewTeamCalendarAddress',
          summary: 'Give oneself an address, or a new one, for the calendar of a team; the old one ends at once',
          permission: 'calendar.ofTeam',
          params: CalendarTeamParams,
          answer: [201, CalendarAddress],
          errors: [placeErrors.unknown],
          receipt: false,
        },
        (request, { params }) => calendarAddresses.renewOfTeam(request, params.team),
      ),
    )
    .delete(
      '/calendar-addresses/teams/:team',
      command(
        {
          id: 'stopTeamCalendar',
          summary: 'Switch the own address for the calendar of a team off; it ends at once',
          permission: 'calendar.ofTeam',
          params: CalendarTeamParams,
          answer: [200, CalendarAddress],
          errors: [placeErrors.unknown],
          receipt: false,
        },
        (request, { params }) => calendarAddresses.stopOfTeam(request, params.team),
      ),
    );
}

const nameIn = (file: string): string => file.slice(0, file.lastIndexOf('.'));
