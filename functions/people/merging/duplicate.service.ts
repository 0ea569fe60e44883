import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import { maskMobile } from '@kaifong/shared/people/mask.ts';
import type { likenessFound } from '@kaifong/shared/people/merging/merge-events.ts';
import type {
  DuplicatesQuery,
  LikelyDuplicate,
  LikelyPerson,
  NotTheSame,
} from '@kaifong/shared/people/merging/merge-schema.ts';
import type * as z from 'zod';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import type { volunteerService } from '../volunteer.service.ts';
import { type LikelyPair, LikelyPairItem } from './merge.table.ts';

type FoundPair = ReturnType<typeof likenessFound.read>['pairs'][number];

/** Records that may be one person's: found as people come in, answered by a coordinator. */
export function duplicateService(
  { table, identity }: PeopleDeps,
  { summaryOf }: Pick<ReturnType<typeof volunteerService>, 'summaryOf'>,
) {
  async function likelyPerson(volunteer: Volunteer): Promise<LikelyPerson> {
    const [summary, mobile] = await Promise.all([
      summaryOf(volunteer),
      identity.accounts.mobileOf(volunteer.accountId),
    ]);
    return { ...summary, mobile: maskMobile(mobile) };
  }

  /** The two records of each pair, those that both are still somebody's. */
  async function inFull(pairs: readonly LikelyPair[]): Promise<LikelyDuplicate[]> {
    const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
    if (ids.length === 0) return [];
    const volunteers = await table.getAll(
      Volunteer,
      ids.map((id) => ({ id })),
    );
    const byId = new Map(volunteers.flatMap((volunteer) => (volunteer ? [[volunteer.id, volunteer]] : [])));
    const shown = pairs.map(async ({ one, other, because, foundAt }) => {
      const both = [byId.get(one), byId.get(other)].filter((each) => each !== undefined);
      if (both.length < 2 || both.some(({ state, closedAt }) => state === 'merged' || closedAt)) return [];
      return [{ because, foundAt, people: await Promise.all(both.map(likelyPerson)) }];
    });
    return (await Promise.all(shown)).flat();
  }

  async function note({ one, other, place, kind }: FoundPair, foundAt: Instant): Promise<void> {
    await untilSettled(async () => {
      const before = await table.get(LikelyPairItem, { one, other });
      if (before?.because.includes(kind)) return true;
      const pair: LikelyPair = before
        ? { ...before, because: [...before.because, kind] }
        : { one, other, place, because: [kind], state: 'waiting', foundAt };
      const unchanged = before ? { is: { because: before.because, state: before.state } } : { absent: true as const };
      const { committed } = await transact(table.client, { pair: table.put(LikelyPairItem, pair, unchanged) });
      return committed || undefined;
    });
  }

  return {
    /** Notes down pairs that were found; one that was answered before stays answered. */
    async noteAll(pairs: readonly FoundPair[], foundAt: Instant): Promise<void> {
      for (const pair of pairs) await note(pair, foundAt);
    },

    /**
     * The pairs of a place that wait for a word: one read of a page. Each lies where both its records do, so that who reaches the place may
     * merge them. A page may be shorter than asked and yet not be the last.
     *
     * @throws AppError platform.notAllowed
     */
    async list({ actor }: Request, query: z.output<typeof DuplicatesQuery>): Promise<Page<LikelyDuplicate>> {
      const { place, limit, cursor } = query;
      actor.mustReach('volunteer.merge', { scope: place });
      const page = await table.query(LikelyPairItem, 'LIKELY#waiting', {
        index: 'byPlaceAndState',
        range: { beginsWith: kindOf(place) === 'community' ? `${place}#` : place },
        limit: Math.min(limit, mostPairs),
        cursor,
      });
      return { ...page, items: await inFull(page.items) };
    },

    /** Remembers that two records are two people's. @throws AppError platform.notFound, platform.notAllowed */
    async tellApart(command: Command, { volunteerIds }: NotTheSame): Promise<{ done: true }> {
      const [one, other] = volunteerIds.toSorted() as [string, string];
      const answer = { done: true } as const;
      return untilSettled(async () => {
        const pair = await table.get(LikelyPairItem, { one, other });
        if (!pair) throw new AppError(platformErrors.notFound);
        command.actor.mustReach('volunteer.merge', { scope: pair.place });
        const { state } = pair;
        const outcome = await commit(
          command,
          table,
          {
            pair: table.put(LikelyPairItem, { ...pair, state: 'different' }, { is: { state } }),
            audit: identity.accounts.audit(command, 'merge.notTheSame', `${one} ${other} ${pair.place}`),
          },
          { answer },
        );
        return outcome.committed ? answer : undefined;
      });
    },
  };
}

/** Each pair has two records, and a read takes a hundred. */
const mostPairs = 50;
