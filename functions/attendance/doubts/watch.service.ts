import {
  batchAtNight,
  isConfirmedAtNight,
  mostlyTicked,
  oneDevice,
  oneHand,
  roundTimes,
  type ServiceSeen,
  twoPlaces,
} from '@kaifong/shared/attendance/doubt-rules.ts';
import type { DoubtFacts } from '@kaifong/shared/attendance/doubts.ts';
import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import { isByHand, type Mark, type Pair } from '@kaifong/shared/attendance/presence.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { idFromBytes } from '@kaifong/shared/kernel/ids.ts';
import { day as dayLength, dayOf, hour, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { digestOf } from '../../platform/digest.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { Attendance, ChainHead, RecordItem, VolunteerDay } from '../attendance.table.ts';
import type { AttendanceDeps } from '../deps.ts';
import { kinOf } from '../kin.ts';
import { DeviceUse, DoubtItem, HandEntry, NightRecord, putDoubt, TeamStay } from './doubts.table.ts';

/** The most stays of a team, and people of a device, that one look goes through. */
const mostStays = 1000;
const mostPeople = 100;

/** A service as the rules see it, with who gave its evidence. */
type Seen = ServiceSeen &
  Readonly<{
    teamScope: string;
    day: string;
    confirmedBy: string;
    enteredBy: readonly string[];
    /** Who entered any of it by hand. */
    handedBy: readonly string[];
    devices: readonly string[];
  }>;

/** What is raised: its facts, what makes it one doubt and no second one, and whose hours they are. */
type Draft = Readonly<{
  facts: DoubtFacts;
  /** Of the same key nothing is raised twice. */
  key: readonly string[];
  volunteerIds: readonly string[];
  accountIds: readonly string[];
}>;

type ServiceAtShift = Pick<ServiceRecorded, 'volunteerId' | 'seq'> & Readonly<{ shiftId: string }>;

/** Looks at each service that is confirmed, and raises what is unlikely for a second person to look at. It decides and changes nothing. */
export function watchService({ table, scheduling }: Pick<AttendanceDeps, 'table' | 'scheduling'>) {
  /** A record with its evidence; `undefined` for one that is taken back already. */
  async function seenOf({ volunteerId, seq, shiftId }: ServiceAtShift) {
    const [shift, record, attendance] = await Promise.all([
      scheduling.shiftFacts(shiftId),
      table.get(RecordItem, { volunteerId, seq }),
      table.get(Attendance, { shiftId, volunteerId }),
    ]);
    if (!shift || record?.kind !== 'service' || attendance?.record?.seq !== seq) return undefined;
    const marks = marksOf(attendance.pairs);
    const ticks = marks.filter(isByHand);
    const seen: Seen = {
      ...{ volunteerId, shiftId, title: shift.title, teamScope: record.teamScope, day: record.day },
      ...{ startedAt: record.startedAt, endedAt: record.endedAt, recordedAt: record.recordedAt },
      shift: { startsAt: shift.startsAt, endsAt: shift.endsAt },
      place: shift.place,
      entered: ticks.map(({ at }) => at),
      enteredBy: unique(marks.map(({ tickedBy }) => tickedBy)),
      handedBy: unique(ticks.map(({ tickedBy }) => tickedBy)),
      confirmedBy: record.confirmedBy,
      devices: unique(marks.map(({ device }) => device)),
    };
    return seen;
  }

  /** Keeps what the rules look back at; written twice it is the same. */
  async function keep(seen: Seen): Promise<void> {
    const { volunteerId, shiftId, teamScope, endedAt, recordedAt } = seen;
    const stay = { teamScope, volunteerId, shiftId, endedAt, shift: seen.shift };
    await transact(table.client, {
      stay: table.put(TeamStay, { ...stay, entered: [...seen.entered], enteredBy: [...seen.enteredBy] }),
      ...Object.fromEntries(
        seen.devices.map((device) => [device, table.put(DeviceUse, { device, volunteerId, lastAt: endedAt })]),
      ),
      ...Object.fromEntries(
        seen.handedBy.map((accountId) => [
          `by ${accountId}`,
          table.put(HandEntry, { accountId, endedAt, volunteerId, shiftId, teamScope }),
        ]),
      ),
      night: isConfirmedAtNight(seen)
        ? table.put(NightRecord, { accountId: seen.confirmedBy, recordedAt, volunteerId, shiftId })
        : undefined,
    });
  }

  async function ofDevices({ devices, endedAt, confirmedBy }: Seen): Promise<Draft[]> {
    const since = windowFrom(endedAt);
    const drafts = await Promise.all(
      devices.map(async (device): Promise<Draft | undefined> => {
        const { items } = await table.query(DeviceUse, `DEVICE#${device}`, { limit: mostPeople });
        const people = new Set(items.filter(({ lastAt }) => lastAt >= since).map(({ volunteerId }) => volunteerId));
        const facts = oneDevice(people);
        return (
          facts && { facts, key: [device, monthOf(endedAt)], volunteerIds: [...people], accountIds: [confirmedBy] }
        );
      }),
    );
    return drafts.filter((draft) => draft !== undefined);
  }

  /** Beside what she served around that day, under whichever of her records: midnight is no way, and neither is a second number. */
  async function ofOtherPlaces(seen: Seen): Promise<Draft[]> {
    const { volunteerId, shiftId } = seen;
    const { volunteerIds } = await kinOf(table, volunteerId, await table.get(ChainHead, { volunteerId }));
    const noon = instantAt(seen.day, '12:00');
    const around = [-dayLength, 0, dayLength].map((distance) => dayOf(shiftBy(noon, distance)));
    const days = await table.getAll(
      VolunteerDay,
      volunteerIds.flatMap((each) => around.map((day) => ({ volunteerId: each, day }))),
    );
    const served = days.flatMap((day) => {
      const seqs = new Set(day?.times.map(({ seq }) => seq));
      return [...seqs].map((seq) => ({ volunteerId: day?.volunteerId ?? volunteerId, seq }));
    });
    const records = await table.getAll(RecordItem, served);
    const others = await Promise.all(
      records
        .filter((record) => record?.kind === 'service' && record.shiftId !== shiftId)
        .map((record) => seenOf(record as NonNullable<typeof record> & { shiftId: string })),
    );
    return others.flatMap((other): Draft[] => {
      const facts = other && twoPlaces(seen, other);
      if (!facts) return [];
      const key = [volunteerIds.toSorted()[0] ?? volunteerId, ...[shiftId, other.shiftId].toSorted()];
      const accountIds = unique([...seen.enteredBy, seen.confirmedBy, ...other.enteredBy, other.confirmedBy]);
      return [{ facts, key, volunteerIds: unique([volunteerId, other.volunteerId]), accountIds }];
    });
  }

  /** The rules over a team only ever find more when a list says something. */
  async function ofTeam({ teamScope, entered, endedAt }: Seen): Promise<Draft[]> {
    if (entered.length === 0) return [];
    const range = { from: `STAY#${windowFrom(endedAt)}`, to: 'STAY#~' };
    const { items } = await table.query(TeamStay, `TEAM#${teamScope}`, { range, limit: mostStays, newestFirst: true });
    const ticked = items.filter((stay) => stay.entered.length > 0);
    const volunteerIds = unique(ticked.map(({ volunteerId }) => volunteerId));
    const accountIds = unique(ticked.flatMap(({ enteredBy }) => enteredBy));
    return [mostlyTicked(items), roundTimes(items)].flatMap((facts) =>
      facts ? [{ facts, key: [teamScope, monthOf(endedAt)], volunteerIds, accountIds }] : [],
    );
  }

  async function ofHands({ handedBy, endedAt }: Seen): Promise<Draft[]> {
    const drafts = await Promise.all(
      handedBy.map(async (accountId): Promise<Draft | undefined> => {
        const range = { from: `ENTRY#${windowFrom(endedAt)}`, to: 'ENTRY#~' };
        const { items } = await table.query(HandEntry, `ENTERER#${accountId}`, { range, limit: mostStays });
        const volunteerIds = unique(items.map(({ volunteerId }) => volunteerId));
        const facts = oneHand(items);
        return facts && { facts, key: [accountId, monthOf(endedAt)], volunteerIds, accountIds: [accountId] };
      }),
    );
    return drafts.filter((draft) => draft !== undefined);
  }

  async function ofNight(seen: Seen): Promise<Draft[]> {
    if (!isConfirmedAtNight(seen)) return [];
    const { confirmedBy, recordedAt } = seen;
    const range = { from: `NIGHT#${shiftBy(recordedAt, -nightLength)}`, to: `NIGHT#${recordedAt}~` };
    const { items } = await table.query(NightRecord, `CONFIRMER#${confirmedBy}`, { range, limit: mostStays });
    const facts = batchAtNight(items);
    const volunteerIds = unique(items.map(({ volunteerId }) => volunteerId));
    return facts
      ? [{ facts, key: [confirmedBy, recordedAt.slice(0, 10)], volunteerIds, accountIds: [confirmedBy] }]
      : [];
  }

  /** Raises a doubt, or lets one that still waits grow; what was decided is not asked again. */
  async function raise({ facts, key, volunteerIds, accountIds }: Draft, seen: Seen, at: Instant): Promise<void> {
    const id = idFromBytes('doubt', Buffer.from(digestOf(facts.kind, ...key), 'base64url'));
    await untilSettled(async () => {
      const before = await table.get(DoubtItem, { id });
      if (before && (before.state !== 'open' || !isMore(before.facts, facts))) return true;
      const { committed } = await transact(table.client, {
        doubt: putDoubt(table, before, {
          ...{ id, facts, state: 'open', teamScope: seen.teamScope, day: seen.day },
          raisedAt: before?.raisedAt ?? at,
          volunteerIds: unique([...(before?.volunteerIds ?? []), ...volunteerIds]),
          accountIds: unique([...(before?.accountIds ?? []), ...accountIds]),
        }),
      });
      return committed || undefined;
    });
  }

  return {
    /** Looks at one service that entered a chain. A second call finds all of it done. */
    async look(service: ServiceAtShift, at: Instant): Promise<void> {
      const seen = await seenOf(service);
      if (!seen) return;
      await keep(seen);
      const found = await Promise.all([
        ...[ofDevices(seen), ofOtherPlaces(seen), ofTeam(seen)],
        ...[ofHands(seen), ofNight(seen)],
      ]);
      for (const draft of found.flat()) await raise(draft, seen, at);
    },
  };
}

const nightLength =
  (attendanceSettings.doubts.batchAtNight.untilHour - attendanceSettings.doubts.batchAtNight.fromHour) * hour;

const windowFrom = (at: Instant) => shiftBy(at, -attendanceSettings.doubts.windowDays * dayLength);

const monthOf = (at: Instant) => at.slice(0, 7);

const marksOf = (pairs: readonly Pair[]): Mark[] => pairs.flatMap((pair) => [pair.in, ...(pair.out ? [pair.out] : [])]);

function unique(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

/** Whether a second look found more than the first. */
function isMore(before: DoubtFacts, after: DoubtFacts): boolean {
  return sizeOf(after) > sizeOf(before);
}

function sizeOf(facts: DoubtFacts): number {
  switch (facts.kind) {
    case 'oneDevice':
      return facts.people;
    case 'mostlyTicked':
      return facts.ticked;
    case 'batchAtNight':
      return facts.records;
    case 'roundTimes':
    case 'oneHand':
      return facts.entered;
    case 'twoPlaces':
      return 0;
  }
}
