import { describe, expect, it } from 'vitest';
import {
  batchAtNight,
  isConfirmedAtNight,
  mostlyTicked,
  oneDevice,
  oneHand,
  roundTimes,
  type ServiceSeen,
  twoPlaces,
} from './doubt-rules.ts';

const shamian = { longitude: 113.2385, latitude: 23.1205 };
const huadi = { longitude: 113.2205, latitude: 23.0405 };

const service = (more: Partial<ServiceSeen> = {}): ServiceSeen => ({
  volunteerId: 'vol_1',
  shiftId: 'sft_1',
  title: '巡逻',
  startedAt: '2026-11-24T02:00:00.000Z',
  endedAt: '2026-11-24T04:00:00.000Z',
  shift: { startsAt: '2026-11-24T02:00:00.000Z', endsAt: '2026-11-24T04:00:00.000Z' },
  place: shamian,
  entered: [],
  recordedAt: '2026-11-24T05:00:00.000Z',
  ...more,
});
const next = (startedAt: string, place = huadi) =>
  service({ shiftId: 'sft_2', startedAt, endedAt: '2026-11-24T08:00:00.000Z', place });
const many = <Of>(count: number, one: Of): Of[] => Array.from({ length: count }, () => one);

describe('unlikely hours', () => {
  it('by one device begin where no household and no helping hand explains it', () => {
    expect(oneDevice(new Set(['a', 'b', 'c', 'd', 'e']))).toBeUndefined();
    expect(oneDevice(new Set(['a', 'b', 'c', 'd', 'e', 'f']))).toEqual({ kind: 'oneDevice', people: 6 });
  });

  it('at two places are those with less time between than a bus takes, in either order', () => {
    const soon = next('2026-11-24T04:10:00.000Z');
    expect(twoPlaces(service(), soon)).toMatchObject({ minutes: 10, first: { shiftId: 'sft_1' } });
    expect(twoPlaces(soon, service())).toEqual(twoPlaces(service(), soon));
    expect(twoPlaces(service(), next('2026-11-24T04:20:00.000Z'))).toBeUndefined();
    expect(twoPlaces(service(), next('2026-11-24T03:00:00.000Z'))).toMatchObject({ minutes: 0 });
    expect(twoPlaces(service(), next('2026-11-24T04:00:00.000Z', { ...shamian, latitude: 23.13 }))).toBeUndefined();
  });

  it('by a list are asked about from fifteen, when there are four for each code', () => {
    const [ticked, scanned] = [service({ entered: ['2026-11-24T02:00:00.000Z'] }), service()];
    expect(mostlyTicked(many(14, ticked))).toBeUndefined();
    expect(mostlyTicked([...many(16, ticked), ...many(4, scanned)])).toEqual({
      ...{ kind: 'mostlyTicked', ticked: 16, scanned: 4 },
    });
    expect(mostlyTicked([...many(16, ticked), ...many(5, scanned)])).toBeUndefined();
  });

  it('at night are those of shifts long over, between midnight and five in Liwan', () => {
    const confirmed = (recordedAt: string, endsAt = '2026-11-24T12:00:00.000Z') =>
      isConfirmedAtNight({ recordedAt, shift: { startsAt: '2026-11-24T10:00:00.000Z', endsAt } });
    expect(confirmed('2026-11-24T15:59:59.000Z')).toBe(false);
    expect(confirmed('2026-11-24T16:00:00.000Z')).toBe(true);
    expect(confirmed('2026-11-24T20:59:59.000Z')).toBe(true);
    expect(confirmed('2026-11-24T21:00:00.000Z')).toBe(false);
    expect(confirmed('2026-11-24T16:00:00.000Z', '2026-11-24T15:00:00.000Z')).toBe(false);
    expect(batchAtNight(many(9, service()))).toBeUndefined();
    expect(batchAtNight(many(10, service()))).toEqual({ kind: 'batchAtNight', records: 10 });
  });

  it('of round times are those that nobody reads from a clock; the times of a shift say nothing', () => {
    const ofShift = service({ entered: ['2026-11-24T02:00:00.000Z', '2026-11-24T04:00:00.000Z'] });
    const round = service({ entered: ['2026-11-24T02:30:00.000Z', '2026-11-24T04:00:00.000Z'] });
    const read = service({ entered: ['2026-11-24T02:07:00.000Z'] });
    expect(roundTimes(many(30, ofShift))).toBeUndefined();
    expect(roundTimes(many(7, round))).toBeUndefined();
    expect(roundTimes([...many(9, round), read])).toEqual({ kind: 'roundTimes', round: 9, entered: 10 });
    expect(roundTimes([...many(8, round), read])).toBeUndefined();
  });

  it('by one hand are spread over teams of which none stands out', () => {
    const entries = (count: number, teams: number) =>
      Array.from({ length: count }, (_, at) => ({ teamScope: `440103/001/001/T000${at % teams}` }));
    expect(oneHand(entries(23, 8))).toBeUndefined();
    expect(oneHand(entries(60, 7))).toBeUndefined();
    expect(oneHand(entries(24, 8))).toEqual({ kind: 'oneHand', entered: 24, teams: 8 });
  });
});
