import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language, Text } from '@kaifong/shared/kernel/language.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { hour, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { calendarKeeps, calendarSize } from '@kaifong/shared/scheduling/calendar.ts';
import type { TextFile } from '../../platform/operation.ts';
import type { Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ShiftItem, SignUpItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { countFreePlaces } from '../sign-up/free-places.ts';
import type { CalendarAddressService } from './calendar-address.service.ts';
import { type CalendarEntry, calendarFile } from './calendar-file.ts';

const ownCalendar: Text = { 'zh-Hans': '街坊 · 我的班次', 'zh-Hant': '街坊 · 我的班次', en: 'Kaifong: my shifts' };

const ownNote: Text = {
  'zh-Hans': '来不了请尽早在“我的日程”里取消。',
  'zh-Hant': '來不了請盡早在「我的日程」裡取消。',
  en: 'If you cannot come, please cancel early in your agenda.',
};

const noNote: Text = { 'zh-Hans': '', 'zh-Hant': '', en: '' };

/** Where the hours of team calendars are counted from. */
const firstHour: Instant = '2026-01-01T00:00:00.000Z';

/** What those who subscribe to a calendar are given. It names nobody. */
export function calendarFeedService(
  { table, organisation }: SchedulingDeps,
  { mustFind }: Pick<CalendarAddressService, 'mustFind'>,
) {
  const shifts = shiftReader(table);

  /**
   * The shifts that a volunteer has a place in, and for a while those that she had one in: a program that was told of a shift must be told that it
   * is off. One page of her sign-ups is read, and their shifts in one call.
   */
  async function ofVolunteer(volunteerId: string, now: Instant, language: Language): Promise<TextFile> {
    const range = { from: `SIGNUP#${shiftBy(now, -calendarKeeps)}`, to: 'SIGNUP#~' };
    const options = { range, limit: calendarSize, newestFirst: true };
    const { items } = await table.query(SignUpItem, `VOLUNTEER#${volunteerId}`, options);
    const known = items.filter((signUp) => isShown(signUp, now));
    const found = await table.getAll(
      ShiftItem,
      known.map(({ shiftId: id }) => ({ id })),
    );
    const entries = known.flatMap((signUp, index) => {
      const shift = found[index];
      if (!shift) return [];
      return [
        {
          ...entryOf(shift, latest(signUp.since, shift.calledOff?.at, shift.relocatedAt)),
          isCancelled: shift.state === 'cancelled' || signUp.state !== 'signedUp',
          sequence: shift.version + signUp.version,
        },
      ];
    });
    return calendarFile(ownCalendar, entries, language);
  }

  /** The shifts of a team, with how many are on each. That figure moves by itself, so that these entries count as new every hour. */
  async function ofTeam(team: string, now: Instant, language: Language): Promise<TextFile> {
    const range = { from: shiftBy(now, -calendarKeeps) };
    const options = { index: 'byTeam', range, limit: calendarSize, newestFirst: true };
    const [{ name }, { items }] = await Promise.all([
      organisation.mustFindTeam(team),
      table.query(ShiftItem, `SHIFTS#${team}`, options),
    ]);
    const shown = items.filter(({ state }) => state !== 'draft');
    const hours = Math.floor((Date.parse(now) - Date.parse(firstHour)) / hour);
    const entries = await Promise.all(
      shown.map(async (shift): Promise<CalendarEntry> => {
        const isAhead = shift.state !== 'cancelled' && shift.endsAt > now;
        const taken = isAhead ? shift.places - (await countFreePlaces(table, shift.id)) : 0;
        return {
          ...entryOf(shift, shiftBy(firstHour, hours * hour)),
          uid: `${shift.id}.team@kaifong`,
          ...(isAhead && { title: `${shift.title} ${taken}/${shift.places}` }),
          sequence: shift.version + hours,
          note: isAhead ? staffed(taken, shift.places) : noNote,
        };
      }),
    );
    return calendarFile({ 'zh-Hans': name, 'zh-Hant': name, en: name }, entries, language);
  }

  return {
    /** The calendar at a secret address. @throws AppError platform.notFound */
    async read({ now }: Request, secret: string, language: Language): Promise<TextFile> {
      const found = await mustFind(secret, now);
      return found.kind === 'team' ? ofTeam(found.team, now, language) : ofVolunteer(found.volunteerId, now, language);
    },

    /** One shift, to be put into a calendar by hand. @throws AppError platform.notFound */
    async ofShift({ now }: Request, shiftId: string, language: Language): Promise<TextFile> {
      const shift = await shifts.mustFind(shiftId);
      if (shift.state === 'draft') throw new AppError(platformErrors.notFound);
      return calendarFile(ownCalendar, [entryOf(shift, now)], language);
    },
  };
}

/** Of one who never had a place there is nothing to show. */
const withoutPlace: ReadonlySet<string> = new Set(['waiting', 'offered', 'left', 'declined', 'lapsed', 'notPlaced']);

/** Whether a sign-up belongs into a calendar: she has a place, or gave it back or lost it lately. */
function isShown({ state, since }: SignUpItem, now: Instant): boolean {
  return state === 'signedUp' || (!withoutPlace.has(state) && since > shiftBy(now, -calendarKeeps));
}

function entryOf(shift: ShiftItem, changedAt: Instant): CalendarEntry {
  const { id, title, startsAt, endsAt, place, state, version } = shift;
  const isCancelled = state === 'cancelled';
  return {
    uid: `${id}@kaifong`,
    ...{ title, startsAt, endsAt, place, isCancelled, changedAt },
    sequence: version,
    note: isCancelled ? noNote : ownNote,
  };
}

const latest = (first: Instant, ...others: (Instant | undefined)[]): Instant =>
  others.reduce<Instant>((late, other) => (other !== undefined && other > late ? other : late), first);

const staffed = (taken: number, places: number): Text => ({
  'zh-Hans': `已报名 ${taken} 人，共 ${places} 个名额。`,
  'zh-Hant': `已報名 ${taken} 人，共 ${places} 個名額。`,
  en: `${taken} of ${places} places are taken.`,
});
