import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import {
  type LeaveChange,
  leaveFaults,
  type Regular,
  regularLimits,
} from '@kaifong/shared/scheduling/series/regular-schema.ts';
import { regularErrors } from '@kaifong/shared/scheduling/series/series-errors.ts';
import {
  regularAsked,
  regularDeclined,
  regularInvited,
  regularJoined,
  regularLeaveChanged,
  regularResumed,
  regularStopped,
} from '@kaifong/shared/scheduling/series/series-events.ts';
import type { Series } from '@kaifong/shared/scheduling/series/series-schema.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { OwnRegular, RegularItem } from './series.table.ts';
import { seriesReads } from './series-reads.ts';

/** Who is signed up for each new shift of a series: she asks or is invited, and nobody is one before the other side has said yes. */
export function regularService(deps: SchedulingDeps) {
  const { table, people } = deps;
  const { mustFindSeries, mustLead } = seriesReads(deps);

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

  return {
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
  };
}
