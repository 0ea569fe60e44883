import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import {
  isOnLeave,
  type LeaveChange,
  leaveFaults,
  type PauseReason,
  type Regular,
  regularLimits,
  type SeriesForVolunteer,
} from '@kaifong/shared/scheduling/regular-schema.ts';
import { regularErrors } from '@kaifong/shared/scheduling/series-errors.ts';
import {
  regularAsked,
  regularDeclined,
  regularInvited,
  regularJoined,
  regularLeaveChanged,
  regularPaused,
  regularResumed,
  regularStopped,
} from '@kaifong/shared/scheduling/series-events.ts';
import type { Series } from '@kaifong/shared/scheduling/series-schema.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../../platform/commit.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import type { SchedulingDeps } from '../deps.ts';
import { releaseService } from '../release.service.ts';
import { ShiftItem, SignUpItem } from '../scheduling.table.ts';
import { OwnRegular, RegularItem, SeriesDateItem, SeriesItem, SeriesOfShift, StandingSignUp } from './series.table.ts';

/** Dates that a volunteer is shown of a series. */
const datesShown = 10;

/** Who is signed up for each new shift of a series: she asks or is invited, and nobody is one before the other side has said yes. */
export function regularService(deps: SchedulingDeps) {
  const { table, people } = deps;
  const release = releaseService(deps);

  async function mustFindSeries(seriesId: string): Promise<Series> {
    const series = await table.get(SeriesItem, { id: seriesId });
    if (!series) throw new AppError(platformErrors.notFound);
    return series;
  }

  async function mustLead({ actor }: Request, seriesId: string): Promise<Series> {
    const series = await mustFindSeries(seriesId);
    actor.mustReach('shift.manage', { scope: series.teamScope });
    return series;
  }

  async function allOf(seriesId: string): Promise<RegularItem[]> {
    const range = { beginsWith: 'REGULAR#' };
    return (await table.collect(`SERIES#${seriesId}`, range, { regulars: RegularItem })).regulars;
  }

  async function mustFind(seriesId: string, volunteerId: string): Promise<RegularItem> {
    const regular = await table.get(RegularItem, { seriesId, volunteerId });
    if (!regular) throw new AppError(regularErrors.none);
    return regular;
  }

  /** Begins it: a request, or an invitation. @throws AppError regular.already, regular.tooMany, regular.notActive */
  async function begin(
    command: Command,
    series: Series,
    volunteerId: string,
    state: 'asked' | 'invited',
  ): Promise<Regular> {
    const { now } = command;
    const [volunteer, there] = await Promise.all([people.findVolunteer(volunteerId), allOf(series.id)]);
    if (!volunteer) throw new AppError(platformErrors.notFound);
    if (volunteer.state !== 'active') throw new AppError(regularErrors.notActive);
    if (there.length >= regularLimits.most) throw new AppError(regularErrors.tooMany);
    const regular: RegularItem = { seriesId: series.id, volunteerId, state, since: now, leave: [], version: 1 };
    const writes = {
      regular: table.put(RegularItem, regular, { absent: true }),
      own: table.put(OwnRegular, { volunteerId, seriesId: series.id }),
    };
    const event = state === 'asked' ? regularAsked : regularInvited;
    const events = [event.make(now, { seriesId: series.id, volunteerId })];
    const outcome = await commit(command, table, writes, { answer: regular, events });
    mustCommit(outcome, { regular: () => new AppError(regularErrors.already) });
    return regular;
  }

  /** Moves a regular on; refused when she was moved since. */
  async function move(
    command: Command,
    regular: RegularItem,
    change: Partial<Pick<RegularItem, 'state' | 'since' | 'leave' | 'pauseReason'>>,
    events: readonly DomainEvent[],
  ): Promise<Regular> {
    const moved = { ...regular, ...change, version: regular.version + 1 };
    const writes = { regular: table.put(RegularItem, moved, { is: { version: regular.version } }) };
    const outcome = await commit(command, table, writes, { answer: moved, events });
    mustCommit(outcome, { regular: () => new AppError(regularErrors.notWaiting) });
    return moved;
  }

  async function end(command: Command, regular: RegularItem, events: readonly DomainEvent[]): Promise<Regular> {
    const writes = {
      regular: table.remove(RegularItem, regular, { is: { version: regular.version } }),
      own: table.remove(OwnRegular, regular, {}),
    };
    const outcome = await commit(command, table, writes, { answer: regular, events });
    mustCommit(outcome, { regular: () => new AppError(regularErrors.notWaiting) });
    return regular;
  }

  /** A yes makes her a regular, a no ends it. */
  function answer(command: Command, regular: RegularItem, says: 'accept' | 'decline'): Promise<Regular> {
    const { seriesId, volunteerId } = regular;
    const who = { seriesId, volunteerId };
    if (says === 'decline') return end(command, regular, [regularDeclined.make(command.now, who)]);
    const change = { state: 'regular', since: command.now } as const;
    return move(command, regular, change, [regularJoined.make(command.now, who)]);
  }

  /** Her dates of a series from today on, and what became of them. */
  async function datesWith(seriesId: string, now: Instant) {
    const range = { from: `DATE#${dayOf(now)}`, to: 'DATE#~' };
    const kinds = { dates: SeriesDateItem, outcomes: StandingSignUp };
    const { dates, outcomes } = await table.collect(`SERIES#${seriesId}`, range, kinds);
    return { dates: dates.filter(({ startsAt }) => startsAt > now), outcomes };
  }

  async function seenBy(volunteerId: string | undefined, series: Series, now: Instant, language: Language) {
    const { id: seriesId, title, placeName, phases } = series;
    const [{ dates, outcomes }, mine] = await Promise.all([
      datesWith(seriesId, now),
      volunteerId === undefined ? undefined : table.get(RegularItem, { seriesId, volunteerId }),
    ]);
    const next = dates.slice(0, datesShown);
    const keys = next.map(({ shiftId, startsAt }) => ({ volunteerId: volunteerId ?? '', shiftId, startsAt }));
    const [signUps, shifts] = await Promise.all([
      volunteerId === undefined ? [] : table.getAll(SignUpItem, keys),
      table.getAll(
        ShiftItem,
        next.map(({ shiftId }) => ({ id: shiftId })),
      ),
    ]);
    const current = phases.findLast(({ from }) => from <= dayOf(now)) ?? phases[0];
    if (!current) throw new Error(`series ${seriesId} has no phase`);
    const answer: SeriesForVolunteer = {
      ...{ seriesId, title, placeName, rule: current.rule },
      ...(mine && { mine }),
      dates: next.flatMap(({ day, shiftId, startsAt, endsAt }, index) => {
        if (shifts[index]?.state !== 'open') return [];
        const outcome = outcomes.find((each) => each.day === day && each.volunteerId === volunteerId);
        const isIn = signUps[index]?.state === 'signedUp';
        const refusal = !isIn && outcome?.outcome === 'refused' && outcome.why?.[language];
        return [
          {
            ...{ day, shiftId, startsAt, endsAt },
            mine: isIn ? ('signedUp' as const) : refusal ? ('refused' as const) : ('none' as const),
            ...(refusal && { refusal }),
          },
        ];
      }),
    };
    return answer;
  }

  /** Gives back her places on the dates that `isMeant`; on those she may be signed up again. */
  async function giveBack(seriesId: string, volunteerId: string, now: Instant, isMeant: (day: string) => boolean) {
    const { dates, outcomes } = await datesWith(seriesId, now);
    for (const { day, startsAt, shiftId } of dates) {
      if (!isMeant(dayOf(startsAt))) continue;
      const mine = await table.get(SignUpItem, { volunteerId, shiftId, startsAt });
      if (mine?.state === 'signedUp') await release.releaseFrom(volunteerId, shiftId);
      const outcome = outcomes.find((each) => each.day === day && each.volunteerId === volunteerId);
      if (outcome) await transact(table.client, { outcome: table.remove(StandingSignUp, outcome, {}) });
    }
  }

  async function ofVolunteer(volunteerId: string): Promise<RegularItem[]> {
    const { own } = await table.collect(`REGULARS#${volunteerId}`, {}, { own: OwnRegular });
    const keys = own.map(({ seriesId }) => ({ seriesId, volunteerId }));
    return (await table.getAll(RegularItem, keys)).filter((regular) => regular !== undefined);
  }

  return {
    /** The series that a shift belongs to, if any. @throws AppError platform.notFound */
    async seriesOfShift(_: Request, shiftId: string): Promise<{ seriesId?: string }> {
      const [shift, link] = await table.getPair([ShiftItem, { id: shiftId }], [SeriesOfShift, { shiftId }]);
      if (!shift) throw new AppError(platformErrors.notFound);
      return link ? { seriesId: link.seriesId } : {};
    },

    /** A series as somebody sees it who may become, or is, a regular. @throws AppError platform.notFound */
    async readSeries({ actor, now }: Request, seriesId: string, language: Language): Promise<SeriesForVolunteer> {
      return seenBy(actor.ownVolunteerId, await mustFindSeries(seriesId), now, language);
    },

    /** The series of which the person is a regular, or may become one. */
    async listOwn({ actor, now }: Request, language: Language): Promise<Page<SeriesForVolunteer>> {
      const own = await ofVolunteer(actor.volunteerId);
      const found = await table.getAll(
        SeriesItem,
        own.map(({ seriesId }) => ({ id: seriesId })),
      );
      const series = found.filter((each) => each !== undefined);
      return { items: await Promise.all(series.map((each) => seenBy(actor.volunteerId, each, now, language))) };
    },

    /** Who is a regular of a series, asks to be, or is invited. @throws AppError platform.notFound */
    async listOfSeries(request: Request, seriesId: string, { limit, cursor }: PageQuery) {
      await mustLead(request, seriesId);
      const range = { beginsWith: 'REGULAR#' };
      const page = await table.query(RegularItem, `SERIES#${seriesId}`, { range, limit, cursor });
      const volunteers = await people.findVolunteers(page.items.map(({ volunteerId }) => volunteerId));
      const names = new Map(volunteers.map(({ id, name }) => [id, name]));
      return { ...page, items: page.items.map((each) => ({ ...each, name: names.get(each.volunteerId) ?? '' })) };
    },

    /** Asks to become a regular. @throws AppError regular.already, regular.tooMany, regular.notActive */
    async ask(command: Command, seriesId: string): Promise<Regular> {
      return begin(command, await mustFindSeries(seriesId), command.actor.volunteerId, 'asked');
    },

    /** Invites somebody, who is a regular once she accepts. @throws AppError as `ask` does */
    async invite(command: Command, seriesId: string, volunteerId: string): Promise<Regular> {
      return begin(command, await mustLead(command, seriesId), volunteerId, 'invited');
    },

    /** The leader's answer to somebody who asked. @throws AppError regular.none, regular.notWaiting */
    async decide(command: Command, seriesId: string, volunteerId: string, says: 'accept' | 'decline') {
      await mustLead(command, seriesId);
      const regular = await mustFind(seriesId, volunteerId);
      if (regular.state !== 'asked') throw new AppError(regularErrors.notWaiting);
      return answer(command, regular, says);
    },

    /** Her own answer to an invitation. @throws AppError regular.none, regular.notWaiting */
    async answerInvitation(command: Command, seriesId: string, says: 'accept' | 'decline'): Promise<Regular> {
      const regular = await mustFind(seriesId, command.actor.volunteerId);
      if (regular.state !== 'invited') throw new AppError(regularErrors.notWaiting);
      return answer(command, regular, says);
    },

    /** Stops at any time; she says what becomes of the places that she has. @throws AppError regular.none */
    async stop(command: Command, seriesId: string, places: 'keep' | 'giveBack'): Promise<Regular> {
      const { volunteerId } = command.actor;
      const regular = await mustFind(seriesId, volunteerId);
      const givesBack = places === 'giveBack';
      return end(command, regular, [regularStopped.make(command.now, { seriesId, volunteerId, givesBack })]);
    },

    /** Notes a leave down, or takes one back. @throws AppError regular.none, regular.tooManyLeaves, platform.invalidInput */
    async changeLeave(command: Command, seriesId: string, { leave, take }: z.output<typeof LeaveChange>) {
      const { now } = command;
      const { volunteerId } = command.actor;
      const regular = await mustFind(seriesId, volunteerId);
      const others = regular.leave.filter(
        ({ from, to }) => (from !== leave.from || to !== leave.to) && to >= dayOf(now),
      );
      if (take === 'add') {
        const faults = leaveFaults(leave, dayOf(now));
        if (faults.length > 0) throw new AppError(platformErrors.invalidInput, {}, faults);
        if (others.length >= regularLimits.mostLeaves) {
          throw new AppError(regularErrors.tooManyLeaves, { most: regularLimits.mostLeaves });
        }
      }
      const all = take === 'add' ? [...others, leave].sort((one, other) => one.from.localeCompare(other.from)) : others;
      return move(command, regular, { leave: all }, [regularLeaveChanged.make(now, { seriesId, volunteerId })]);
    },

    /** The leader lets somebody go on who was paused. @throws AppError regular.none, regular.notPaused */
    async resumeOne(command: Command, seriesId: string, volunteerId: string): Promise<Regular> {
      await mustLead(command, seriesId);
      const regular = await mustFind(seriesId, volunteerId);
      if (regular.state !== 'paused') throw new AppError(regularErrors.notPaused);
      const { pauseReason: _, ...rest } = regular;
      const change = { state: 'regular', since: command.now } as const;
      return move(command, rest, change, [regularResumed.make(command.now, { seriesId, volunteerId })]);
    },

    /**
     * Pauses all regular places of somebody, for another piece of scheduling. The places that she has already are given back. A second
     * call finds nothing left to do.
     */
    async pause(volunteerId: string, reason: PauseReason, now: Instant): Promise<void> {
      for (const regular of await ofVolunteer(volunteerId)) {
        if (regular.state !== 'regular') continue;
        const { seriesId, version } = regular;
        const event = regularPaused.make(now, { seriesId, volunteerId, reason });
        const paused = { ...regular, state: 'paused', since: now, pauseReason: reason, version: version + 1 } as const;
        await transact(table.client, {
          regular: table.put(RegularItem, paused, { is: { version } }),
          event: table.put(EventItem, event, { absent: true }),
        });
      }
    },

    /** Lets all regular places of somebody go on that were paused, for this reason only if one is given. A second call finds nothing left to do. */
    async resume(volunteerId: string, now: Instant, reason?: PauseReason): Promise<void> {
      for (const { pauseReason, ...regular } of await ofVolunteer(volunteerId)) {
        if (regular.state !== 'paused' || (reason !== undefined && pauseReason !== reason)) continue;
        const { seriesId, version } = regular;
        const event = regularResumed.make(now, { seriesId, volunteerId });
        await transact(table.client, {
          regular: table.put(
            RegularItem,
            { ...regular, state: 'regular', since: now, version: version + 1 },
            { is: { version } },
          ),
          event: table.put(EventItem, event, { absent: true }),
        });
      }
    },

    /** What one record of a person was a regular of, the other is from now on, unless it is already. */
    async passOn(goes: string, stays: string): Promise<void> {
      for (const regular of await ofVolunteer(goes)) {
        const { seriesId } = regular;
        const there = await table.get(RegularItem, { seriesId, volunteerId: stays });
        await transact(table.client, {
          goes: table.remove(RegularItem, regular, {}),
          goesOwn: table.remove(OwnRegular, regular, {}),
          ...(!there && { stays: table.put(RegularItem, { ...regular, volunteerId: stays }, { absent: true }) }),
          staysOwn: table.put(OwnRegular, { volunteerId: stays, seriesId }),
        });
      }
    },

    /** Ends all regular places of somebody who does not serve any more. */
    async endAll(volunteerId: string): Promise<void> {
      for (const regular of await ofVolunteer(volunteerId)) {
        await transact(table.client, {
          regular: table.remove(RegularItem, regular, {}),
          own: table.remove(OwnRegular, regular, {}),
        });
      }
    },

    /** Gives back the places of one who stopped or was paused. */
    giveAllBack: (seriesId: string, volunteerId: string, now: Instant) =>
      giveBack(seriesId, volunteerId, now, () => true),

    /** Gives back the places on days of leave. */
    async keepLeave(seriesId: string, volunteerId: string, now: Instant): Promise<void> {
      const regular = await table.get(RegularItem, { seriesId, volunteerId });
      if (!regular) return;
      await giveBack(seriesId, volunteerId, now, (day) => isOnLeave(regular.leave, day));
    },
  };
}
