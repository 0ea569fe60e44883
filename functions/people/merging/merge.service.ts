import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { commonScope, kindOf } from '@kaifong/shared/organisation/scope.ts';
import { mergeErrors } from '@kaifong/shared/people/merging/merge-errors.ts';
import { mergeBegun, mergeUndoingBegun } from '@kaifong/shared/people/merging/merge-events.ts';
import type { Merge, MergesQuery, NewMerge } from '@kaifong/shared/people/merging/merge-schema.ts';
import { joinedConsents, type MergeState, mergeParts, mergeRefusal } from '@kaifong/shared/people/merging/merging.ts';
import type * as z from 'zod';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { LikelyPairItem, MergeItem } from './merge.table.ts';

type Answer = Readonly<{ id: string; state: MergeState }>;

/**
 * Merges two records of one person, and undoes it. The command marks both records and tells it; then every context moves what it has,
 * by itself and step by step, and says when it is done (`merge-steps.service.ts`).
 */
export function mergeService({ table, identity }: PeopleDeps) {
  async function mustFind(mergeId: string): Promise<MergeItem> {
    const merge = await table.get(MergeItem, { id: mergeId });
    if (!merge) throw new AppError(platformErrors.notFound);
    return merge;
  }

  async function mustFindBoth(stays: string, goes: string): Promise<[Volunteer, Volunteer]> {
    const [one, other] = await table.getPair([Volunteer, { id: stays }], [Volunteer, { id: goes }]);
    if (!one || !other) throw new AppError(platformErrors.notFound);
    return [one, other];
  }

  function mustReachBoth({ actor }: Request, both: readonly Volunteer[]): void {
    for (const { community } of both) actor.mustReach('volunteer.merge', { scope: community });
    if (both.some(({ id }) => actor.isVolunteer(id))) throw new AppError(mergeErrors.ownRecord);
  }

  const putAs = (before: Volunteer, changes: Partial<Volunteer>) =>
    table.put(
      Volunteer,
      { ...before, ...changes, version: before.version + 1 },
      { is: { version: before.version, state: before.state } },
    );

  /** The merges with what people see of both records. */
  async function inFull(merges: readonly MergeItem[]): Promise<Merge[]> {
    const ids = [...new Set(merges.flatMap(({ stays, goes }) => [stays, goes]))];
    if (ids.length === 0) return [];
    const found = await table.getAll(
      Volunteer,
      ids.map((id) => ({ id })),
    );
    const party = (id: string) => {
      const volunteer = found.find((each) => each?.id === id);
      if (!volunteer) throw new Error(`${id} was merged and is not there`);
      return volunteer;
    };
    return merges.map((merge) => ({
      ...merge,
      stays: party(merge.stays),
      goes: party(merge.goes),
      parts: mergeParts.map((part) => ({ part, done: merge.done.includes(part) })),
    }));
  }

  return {
    /**
     * Begins to merge: from here on the record that goes serves nowhere.
     *
     * @throws AppError platform.notFound, platform.notAllowed, merge.ownRecord, and the refusals of `mergeRefusal`
     */
    async begin(command: Command, { stays, goes, mobile, reason }: NewMerge): Promise<Answer> {
      const id = newId('merge', Date.parse(command.now));
      const answer = { id, state: 'merging' } as const;
      return untilSettled(async () => {
        if (stays === goes) throw new AppError(mergeErrors.same);
        const both = await mustFindBoth(stays, goes);
        mustReachBoth(command, both);
        const [one, other] = both;
        const [stayer, goer] = await Promise.all(
          both.map(async (each) => ({
            ...each,
            holdsOffice: await identity.accountMerges.holdsOffice(each.accountId),
          })),
        );
        const refusal = stayer && goer && mergeRefusal(stayer, goer, mobile);
        if (refusal) throw new AppError(mergeErrors[refusal]);

        const [older, newer] = [stays, goes].toSorted() as [string, string];
        const pair = await table.get(LikelyPairItem, { one: older, other: newer });
        const place = commonScope(one.community, other.community);
        const merge: MergeItem = {
          ...{ id, stays, goes, place, mobile, state: 'merging', done: [], by: command.actor.accountId },
          consentsBefore: one.consents,
          consentsMoved: other.consents,
          numberLost: false,
          begunAt: command.now,
          changedAt: command.now,
          version: 0,
        };
        const outcome = await commit(
          command,
          table,
          {
            merge: table.put(MergeItem, merge, { absent: true }),
            stays: putAs(one, {
              openMerge: id,
              consents: joinedConsents(one.consents, other.consents),
              absorbed: [...(one.absorbed ?? []), { volunteerId: goes, mergeId: id }],
            }),
            goes: putAs(other, {
              state: 'merged',
              openMerge: id,
              mergedInto: { volunteerId: stays, mergeId: id, was: other.state },
            }),
            pair: pair && table.put(LikelyPairItem, { ...pair, state: 'merged' }, { is: { state: pair.state } }),
            ...(await identity.audit.withReason(command, 'merge.begun', `${goes} ${stays} ${place}`, reason)),
          },
          { answer, events: [mergeBegun.make(command.now, { mergeId: id, stays, goes, by: command.actor.accountId })] },
        );
        return outcome.committed ? answer : undefined;
      });
    },

    /**
     * Begins to move back exactly what was moved.
     *
     * @throws AppError platform.notFound, platform.notAllowed, merge.ownRecord, merge.cannotUndo, merge.closed,
     * merge.laterMerge
     */
    async undo(command: Command, mergeId: string, reason: string): Promise<Answer> {
      const answer = { id: mergeId, state: 'undoing' } as const;
      return untilSettled(async () => {
        const merge = await mustFind(mergeId);
        const { stays, goes, place, version } = merge;
        const [one, other] = await mustFindBoth(stays, goes);
        mustReachBoth(command, [one, other]);
        if (merge.state !== 'merged') throw new AppError(mergeErrors.cannotUndo);
        if (one.closedAt || other.closedAt) throw new AppError(mergeErrors.closed);
        if (one.state === 'merged' || one.openMerge !== undefined) throw new AppError(mergeErrors.laterMerge);
        const undoing: MergeItem = {
          ...merge,
          ...{ state: 'undoing', done: [], by: command.actor.accountId, changedAt: command.now },
          version: version + 1,
        };
        const outcome = await commit(
          command,
          table,
          {
            merge: table.put(MergeItem, undoing, { is: { version } }),
            stays: putAs(one, { openMerge: mergeId }),
            goes: putAs(other, { openMerge: mergeId }),
            ...(await identity.audit.withReason(command, 'merge.undone', `${goes} ${stays} ${place}`, reason)),
          },
          {
            answer,
            events: [mergeUndoingBegun.make(command.now, { mergeId, stays, goes, by: command.actor.accountId })],
          },
        );
        return outcome.committed ? answer : undefined;
      });
    },

    /** A merge and how far it is. @throws AppError platform.notFound, platform.notAllowed */
    async read({ actor }: Request, mergeId: string): Promise<Merge> {
      const merge = await mustFind(mergeId);
      actor.mustReach('volunteer.merge', { scope: merge.place });
      const [full] = await inFull([merge]);
      if (!full) throw new AppError(platformErrors.notFound);
      return full;
    },

    /** The merges of a place, the newest first within each community. @throws AppError platform.notAllowed */
    async list({ actor }: Request, { place, limit, cursor }: z.output<typeof MergesQuery>): Promise<Page<Merge>> {
      actor.mustReach('volunteer.merge', { scope: place });
      const page = await table.query(MergeItem, 'MERGES', {
        index: 'byPlaceAndState',
        range: { beginsWith: kindOf(place) === 'community' ? `${place}#` : place },
        limit: Math.min(limit, mostMerges),
        cursor,
        newestFirst: true,
      });
      return { ...page, items: await inFull(page.items) };
    },
  };
}

/** Each merge has two records, and a read takes a hundred. */
const mostMerges = 50;
