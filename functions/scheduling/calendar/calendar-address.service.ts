import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { isWithin, type Scope } from '@kaifong/shared/organisation/scope.ts';
import type { CalendarAddress } from '@kaifong/shared/scheduling/calendar.ts';
import { digestOf } from '../../platform/digest.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { addressDigest, CalendarAddressItem, CalendarItem, type CalendarOwner } from './calendar.table.ts';

type Change = Readonly<{ now: Instant; madeBy: string; volunteerId?: string | undefined }>;

/** Who leads a team beside being in it. */
const leaders = ['teamLeader', 'coordinator'] as const;

/** A calendar that an address opens. */
export type OpenCalendar = Readonly<{ kind: 'volunteer'; volunteerId: string } | { kind: 'team'; team: Scope }>;

/** The secret addresses of calendars: everybody's own, for her shifts and for each team that she belongs to or leads. */
export function calendarAddressService({ table, sealer, identity, people, organisation }: SchedulingDeps) {
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
  function change(owner: CalendarOwner, isOn: boolean, { now, madeBy, volunteerId }: Change) {
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
          ? table.put(CalendarAddressItem, { digest: addressDigest(await secretOf(calendar)), owner, volunteerId })
          : undefined,
      });
      return outcome.committed ? addressOf(calendar) : undefined;
    });
  }

  const by = ({ actor, now, idempotencyKey }: Command) => ({ now, madeBy: digestOf(actor.accountId, idempotencyKey) });
  const own = ({ actor }: Request): CalendarOwner => `VOLUNTEER#${actor.volunteerId}`;

  /** Whoever asks, as one who looks at a team: a member, or somebody who leads it. */
  async function ofTeam({ actor }: Request, team: Scope): Promise<CalendarOwner> {
    await organisation.mustFindTeam(team);
    const volunteerId = actor.ownVolunteerId;
    const belongs = volunteerId !== undefined && (await people.rosters.isMember(team, volunteerId));
    if (!belongs) actor.mustReach('shift.manage', { scope: team });
    return `TEAM#${team}#${actor.accountId}`;
  }

  async function stillSees(team: Scope, accountId: string, volunteerId: string | undefined, now: Instant) {
    if (volunteerId !== undefined && (await people.rosters.isMember(team, volunteerId))) return true;
    const held = await Promise.all(leaders.map((role) => identity.accounts.scopesAs(accountId, role, now)));
    return held.flat().some((branch) => isWithin(team, branch));
  }

  return {
    /** The address of the own calendar, if there is one. */
    readOwn: async (request: Request): Promise<CalendarAddress> => read(own(request)),

    /** Gives the own calendar an address, or a new one. */
    renewOwn: async (command: Command): Promise<CalendarAddress> => change(own(command), true, by(command)),

    /** Switches the own calendar off. */
    stopOwn: async (command: Command): Promise<CalendarAddress> => change(own(command), false, by(command)),

    /** The own address of a team's calendar, if there is one. @throws AppError platform.notAllowed, place.unknown */
    async readOfTeam(request: Request, team: Scope): Promise<CalendarAddress> {
      return read(await ofTeam(request, team));
    },

    /** Gives whoever asks an address of her own, or a new one, for a team's calendar. @throws AppError platform.notAllowed, place.unknown */
    async renewOfTeam(command: Command, team: Scope): Promise<CalendarAddress> {
      return change(await ofTeam(command, team), true, { ...by(command), volunteerId: command.actor.ownVolunteerId });
    },

    /** Switches the own address of a team's calendar off. @throws AppError platform.notAllowed, place.unknown */
    async stopOfTeam(command: Command, team: Scope): Promise<CalendarAddress> {
      return change(await ofTeam(command, team), false, by(command));
    },

    /** The calendar that a secret opens; a team's only as long as its owner belongs to the team or leads it. @throws AppError platform.notFound */
    async mustFind(secret: string, now: Instant): Promise<OpenCalendar> {
      const address = await table.get(CalendarAddressItem, { digest: addressDigest(secret) });
      const [kind, whose = '', accountId] = address?.owner.split('#') ?? [];
      if (kind === 'VOLUNTEER') return { kind: 'volunteer', volunteerId: whose };
      const isTheirs = accountId !== undefined && (await stillSees(whose, accountId, address?.volunteerId, now));
      if (!isTheirs) throw new AppError(platformErrors.notFound);
      return { kind: 'team', team: whose };
    },

    /** Switches off the calendar of somebody whose account was closed; a second call finds it so. */
    async close(volunteerId: string, event: { id: string; at: string }): Promise<void> {
      await change(`VOLUNTEER#${volunteerId}`, false, { now: event.at, madeBy: event.id });
    },
  };
}

export type CalendarAddressService = ReturnType<typeof calendarAddressService>;
