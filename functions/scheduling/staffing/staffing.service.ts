import { mergedPage } from '@kaifong/shared/kernel/merged-page.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { day, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { isWithin, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { streetsOf } from '@kaifong/shared/organisation/streets.ts';
import type { PlaceStaffing, ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import type { Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ShiftItem } from '../scheduling.table.ts';
import { freePlaces } from '../sign-up/free-places.ts';

/** Shifts of a street that are looked at for its figures; of a street with more the figures are of the soonest. */
const mostPerStreet = 40;

type PlaceQuery = PageQuery & Readonly<{ place: Scope }>;

/** Where people are missing in the days to come, for those who look after a branch. */
export function staffingService({ table }: Pick<SchedulingDeps, 'table'>) {
  const soon = (now: Instant) => ({
    from: `${now}~`,
    to: `${shiftBy(now, schedulingSettings.staffingDays * day)}~`,
  });

  /** The figures of a street, or of that part of it which lies in the place: one read, and a count for each shift. */
  async function staffingOf(street: Scope, place: Scope, now: Instant): Promise<PlaceStaffing> {
    const query = { index: 'openByStreet', range: soon(now), limit: mostPerStreet };
    const { items, cursor } = await table.query(ShiftItem, street, query);
    const shifts = await freePlaces(
      table,
      items.filter(({ teamScope }) => isWithin(teamScope, place)),
    );
    const understaffed = shifts.filter((shift) => shift.freePlaces > 0);
    return {
      place: isWithin(place, street) ? place : street,
      shifts: shifts.length,
      understaffed: understaffed.length,
      freePlaces: understaffed.reduce((sum, shift) => sum + shift.freePlaces, 0),
      ...(understaffed[0] && { soonest: understaffed[0].startsAt }),
      hasMore: cursor !== undefined,
    };
  }

  return {
    /** How the open shifts of the coming days are staffed, street by street. */
    async byStreet({ actor, now }: Request, { place, limit, cursor }: PlaceQuery): Promise<Page<PlaceStaffing>> {
      actor.mustReach('shift.manage', { scope: place });
      const streets = streetsOf(place).filter((street) => cursor === undefined || street > cursor);
      const shown = streets.slice(0, limit);
      const items = await Promise.all(shown.map((street) => staffingOf(street, place, now)));
      const last = shown.at(-1);
      return { items, ...(streets.length > limit && last !== undefined && { cursor: last }) };
    },

    /**
     * The open shifts of the coming days, at a place and below, that still lack people, the soonest first. They are sieved, so that a page
     * may be shorter than asked and yet not be the last.
     */
    async understaffed({ actor, now }: Request, { place, ...page }: PlaceQuery): Promise<Page<ShiftWithPlaces>> {
      actor.mustReach('shift.manage', { scope: place });
      const { from, to } = soon(now);
      const found = await mergedPage(
        {
          lists: streetsOf(place).map(
            (street) => (stretch) =>
              table.query(ShiftItem, street, { index: 'openByStreet', ...stretch, range: { from, ...stretch.range } }),
          ),
          placeOf: ({ startsAt, id }) => `${startsAt}#${id}`,
          to,
          keep: ({ startsAt, teamScope }) => startsAt > now && isWithin(teamScope, place),
        },
        page,
      );
      const shifts = await freePlaces(table, found.items);
      return { ...found, items: shifts.filter((shift) => shift.freePlaces > 0) };
    },
  };
}
