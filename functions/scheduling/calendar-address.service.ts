import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { CalendarAddress } from '@kaifong/shared/scheduling/calendar.ts';
import { digestOf } from '../platform/digest.ts';
import type { Command, Request } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { addressDigest, CalendarAddressItem, CalendarItem, type CalendarOwner } from './calendar.table.ts';
import type { SchedulingDeps } from './deps.ts';

/** The secret addresses of calendars: one for each volunteer and each team that wants one. */
export function calendarAddressService({ table, sealer, people, organisation }: SchedulingDeps) {
  async function secretOf({ owner, number }: Pick<CalendarItem, 'owner' | 'number'>): Promise<string> {
    return (await sealer.blindIndex('calendarAddress', `${owner}#${number}`)).slice(0, 32);
  }

  async function addressOf(calendar: CalendarItem | undefined): Promise<CalendarAddress> {
    if (!calendar?.isOn) return {};
    return { path: `/api/calendars/${await secretOf(calendar)}.ics`, since: calendar.since };
  }

  async function read(owner: CalendarOwner): Promise<CalendarAddress> {
    return addressOf(await table.get(CalendarItem, { owner }));
  }

  /** Gives a calendar its next address, or none. The one before opens nothing any more. */
  function change(owner: CalendarOwner, isOn: boolean, { now, madeBy }: { now: string; madeBy: string }) {
    return untilSettled(async () => {
      const before = await table.get(CalendarItem, { owner });
      if (before?.madeBy === madeBy) return addressOf(before);
      if (!before && !isOn) return {};
      const number = (before?.number ?? 0) + 1;
      const calendar = { owner, number, isOn, since: now, madeBy };
      const outcome = await transact(table.client, {
        calendar: table.put(CalendarItem, calendar, before ? { is: { number: before.number } } : { absent: true }),
        closed: before?.isOn
          ? table.remove(CalendarAddressItem, { digest: addressDigest(await secretOf(before)) })
          : undefined,
        opened: isOn
          ? table.put(CalendarAddressItem, { digest: addressDigest(await secretOf(calendar)), owner })
          : undefined,
      });
      return outcome.committed ? addressOf(calendar) : undefined;
    });
  }

  const by = ({ actor, now, idempotencyKey }: Command) => ({ now, madeBy: digestOf(actor.accountId, idempotencyKey) });
  const own = ({ actor }: Request): CalendarOwner => `VOLUNTEER#${actor.volunteerId}`;

  return {
    /** The address of the own calendar, if there is one. */
    readOwn: async (request: Request): Promise<CalendarAddress> => read(own(request)),

    /** Gives the own calendar an address, or a new one. */
    renewOwn: async (command: Command): Promise<CalendarAddress> => change(own(command), true, by(command)),

    /** Switches the own calendar off. */
    stopOwn: async (command: Command): Promise<CalendarAddress> => change(own(command), false, by(command)),

    /** The address of a team's calendar, for its members and whoever leads it. @throws AppError platform.notAllowed, place.unknown */
    async readOfTeam({ actor }: Request, team: string): Promise<CalendarAddress> {
      await organisation.mustFindTeam(team);
      const volunteerId = actor.ownVolunteerId;
      const belongs = volunteerId !== undefined && (await people.rosters.isMember(team, volunteerId));
      if (!belongs) actor.mustReach('calendar.renewOfTeam', { scope: team });
      return read(`TEAM#${team}`);
    },

    /** Gives a team's calendar an address, or a new one. @throws AppError platform.notAllowed, place.unknown */
    async renewOfTeam(command: Command, team: string): Promise<CalendarAddress> {
      command.actor.mustReach('calendar.renewOfTeam', { scope: team });
      await organisation.mustFindTeam(team);
      return change(`TEAM#${team}`, true, by(command));
    },

    /** Whose calendar a secret opens. @throws AppError platform.notFound */
    async mustFind(secret: string): Promise<CalendarOwner> {
      const address = await table.get(CalendarAddressItem, { digest: addressDigest(secret) });
      if (!address) throw new AppError(platformErrors.notFound);
      return address.owner;
    },

    /** Switches off the calendar of somebody whose account was closed; a second call finds it so. */
    async close(volunteerId: string, event: { id: string; at: string }): Promise<void> {
      await change(`VOLUNTEER#${volunteerId}`, false, { now: event.at, madeBy: event.id });
    },
  };
}

export type CalendarAddressService = ReturnType<typeof calendarAddressService>;
