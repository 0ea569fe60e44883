import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { type CalendarEntry, calendarFile } from './calendar-file.ts';

const name = { 'zh-Hans': '街坊', 'zh-Hant': '街坊', en: 'Kaifong' };
const note = { 'zh-Hans': '来不了请取消，谢谢；\n再见', 'zh-Hant': '來不了請取消', en: 'Please cancel, early' };

function anEntry(overrides: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    uid: 'sft_00000000000000000000@kaifong',
    title: '荔枝湾平安巡逻',
    startsAt: '2026-11-24T06:00:00.000Z',
    endsAt: '2026-11-24T08:00:00.000Z',
    place: { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 },
    isCancelled: false,
    sequence: 3,
    changedAt: '2026-11-20T01:02:03.000Z',
    note,
    ...overrides,
  };
}

/** What a calendar program makes of it. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) };
}

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(',', ';', '\\', '"', ':', '\n', '👩‍👩‍👧', '🚴', '荔', '灣', 'é', ' ', 'a'),
    minLength: 1,
    maxLength: 60,
  }),
);

it('whatever a title holds, a line has 75 octets at most, cuts no character, and reads back as it was', () => {
  fc.assert(
    fc.property(texts, texts, (title, place) => {
      const entry = anEntry({ title, place: { ...anEntry().place, name: place } });
      const { text } = calendarFile(name, [entry], 'zh-Hans');
      const bytes = Buffer.from(text);
      expect(bytes.toString()).toBe(text);
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
        expect(line.isWellFormed()).toBe(true);
      }
      const [event] = readBack(text).events;
      const asCleaned = (value: string) => value.toWellFormed().replaceAll(/(?!\n)\p{Cc}/gu, ' ');
      expect(event?.summary).toBe(asCleaned(title));
      expect(event?.location).toBe(asCleaned(place));
    }),
    { numRuns: 300 },
  );
});

it('says what Apple, Google and Outlook go by', () => {
  const { text, type } = calendarFile(name, [anEntry(), anEntry({ uid: 'b@kaifong', isCancelled: true })], 'en');
  expect(type).toBe('text/calendar; charset=utf-8');
  expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//kaifong//calendar//EN\r\n')).toBe(true);
  const { calendar, events } = readBack(text);
  const property = (property: string) => String(calendar.getFirstPropertyValue(property));
  expect(property('method')).toBe('PUBLISH');
  expect(property('x-wr-calname')).toBe('Kaifong');
  expect(property('x-published-ttl')).toBe('PT1H');
  expect(property('refresh-interval')).toBe('PT1H');
  const [held, off] = events;
  expect(held?.uid).toBe('sft_00000000000000000000@kaifong');
  expect(held?.startDate.toJSDate().toISOString()).toBe('2026-11-24T06:00:00.000Z');
  expect(held?.endDate.toJSDate().toISOString()).toBe('2026-11-24T08:00:00.000Z');
  expect(text).toContain('DTSTART:20261124T060000Z');
  expect(text).toContain('SEQUENCE:3');
  expect(text).toContain('DTSTAMP:20261120T010203Z');
  expect(text).toContain('LAST-MODIFIED:20261120T010203Z');
  expect(text).toContain('GEO:23.1205;113.2385');
  expect(held?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  expect(off?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(held?.description).toBe('Please cancel, early');
});

it('is the same to the letter as long as nothing changed', () => {
  const [one, again] = [calendarFile(name, [anEntry()], 'en'), calendarFile(name, [anEntry()], 'en')];
  expect(again).toEqual(one);
  expect(calendarFile(name, [anEntry({ sequence: 4 })], 'en').etag).not.toBe(one.etag);
});
