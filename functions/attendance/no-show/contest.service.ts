import type {
  ContestedNoShow,
  ContestedQuery,
  NoShowDecision,
  NoShowStanding,
  OwnNoShow,
} from '@kaifong/shared/attendance/no-show.ts';
import { noShowErrors } from '@kaifong/shared/attendance/no-show-errors.ts';
import { noShowContested, noShowDecided } from '@kaifong/shared/attendance/no-show-events.ts';
import { contestUntil } from '@kaifong/shared/attendance/no-show-rules.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { mergedPage } from '@kaifong/shared/kernel/merged-page.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { streetsOf } from '@kaifong/shared/organisation/streets.ts';
import type * as z from 'zod';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { AttendanceDeps } from '../deps.ts';
import { kinOfPerson, markFor } from './kin-of-person.ts';
import { contestedIn, NoShowItem, placeInQueue, putMark } from './no-show.table.ts';

/** What a person says to a mark, and what a second person decides of it. */
export function contestService({ table, people, scheduling }: Pick<AttendanceDeps, 'table' | 'people' | 'scheduling'>) {
  return {
    /** The marks of the person, the newest shift first; those of records that a merge made hers come with the first page. */
    async own({ actor, now }: Request, { limit, cursor }: PageQuery): Promise<Page<OwnNoShow>> {
      const { volunteerId } = actor;
      const query = { range: { beginsWith: 'NOSHOW#' }, limit, newestFirst: true };
      const page = await table.query(NoShowItem, `VOLUNTEER#${volunteerId}`, { ...query, cursor });
      if (cursor !== undefined) return { ...page, items: page.items.map((mark) => ownOf(mark, now)) };
      const { volunteerIds } = await kinOfPerson(table, volunteerId);
      const others = await Promise.all(
        volunteerIds
          .filter((id) => id !== volunteerId)
          .map((id) => table.query(NoShowItem, `VOLUNTEER#${id}`, { ...query, limit: 100 })),
      );
      const all = [...page.items, ...others.flatMap(({ items }) => items)];
      all.sort((one, other) => (one.startsAt > other.startsAt ? -1 : 1));
      return { ...page, items: all.map((mark) => ownOf(mark, now)) };
    },

    /** Says that it was otherwise. From then on the mark does not count before it is decided. @throws AppError noShow.cannotContest */
    contest(command: Command, shiftId: string, statement: string): Promise<NoShowStanding> {
      const { now, actor } = command;
      return untilSettled(async () => {
        const [shift, kin] = await Promise.all([scheduling.shiftFacts(shiftId), kinOfPerson(table, actor.volunteerId)]);
        const mark = shift && (await markFor(table, kin.volunteerIds, shift));
        if (!mark) throw new AppError(platformErrors.notFound);
        if (contestUntil(mark, now) === undefined) throw new AppError(noShowErrors.cannotContest);
        const { volunteerId } = mark;
        const answer = { shiftId, volunteerId, state: 'contested' } as const;
        const outcome = await commit(
          command,
          table,
          { mark: putMark(table, mark, { ...mark, state: 'contested', statement, contestedAt: now }) },
          { answer, events: [noShowContested.make(now, { shiftId, volunteerId })] },
        );
        return outcome.committed ? answer : undefined;
      });
    },

    /** What waits to be decided at a place and below, the oldest first. */
    async listContested(
      { actor }: Request,
      { place, ...page }: z.output<typeof ContestedQuery>,
    ): Promise<Page<ContestedNoShow>> {
      actor.mustReach('noShow.decide', { scope: place });
      const { items, cursor } = await mergedPage(
        {
          lists: streetsOf(place).map(
            (street) => (stretch) =>
              table.query(NoShowItem, contestedIn(street), { index: 'waitingByStreet', ...stretch }),
          ),
          placeOf: placeInQueue,
          to: '9999-12-31T00:00:00.000Z~',
          keep: ({ teamScope }) => isWithin(teamScope, place),
        },
        page,
      );
      const found = await people.findVolunteers([...new Set(items.map(({ volunteerId }) => volunteerId))]);
      const names = new Map(found.map(({ id, name }) => [id, name]));
      return {
        items: items.map((mark) => ({
          ...mark,
          name: names.get(mark.volunteerId) ?? '*',
          statement: mark.statement ?? '',
          contestedAt: mark.contestedAt ?? mark.markedAt,
          isForOther: mark.markedBy === actor.accountId || actor.isVolunteer(mark.volunteerId),
        })),
        ...(cursor && { cursor }),
      };
    },

    /**
     * Decides a contested mark: by somebody who neither made it nor is the person.
     *
     * @throws AppError platform.notFound; of noShow: notContested, decidedByAnother
     */
    decide(
      command: Command,
      { shiftId, volunteerId }: Readonly<{ shiftId: string; volunteerId: string }>,
      { outcome: decided, words }: NoShowDecision,
    ): Promise<NoShowStanding> {
      const { now, actor } = command;
      return untilSettled(async () => {
        const shift = await scheduling.shiftFacts(shiftId);
        if (!shift) throw new AppError(platformErrors.notFound);
        actor.mustReach('noShow.decide', { scope: shift.teamScope });
        const [mark, kin] = await Promise.all([
          table.get(NoShowItem, { volunteerId, shiftId, startsAt: shift.startsAt }),
          kinOfPerson(table, volunteerId),
        ]);
        if (!mark) throw new AppError(platformErrors.notFound);
        if (mark.state !== 'contested') throw new AppError(noShowErrors.notContested);
        const isOwn = kin.volunteerIds.some((each) => actor.isVolunteer(each));
        if (isOwn || mark.markedBy === actor.accountId) throw new AppError(noShowErrors.decidedByAnother);
        const answer = { shiftId, volunteerId, state: decided };
        const decision = { outcome: decided, words, at: now, by: actor.accountId };
        const outcome = await commit(
          command,
          table,
          { mark: putMark(table, mark, { ...mark, state: decided, decision }) },
          { answer, events: [noShowDecided.make(now, { shiftId, volunteerId, outcome: decided })] },
        );
        return outcome.committed ? answer : undefined;
      });
    },
  };
}

function ownOf(mark: NoShowItem, now: Instant): OwnNoShow {
  const until = contestUntil(mark, now);
  const { by: _, ...decision } = mark.decision ?? { by: undefined };
  return { ...mark, ...('at' in decision && { decision }), ...(until && { contestUntil: until }) } as OwnNoShow;
}
