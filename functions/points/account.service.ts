import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { minutesToNextStar, starHours, starOf } from '@kaifong/shared/points/ranking/stars.ts';
import { pointsSettings } from '@kaifong/shared/points/rules/rules.ts';
import type { PointsEntry, PointsSummary } from '@kaifong/shared/points/schema.ts';
import type { Request } from '../platform/request.ts';
import type { PointsDeps } from './deps.ts';
import { EntryItem, VolunteerAccount } from './points.table.ts';

/** What a volunteer sees of her own points. */
export function accountService({ table, organisation }: Pick<PointsDeps, 'table' | 'organisation'>) {
  return {
    /** Her balance and how far the next point and star are; zero for one who has not served yet. */
    async summary({ actor, now }: Request): Promise<PointsSummary> {
      const [account, figures] = await Promise.all([
        table.get(VolunteerAccount, { volunteerId: actor.volunteerId }),
        organisation.figures.on('stars', dayOf(now), now),
      ]);
      const hours = starHours(figures);
      const { balance = 0, carriedMinutes = 0, minutes = 0 } = account ?? {};
      return {
        balance,
        cap: pointsSettings.balanceCap,
        carriedMinutes: Math.min(carriedMinutes, pointsSettings.minutesPerPoint - 1),
        // What two records carried may be more than an hour: the next service makes a point of it.
        minutesToNextPoint: Math.max(1, pointsSettings.minutesPerPoint - carriedMinutes),
        star: { stars: starOf(minutes, hours), minutes, minutesToNextStar: minutesToNextStar(minutes, hours) },
      };
    },

    /** What moved her points, newest first. */
    entries({ actor }: Request, { limit, cursor }: PageQuery): Promise<Page<PointsEntry>> {
      return table.query(EntryItem, `ACCOUNT#${volunteerAccount(actor.volunteerId)}`, {
        range: { beginsWith: 'ENTRY#' },
        limit,
        cursor,
        newestFirst: true,
      });
    },
  };
}
