import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { communityGoesOver } from '@kaifong/shared/organisation/events.ts';
import type { Rehoming } from '@kaifong/shared/people/teams/rehoming.ts';
import { volunteerStates } from '@kaifong/shared/people/volunteer-state.ts';
import type { Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { homeWrites } from './homes.ts';
import { RehomingItem } from './rehoming.table.ts';

/** Communities that are moved in one tick, and how long a tick may take over all their people, in milliseconds. */
const atOnce = 10;
const sliceTime = 12_000;
/** People read at a time. */
const pageSize = 50;

/**
 * Moves people whose community goes over into another one: from the day on, by the clock, slice by slice. Who was moved lives under the
 * new path, so that each slice finds those who are left and a broken one is simply gone on with.
 */
export function rehomingService(deps: PeopleDeps) {
  const { table, now } = deps;

  function moveOne(id: string, { from, into, on, by }: RehomingItem): Promise<boolean> {
    return untilSettled(async () => {
      const volunteer = await table.get(Volunteer, { id });
      if (volunteer?.community !== from) return false;
      const outcome = await transact(table.client, {
        ...(await homeWrites(deps, volunteer, into, { by, on, now: now() })),
        rehoming: table.adjust(RehomingItem, { from }, { add: { moved: 1 } }, { present: true }),
      });
      return outcome.committed || undefined;
    });
  }

  /** Moves people until nobody is left, or time is up. Answers whether nobody was left to begin with. */
  async function moveSlice(rehoming: RehomingItem, until: number): Promise<boolean> {
    let wasEmpty = true;
    for (const state of volunteerStates) {
      let cursor: string | undefined;
      do {
        const { items, ...page } = await table.query(Volunteer, `VOLUNTEERS#${state}`, {
          index: 'byPlaceAndState',
          range: { beginsWith: `${rehoming.from}#` },
          limit: pageSize,
          cursor,
        });
        for (const { id } of items) {
          wasEmpty = false;
          if (performance.now() > until) return false;
          await moveOne(id, rehoming);
        }
        cursor = page.cursor;
      } while (cursor);
    }
    return wasEmpty;
  }

  return {
    /** Notes down that a community goes over, once. */
    async plan({ from, into, on, by }: ReturnType<typeof communityGoesOver.read>): Promise<void> {
      await transact(table.client, {
        rehoming: table.put(RehomingItem, { from, into, on, by, moved: 0 }, { absent: true }),
      });
    },

    /** What is due, for as long as a tick may take. A move ends with the look that finds nobody, since an index may lag behind. */
    async moveDue(at: Instant): Promise<void> {
      const until = performance.now() + sliceTime;
      const due = { index: 'byDue', range: { to: `${at}~` }, limit: atOnce };
      const { items } = await table.query(RehomingItem, 'REHOMINGS', due);
      for (const rehoming of items) {
        if (!(await moveSlice(rehoming, until))) continue;
        const current = await table.get(RehomingItem, { from: rehoming.from });
        if (!current || current.finishedAt) continue;
        await transact(table.client, {
          rehoming: table.put(RehomingItem, { ...current, finishedAt: at }, { is: { moved: current.moved } }),
        });
      }
    },

    /** How far the people of a community are on their way. @throws AppError platform.notFound, platform.notAllowed */
    async progress({ actor }: Request, from: string): Promise<Rehoming> {
      actor.mustReach('tree.readTrail', { scope: from });
      const rehoming = await table.get(RehomingItem, { from });
      if (!rehoming) throw new AppError(platformErrors.notFound);
      return rehoming;
    },
  };
}
