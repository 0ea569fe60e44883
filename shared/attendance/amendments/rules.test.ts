import { describe, expect, it } from 'vitest';
import { day, hour, minute, shiftBy } from '../../kernel/time.ts';
import { usualFigures } from '../../organisation/settings/figures.ts';
import { attendanceGroup } from '../district-figures.ts';
import { attendanceSettings } from '../settings.ts';
import { decideAsk, noticeEndsAt } from './rules.ts';

const shift = { startsAt: '2026-11-24T01:00:00.000Z', endsAt: '2026-11-24T03:00:00.000Z' };
const ask = (facts: Partial<Parameters<typeof decideAsk>[0]>) =>
  decideAsk({ shift, from: shift.startsAt, until: shift.endsAt, now: '2026-11-26T03:00:00.000Z', ...facts }).kind;

describe('asking for hours afterwards', () => {
  it('begins when the leader can no longer enter them, and ends', () => {
    const opens = shiftBy(shift.endsAt, attendanceSettings.leaderEntersHoursAfter * hour);
    const closes = shiftBy(shift.endsAt, attendanceSettings.amendments.askWithinDays * day);
    expect(ask({ now: shiftBy(opens, -1) })).toBe('tooEarly');
    expect(ask({ now: opens })).toBe('allowed');
    expect(ask({ now: closes })).toBe('allowed');
    expect(ask({ now: shiftBy(closes, 1) })).toBe('tooLate');
  });

  it('is for time inside the shift, a minute at least', () => {
    expect(ask({ from: shiftBy(shift.startsAt, -minute) })).toBe('outsideShift');
    expect(ask({ until: shiftBy(shift.endsAt, minute) })).toBe('outsideShift');
    expect(ask({ from: shift.endsAt, until: shift.startsAt })).toBe('outsideShift');
    expect(ask({ from: shift.startsAt, until: shift.startsAt })).toBe('outsideShift');
    expect(ask({ until: shiftBy(shift.startsAt, minute) })).toBe('allowed');
  });
});

describe('a public notice', () => {
  const usual = usualFigures(attendanceGroup);

  it('stands for three working days, the day of approving not among them', () => {
    // A Tuesday: Wednesday, Thursday, Friday.
    expect(noticeEndsAt('2026-11-24T02:00:00.000Z', usual)).toBe('2026-11-27T16:00:00.000Z');
    // A Thursday late in the evening: Friday, Monday, Tuesday.
    expect(noticeEndsAt('2026-11-26T15:59:00.000Z', usual)).toBe('2026-12-01T16:00:00.000Z');
  });

  it('stands for as many as the district has set on the day of approving', () => {
    expect(noticeEndsAt('2026-11-24T02:00:00.000Z', { noticeWorkingDays: 5 })).toBe('2026-12-01T16:00:00.000Z');
  });

  it('knows holidays and the weekends that make up for them', () => {
    // The day before National Day 2026 (1 to 7 October): Thursday, Friday and Saturday, which is worked.
    expect(noticeEndsAt('2026-09-30T02:00:00.000Z', usual)).toBe('2026-10-10T16:00:00.000Z');
  });
});
