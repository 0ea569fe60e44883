import { metresBetween, type Point } from '../kernel/coordinates.ts';
import { hour, type Instant, minute } from '../kernel/time.ts';
import type { DoubtFacts } from './doubts.ts';
import { attendanceSettings } from './settings.ts';

const settings = attendanceSettings.doubts;

type Facts<Kind extends DoubtFacts['kind']> = Extract<DoubtFacts, { kind: Kind }>;

/** One service that was confirmed, as the rules see it. */
export type ServiceSeen = Readonly<{
  volunteerId: string;
  shiftId: string;
  title: string;
  startedAt: Instant;
  endedAt: Instant;
  /** When the shift was to begin and to end. */
  shift: Readonly<{ startsAt: Instant; endsAt: Instant }>;
  place: Point;
  /** The times that a leader's list gives, where it gives any; codes gave the others. */
  entered: readonly Instant[];
  recordedAt: Instant;
}>;

/** Many people by one browser: a phone that goes round, or one person who plays them all. `people` came by it within the window. */
export function oneDevice(people: ReadonlySet<string>): Facts<'oneDevice'> | undefined {
  return people.size >= settings.oneDevice.people ? { kind: 'oneDevice', people: people.size } : undefined;
}

/** One person at two places with less time between than the way takes; places close by ask for no way. */
export function twoPlaces(one: ServiceSeen, other: ServiceSeen): Facts<'twoPlaces'> | undefined {
  const [first, second] = one.startedAt <= other.startedAt ? [one, other] : [other, one];
  const metres = Math.round(metresBetween(first.place, second.place));
  const minutes = Math.round((Date.parse(second.startedAt) - Date.parse(first.endedAt)) / minute);
  const { leastMetres, metresAMinute } = settings.twoPlaces;
  if (metres < leastMetres || minutes >= metres / metresAMinute) return undefined;
  return {
    kind: 'twoPlaces',
    first: { shiftId: first.shiftId, title: first.title, endedAt: first.endedAt },
    second: { shiftId: second.shiftId, title: second.title, startedAt: second.startedAt },
    metres,
    minutes: Math.max(0, minutes),
  };
}

/** A team whose list says far more than its codes. `stays` are those of the window. */
export function mostlyTicked(stays: readonly Pick<ServiceSeen, 'entered'>[]): Facts<'mostlyTicked'> | undefined {
  const ticked = stays.filter(({ entered }) => entered.length > 0).length;
  const scanned = stays.length - ticked;
  const { leastTicked, timesScanned } = settings.mostlyTicked;
  return ticked >= leastTicked && ticked >= timesScanned * scanned
    ? { kind: 'mostlyTicked', ticked, scanned }
    : undefined;
}

/** Whether a service was confirmed in the middle of the night, long after its shift. */
export function isConfirmedAtNight({ recordedAt, shift }: Pick<ServiceSeen, 'recordedAt' | 'shift'>): boolean {
  const { fromHour, untilHour, hoursAfterShift } = settings.batchAtNight;
  const there = new Date(Date.parse(recordedAt) + 8 * hour).getUTCHours();
  const late = Date.parse(recordedAt) - Date.parse(shift.endsAt) >= hoursAfterShift * hour;
  return late && there >= fromHour && there < untilHour;
}

/** Many services confirmed by one account in one night; `services` are those of it that `isConfirmedAtNight` holds for. */
export function batchAtNight(services: readonly unknown[]): Facts<'batchAtNight'> | undefined {
  return services.length >= settings.batchAtNight.leastRecords
    ? { kind: 'batchAtNight', records: services.length }
    : undefined;
}

/** Times that nobody reads from a clock. Whoever ticks a stay for the whole of its shift gives the shift's times, which say nothing. */
export function roundTimes(stays: readonly Pick<ServiceSeen, 'entered' | 'shift'>[]): Facts<'roundTimes'> | undefined {
  const own = stays
    .map(({ entered, shift }) => entered.filter((at) => at !== shift.startsAt && at !== shift.endsAt))
    .filter((times) => times.length > 0);
  const round = own.filter((times) =>
    times.every((at) => Date.parse(at) % (settings.roundTimes.minutes * minute) === 0),
  );
  const { leastTicked, share } = settings.roundTimes;
  return own.length >= leastTicked && round.length >= share * own.length
    ? { kind: 'roundTimes', round: round.length, entered: own.length }
    : undefined;
}

/** One account that enters by hand here and there, so that no team's list looks long. `entries` are those of it within the window. */
export function oneHand(entries: readonly Readonly<{ teamScope: string }>[]): Facts<'oneHand'> | undefined {
  const teams = new Set(entries.map(({ teamScope }) => teamScope)).size;
  const { leastEntered, leastTeams } = settings.oneHand;
  return entries.length >= leastEntered && teams >= leastTeams
    ? { kind: 'oneHand', entered: entries.length, teams }
    : undefined;
}
