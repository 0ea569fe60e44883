import { createHash } from 'node:crypto';
import type { Language, Text } from '@kaifong/shared/kernel/language.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { MeetingPlace } from '@kaifong/shared/scheduling/schema.ts';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { TextFile } from '../../platform/operation.ts';

/** A shift as a calendar has it. */
export type CalendarEntry = Readonly<{
  /** The same for as long as the shift is known, whatever becomes of it. */
  uid: string;
  title: string;
  startsAt: Instant;
  endsAt: Instant;
  place: MeetingPlace;
  isCancelled: boolean;
  /** Rises with every change. */
  sequence: number;
  changedAt: Instant;
  note: Text;
}>;

/** How often programs are asked to look again. */
const lookAgainAfterSeconds = 3_600;

const madeBy: Text = { 'zh-Hans': 'ZH-CN', 'zh-Hant': 'ZH-TW', en: 'EN' };

/**
 * A calendar by RFC 5545, as Apple's, Google's and Outlook's calendars read it. Times are in UTC, which needs no time zone beside them. The stamp of
 * an entry is its last change and not the time of asking, so that what did not change is the same text, with the same `etag`.
 */
export function calendarFile(name: Text, entries: readonly CalendarEntry[], language: Language): TextFile {
  const calendar = ical({
    name: name[language],
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'kaifong', product: 'calendar', language: madeBy[language] },
    ttl: lookAgainAfterSeconds,
    x: [['X-WR-TIMEZONE', 'Asia/Shanghai']],
  });
  for (const { uid, title, startsAt, endsAt, place, isCancelled, sequence, changedAt, note } of entries) {
    calendar.createEvent({
      id: uid,
      summary: clean(title),
      start: new Date(startsAt),
      end: new Date(endsAt),
      location: {
        title: clean(place.name),
        ...(place.address && { address: clean(place.address) }),
        geo: { lat: place.latitude, lon: place.longitude },
      },
      ...(note[language] && { description: note[language] }),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      sequence,
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
    });
  }
  const text = calendar.toString();
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  return { type: 'text/calendar; charset=utf-8', text, etag, name: 'kaifong.ics' };
}

/** Without what no calendar may contain: control characters, and halves of characters. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll(/(?!\n)\p{Cc}/gu, ' ');
}
