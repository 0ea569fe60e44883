import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Text } from '@kaifong/shared/kernel/language.ts';
import { dayOf, type Instant, instantAt, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { leftOutInWords, movedInWords } from '@kaifong/shared/scheduling/date-words.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import { isOnLeave } from '@kaifong/shared/scheduling/series/regular-schema.ts';
import { type DateChange, differences, type PlannedDate } from '@kaifong/shared/scheduling/series/series-plan.ts';
import { addDays } from '@kaifong/shared/scheduling/series/series-rule.ts';
import type { Series } from '@kaifong/shared/scheduling/series/series-schema.ts';
import { transact } from '../../platform/transact.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ShiftItem } from '../scheduling.table.ts';
import { callOffService } from '../shifts/call-off.service.ts';
import { shiftService } from '../shifts/shift.service.ts';
import { placesService } from '../sign-up/places.service.ts';
import { type BoundedSteps, boundedSteps, type Refusals } from './bounded-steps.ts';
import { inAllLanguages } from './in-all-languages.ts';
import { peopleMover } from './move-people.ts';
import { newShiftOf } from './new-shift-of.ts';
import { forTeam } from './on-behalf.ts';
import { RegularItem, SeriesClock, SeriesDateItem, SeriesItem, SeriesOfShift, StandingSignUp } from './series.table.ts';
import { datesAhead, goesOn } from './series-dates.ts';
import { standingSignUps } from './standing-sign-ups.ts';

/** Shifts made or changed, and people signed up, in one go; what is left is due again at once. */
const mostSteps = 150;

/** When a series that failed is tried again. */
const retryAfter = 10 * minute;

/** Series that one tick looks at. */
const mostPerTick = 20;

/** Brings the shifts of a series, and the places of its regulars, to where they should be. */
export function seriesWork(deps: SchedulingDeps) {
  const { table } = deps;
  const shifts = shiftService(deps);
  const places = placesService(deps);
  const callOffs = callOffService(deps);
  const standing = standingSignUps(deps);
  const mover = peopleMover(deps);

  function wait(seriesId: string, dueAt: Instant, refusals: Refusals): Promise<unknown> {
    return transact(table.client, { clock: table.put(SeriesClock, { seriesId, dueAt, refusals: [...refusals] }) });
  }

  /** Makes and opens the shift of a date, each with the write that remembers it. */
  async function open(series: Series, date: SeriesDateItem, shiftId: string, now: Instant): Promise<void> {
    const link = { shiftId, seriesId: series.id, day: date.day };
    const command = forTeam(series.teamScope, now, () => table.put(SeriesOfShift, link));
    await shifts.publish(command, shiftId).catch((error) => {
      // Somebody was quicker: another look at the series, or the leader.
      if (!(error instanceof AppError) || error.code !== shiftErrors.alreadyPublished.code) throw error;
    });
  }

  async function make(series: Series, date: PlannedDate, now: Instant): Promise<void> {
    const { id: seriesId, activityId, teamScope } = series;
    const made = { seriesId, ...date, version: 1 };
    const command = forTeam(teamScope, now, ({ id: shiftId }: { id: string }) =>
      table.put(SeriesDateItem, { ...made, shiftId }, { absent: true }),
    );
    const { id: shiftId } = await shifts.create(command, activityId, newShiftOf(date));
    await open(series, { ...made, shiftId }, shiftId, now);
  }

  /** Another shift takes the place of one whose times or needs change; who fits goes along, and who does not is told. */
  async function replace(series: Series, date: SeriesDateItem, wanted: PlannedDate | undefined, now: Instant) {
    let { next, version } = date;
    const { seriesId, day } = date;
    const { startsAt, endsAt, shift } = wanted ?? date;
    const becomes = { startsAt, endsAt, shift };
    if (!next) {
      const command = forTeam(series.teamScope, now, ({ id: shiftId }: { id: string }) =>
        table.put(
          SeriesDateItem,
          { ...date, next: { ...becomes, shiftId }, version: version + 1 },
          { is: { version } },
        ),
      );
      const { id } = await shifts.create(command, series.activityId, newShiftOf(becomes));
      next = { ...becomes, shiftId: id };
      version += 1;
    }
    const there = await table.get(ShiftItem, { id: next.shiftId });
    if (there?.state === 'draft') await open(series, date, next.shiftId, now);
    await mover.moveAll(date.shiftId, next.shiftId, now);
    const { trouble: _, next: __, ...rest } = date;
    const settled = { ...rest, ...next, seriesId, day, version: version + 1 };
    await callOffs.callOff(
      forTeam(series.teamScope, now, () => table.put(SeriesDateItem, settled, { is: { version } })),
      date.shiftId,
      inHouseWords(movedInWords(next)),
    );
  }

  async function changePlaces(series: Series, date: SeriesDateItem, wanted: PlannedDate, now: Instant) {
    const { version, trouble: _, ...rest } = date;
    const settled = { ...rest, shift: wanted.shift, version: version + 1 };
    const command = forTeam(series.teamScope, now, () => table.put(SeriesDateItem, settled, { is: { version } }));
    try {
      await places.setPlaces(command, date.shiftId, { places: wanted.shift.places });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== shiftErrors.placesTaken.code) throw error;
      // More people have a place than there are to be: it stays at that, and the leader sees it on the page.
      const troubled = { ...settled, trouble: inAllLanguages(error) };
      await transact(table.client, { date: table.put(SeriesDateItem, troubled, { is: { version } }) });
    }
  }

  async function drop(series: Series, { seriesId, day, shiftId }: SeriesDateItem, now: Instant): Promise<void> {
    const forget = forTeam(series.teamScope, now, () =>
      table.remove(SeriesDateItem, { seriesId, day }, { is: { shiftId } }),
    );
    await callOffs.callOff(forget, shiftId, inHouseWords(leftOutInWords(day)));
    // Should the date come back, regulars are signed up for it anew.
    const range = { beginsWith: `DATE#${day}#` };
    const { outcomes } = await table.collect(`SERIES#${seriesId}`, range, { outcomes: StandingSignUp });
    for (const outcome of outcomes) {
      await transact(table.client, { outcome: table.remove(StandingSignUp, outcome, {}) });
    }
  }

  function carryOut(series: Series, change: DateChange, date: SeriesDateItem | undefined, now: Instant) {
    if (change.kind === 'added' && change.becomes) return make(series, change.becomes, now);
    if (!date) return undefined;
    if (change.kind === 'gone') return drop(series, date, now);
    if (change.kind === 'places' && change.becomes) return changePlaces(series, date, change.becomes, now);
    return replace(series, date, change.becomes, now);
  }

  /** What is there of a series from today on. */
  async function look(seriesId: string, now: Instant) {
    const range = { from: `DATE#${dayOf(now)}`, to: 'DATE#~' };
    const kinds = { dates: SeriesDateItem, outcomes: StandingSignUp };
    const { dates, outcomes } = await table.collect(`SERIES#${seriesId}`, range, kinds);
    const ids = dates.map(({ shiftId }) => ({ id: shiftId }));
    const found = (await table.getAll(ShiftItem, ids)).filter((shift) => shift !== undefined);
    return { dates, outcomes, shifts: new Map(found.map((shift) => [shift.id, shift])) };
  }

  async function regularsOf(seriesId: string): Promise<RegularItem[]> {
    const range = { beginsWith: 'REGULAR#' };
    const { regulars } = await table.collect(`SERIES#${seriesId}`, range, { regulars: RegularItem });
    return regulars.filter(({ state }) => state === 'regular');
  }

  /**
   * Makes the shifts of the weeks ahead, changes those that are different by now, and signs the regulars up. It may be called again, or
   * twice at once: every step is on condition that it was not taken yet.
   *
   * What a rule refuses is kept for the leader to see, and tried again the next night.
   *
   * @throws AggregateError when some steps failed, after all were tried; they are due again in ten minutes
   */
  async function settle(seriesId: string, now: Instant): Promise<void> {
    const series = await table.get(SeriesItem, { id: seriesId });
    if (!series) return;
    await wait(seriesId, shiftBy(now, retryAfter), []);
    const steps = boundedSteps(mostSteps);
    await bringAboutDates(series, steps, now);
    const dates = await placeRegulars(seriesId, steps, now);
    steps.mustHaveGone(`some dates of ${seriesId} were not brought about`);
    if (steps.isSpent()) await wait(seriesId, now, steps.refusals);
    else if (goesOn(series, now) || dates.length > 0) await wait(seriesId, nextLook(seriesId, now), steps.refusals);
    else await transact(table.client, { clock: table.remove(SeriesClock, { seriesId }, {}) });
  }

  /** Ends what was begun, and makes of the dates there are those that there should be. */
  async function bringAboutDates(series: Series, steps: BoundedSteps, now: Instant): Promise<void> {
    const { dates, shifts: found } = await look(series.id, now);
    const stateOf = ({ shiftId }: SeriesDateItem) => found.get(shiftId)?.state;
    const isLeft = (date: SeriesDateItem) => date.startsAt > now && stateOf(date) !== 'cancelled';
    for (const date of dates.filter(isLeft)) {
      if (stateOf(date) === 'draft') await steps.take(date.day, () => open(series, date, date.shiftId, now));
      if (date.next) await steps.take(date.day, () => replace(series, date, undefined, now));
    }
    const datesOn = new Map(dates.map((date) => [date.day, date]));
    for (const change of differences(dates, datesAhead(series, now), now)) {
      const date = datesOn.get(change.day);
      if (date?.next || (date && !isLeft(date))) continue;
      await steps.take(change.day, () => carryOut(series, change, date, now));
    }
  }

  /** Signs the regulars up for the dates that are open to them; finds the dates. */
  async function placeRegulars(seriesId: string, steps: BoundedSteps, now: Instant): Promise<SeriesDateItem[]> {
    const replaced = await look(seriesId, now);
    for (const date of replaced.dates.filter(({ startsAt }) => startsAt > now)) {
      const elsewhere = replaced.outcomes.filter(({ day, shiftId }) => day === date.day && shiftId !== date.shiftId);
      if (elsewhere.length > 0) await steps.take(date.day, () => standing.forgetLost(date, elsewhere, now));
    }
    const [regulars, { dates, outcomes, shifts: found }] = await Promise.all([
      regularsOf(seriesId),
      look(seriesId, now),
    ]);
    const told = new Set(outcomes.map(({ day, volunteerId }) => `${day} ${volunteerId}`));
    for (const date of dates) {
      if (date.startsAt <= now || found.get(date.shiftId)?.state !== 'open') continue;
      for (const regular of regulars) {
        const { volunteerId, leave } = regular;
        if (told.has(`${date.day} ${volunteerId}`) || isOnLeave(leave, dayOf(date.startsAt))) continue;
        await steps.take(date.day, () => standing.signUp(date, regular, now));
      }
    }
    return dates;
  }

  return {
    settle,

    /** What other contexts may know of a series; `undefined` when there is none. */
    async facts(seriesId: string): Promise<Pick<Series, 'id' | 'title' | 'teamScope'> | undefined> {
      return table.get(SeriesItem, { id: seriesId });
    },

    /** Looks at the series that are due. @throws AggregateError when some failed, after all were tried */
    async onTick(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const { items } = await table.query(SeriesClock, 'SERIES', due);
      const failures: unknown[] = [];
      for (const { seriesId } of items) await settle(seriesId, now).catch((error) => void failures.push(error));
      if (failures.length > 0) throw new AggregateError(failures, 'some series were not brought about');
    },
  };
}

/** The coming night, at a minute of its own, so that all series of the district are not due at once. */
function nextLook(seriesId: string, now: Instant): Instant {
  const spread = [...seriesId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 120;
  return shiftBy(instantAt(addDays(dayOf(now), 1), '02:00'), spread * minute);
}

/** A reason that the house gives: in every language, and in the first where there is room for one. */
function inHouseWords(words: Text) {
  return { reason: words['zh-Hans'], words };
}
