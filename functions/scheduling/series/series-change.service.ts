import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language, Text } from '@kaifong/shared/kernel/language.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { clockOf, dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { unannouncedYears } from '@kaifong/shared/scheduling/series/series-days.ts';
import { seriesErrors } from '@kaifong/shared/scheduling/series/series-errors.ts';
import { seriesChanged } from '@kaifong/shared/scheduling/series/series-events.ts';
import {
  changedPlan,
  type DateChange,
  differences,
  type PlannedDate,
} from '@kaifong/shared/scheduling/series/series-plan.ts';
import { timesFaults } from '@kaifong/shared/scheduling/series/series-rule.ts';
import type {
  NewSeriesChange,
  Series,
  SeriesChange,
  SeriesChangePreview,
  SeriesTrailEntry,
} from '@kaifong/shared/scheduling/series/series-schema.ts';
import { reasonForLeader } from '@kaifong/shared/scheduling/sign-up/standing-words.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ActivityItem, SeatItem, ShiftItem } from '../scheduling.table.ts';
import { mustBeRoom } from '../shifts/meeting-room.ts';
import { peopleMover } from './move-people.ts';
import { SeriesClock, type SeriesDateItem, SeriesItem } from './series.table.ts';
import { datesAhead, previewOf } from './series-dates.ts';
import { seriesReads } from './series-reads.ts';

/** Changes that a series remembers. */
const trailLength = 20;

/** Changing a series: what a change would do to its dates and to people, and making it. */
export function seriesChangeService(deps: SchedulingDeps) {
  const { table, people } = deps;
  const { mustLead, datesFrom, nameOf } = seriesReads(deps);
  const mover = peopleMover(deps);

  /** A change as it may be made now. @throws AppError platform.invalidInput, series.noSuchDate */
  function mustBeSound(series: Series, change: SeriesChange, now: Instant): void {
    if (change.reach !== 'this') {
      const today = dayOf(now);
      // The day from which it counts may lie in the past for one that goes on; what comes is what must make sense.
      const { from } = change.rule;
      previewOf(change.rule, change.shift, from < today ? from : today, 'change.rule');
    } else if (typeof change.instead === 'object') {
      const faults = timesFaults(change.instead).map((fault) => ({ ...fault, path: `change.instead.${fault.path}` }));
      if (change.instead.on < dayOf(now)) faults.push({ path: 'change.instead.on', code: 'series.fromPast' });
      if (faults.length > 0) throw new AppError(platformErrors.invalidInput, {}, faults);
    }
    if (change.reach === 'all') return;
    const isThere =
      datesAhead(series, now).some(({ day }) => day === change.day) ||
      series.exceptions.some(({ day }) => day === change.day && day >= dayOf(now));
    if (!isThere) throw new AppError(seriesErrors.noSuchDate);
  }

  /** Those who have a place on a date and would not fit where the change takes it. */
  async function weigh(
    { kind, was, becomes }: DateChange,
    shift: ShiftItem | undefined,
    { now, language }: { now: Instant; language: Language },
  ) {
    if (!shift || kind === 'added') return { people: 0, misfits: [] };
    const { seats } = await table.collect(`SHIFT#${shift.id}`, { beginsWith: 'SHIFT#' }, { seats: SeatItem });
    const ids = seats.flatMap(({ state, volunteerId }) => (state === 'taken' && volunteerId ? [volunteerId] : []));
    const volunteers = (await Promise.all(hundreds(ids).map((part) => people.findVolunteers(part)))).flat();
    const misfitOf = async (volunteer: (typeof volunteers)[number]) => {
      const { id: volunteerId, name } = volunteer;
      if (kind === 'gone' || !becomes || !was) {
        return [{ volunteerId, name, detail: reasonForLeader('series.gone')[language] }];
      }
      if (kind === 'places') return [];
      const obstacle = await mover.obstacle(volunteer, shift, { ...shift, ...ahead(becomes) }, now);
      return obstacle ? [{ volunteerId, name, detail: reasonForLeader(obstacle.code)[language] }] : [];
    };
    return { people: ids.length, misfits: (await Promise.all(volunteers.map(misfitOf))).flat() };
  }

  async function changesOf(series: Series, change: SeriesChange, now: Instant, kept: readonly PlannedDate[] = []) {
    const plan = changedPlan(series, change, kept);
    const { dates: made } = await datesFrom(series.id, now);
    const shifts = await table.getAll(
      ShiftItem,
      made.map(({ shiftId }) => ({ id: shiftId })),
    );
    const shiftOn = new Map(made.map(({ day }, index) => [day, shifts[index]]));
    const live = made.filter(({ day }) => shiftOn.get(day)?.state !== 'cancelled');
    const gone = new Set(made.filter((date) => !live.includes(date)).map(({ day }) => day));
    const wanted = datesAhead(plan, now).filter(({ day }) => !gone.has(day));
    return { plan, changes: differences(live, wanted, now), shiftOn };
  }

  /** Where people usually meet once a change is made. */
  async function placeNameAfter({ activityId, placeName }: Series, change: SeriesChange): Promise<string> {
    if (change.reach !== 'all') return placeName;
    const place = change.shift.place ?? (await table.get(ActivityItem, { id: activityId }))?.place;
    return place?.name ?? placeName;
  }

  async function preview(
    request: Request,
    seriesId: string,
    change: SeriesChange,
    language: Language,
  ): Promise<SeriesChangePreview> {
    const { now } = request;
    const series = await mustLead(request, seriesId);
    mustBeSound(series, change, now);
    const { place, path } = placeIn(change);
    await mustBeRoom(deps, place, now, path);
    const { changes, shiftOn } = await changesOf(series, change, now);
    const weighed = await Promise.all(
      changes.map(async (each) => ({
        ...each,
        ...(await weigh(each, shiftOn.get(each.day), { now, language })),
      })),
    );
    const misfits = weighed.filter((each) => each.misfits.length > 0);
    return {
      version: series.version,
      changes: weighed.map(({ day, kind, was, becomes, ...rest }) => ({
        ...{ day, kind, ...rest },
        ...(was && { was: shown(was) }),
        ...(becomes && { becomes: shown(becomes) }),
      })),
      misfits: {
        people: new Set(misfits.flatMap((each) => each.misfits.map(({ volunteerId }) => volunteerId))).size,
        dates: misfits.length,
      },
      unannouncedYears: unannouncedYears(weighed.map(({ day }) => day)),
    };
  }

  return {
    /** What a change would do to the dates that are there, and to people; changes nothing. @throws as `change` does */
    previewChange: preview,

    /**
     * Changes a series; its shifts, and the people in them, follow by themselves.
     *
     * @throws AppError series.changedMeanwhile, series.misfitsUndecided, series.noSuchDate, place.unknown, place.closed, platform.invalidInput,
     * platform.notFound
     */
    async change(
      command: Command,
      seriesId: string,
      { version, change, misfits }: NewSeriesChange,
      language: Language,
    ): Promise<Series> {
      const { now } = command;
      const series = await mustLead(command, seriesId);
      if (series.version !== version) throw changedMeanwhile(series);
      const foreseen = await preview(command, seriesId, change, language);
      if (foreseen.misfits.people > 0 && misfits === undefined) {
        throw new AppError(seriesErrors.misfitsUndecided, foreseen.misfits);
      }
      const hard = new Set(foreseen.changes.filter((each) => each.misfits.length > 0).map(({ day }) => day));
      const kept =
        misfits === 'keepDate'
          ? (await datesFrom(seriesId, now)).dates.filter(({ day }) => hard.has(day)).map(asPlanned)
          : [];
      const day = change.reach === 'all' ? undefined : change.day;
      const entry: SeriesTrailEntry = {
        ...{ at: now, by: await nameOf(command), reach: change.reach },
        ...(day && { day }),
      };
      const plan = changedPlan(series, change, kept);
      const changed: Series = {
        ...{ ...series, ...plan, placeName: await placeNameAfter(series, change) },
        phases: [...plan.phases],
        exceptions: plan.exceptions.filter((each) => each.day >= dayOf(now)),
        version: version + 1,
        trail: [entry, ...series.trail].slice(0, trailLength),
      };
      const writes = {
        series: table.put(SeriesItem, changed, { is: { version } }),
        clock: table.put(SeriesClock, { seriesId, dueAt: now, refusals: [] }),
      };
      const outcome = await commit(command, table, writes, {
        answer: changed,
        events: [seriesChanged.make(now, { seriesId })],
      });
      if (!outcome.committed) throw changedMeanwhile((await table.get(SeriesItem, { id: seriesId })) ?? series);
      return changed;
    },
  };
}

const someone: Text = { 'zh-Hans': '另一位负责人', 'zh-Hant': '另一位負責人', en: 'Somebody else' };

function changedMeanwhile({ trail }: Series): AppError {
  const [last] = trail;
  const what: Record<SeriesTrailEntry['reach'], Text> = {
    new: { 'zh-Hans': '新建', 'zh-Hant': '新建', en: 'made it' },
    this: { 'zh-Hans': `只改 ${last?.day}`, 'zh-Hant': `只改 ${last?.day}`, en: `only ${last?.day}` },
    following: { 'zh-Hans': `${last?.day} 起`, 'zh-Hant': `${last?.day} 起`, en: `from ${last?.day} on` },
    all: { 'zh-Hans': '全部日期', 'zh-Hant': '全部日期', en: 'all dates' },
  };
  return new AppError(seriesErrors.changedMeanwhile, {
    who: last?.by || someone,
    at: last ? clockOf(last.at) : '',
    what: what[last?.reach ?? 'all'],
  });
}

/** Where people would meet by a change, and the field that says so. */
function placeIn(change: SeriesChange) {
  if (change.reach !== 'this') return { place: change.shift.place, path: 'change.shift.place.room' };
  const place = typeof change.instead === 'object' ? change.instead.shift.place : undefined;
  return { place, path: 'change.instead.shift.place.room' };
}

function asPlanned({ day, startsAt, endsAt, shift }: SeriesDateItem): PlannedDate {
  return { day, startsAt, endsAt, shift };
}

function shown({ startsAt, endsAt, shift }: PlannedDate) {
  return { startsAt, endsAt, places: shift.places };
}

/** What a date would make of its shift, as far as the rules of signing up ask. */
function ahead({ startsAt, endsAt, shift }: PlannedDate) {
  const { closesHoursBefore: _, place: __, ...rest } = shift;
  return { startsAt, endsAt, ...rest, signUpClosesAt: undefined };
}

function hundreds(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let from = 0; from < ids.length; from += 100) parts.push(ids.slice(from, from + 100));
  return parts;
}
