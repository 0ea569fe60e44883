import {
  chained,
  emptyChain,
  type ChainHead as Head,
  isOfShift,
  type ServiceRecord,
} from '@kaifong/shared/attendance/chain.ts';
import { countService } from '@kaifong/shared/attendance/counting.ts';
import { serviceRecorded } from '@kaifong/shared/attendance/events.ts';
import type { Mark, Pair, Way } from '@kaifong/shared/attendance/presence.ts';
import { approvalNeeded } from '@kaifong/shared/attendance/rules.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { ActivityKind } from '@kaifong/shared/scheduling/shifts/activity-kinds.ts';
import { isMostlyNight } from '@kaifong/shared/scheduling/shifts/night.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { isEnough } from '../approving.ts';
import { Attendance, ChainHead, RecordItem, VolunteerDay } from '../attendance.table.ts';
import { countedSoFar } from '../counted-so-far.ts';
import type { AttendanceDeps } from '../deps.ts';
import { carriedOn, kinOf } from '../kin.ts';
import { AmendmentItem, fileGoesAt, movedOn, noticePartitions } from './amendment.table.ts';
import { moveOf } from './move-of.ts';

/** The most that one tick books. */
const mostPerTick = 25;

/** Books what was on notice and nobody objected to: a back-entry as a record, a correction as a reversal and a record, marked for good. */
export function bookingService({
  table,
  people,
  scheduling,
  settings,
}: Pick<AttendanceDeps, 'table' | 'people' | 'scheduling' | 'settings'>) {
  /** Ends one without booking it. */
  async function end(before: AmendmentItem, notBooked: AmendmentItem['notBooked'], at: Instant) {
    const { after, writes } = movedOn(table, before, {
      ...{ state: 'notBooked', notBooked, keepsFileUntil: fileGoesAt(at) },
    });
    const { committed } = await transact(table.client, { ...writes, ...told([moveOf(after, at)]) });
    return committed || undefined;
  }

  /** `undefined` when anything moved that it was reckoned from. The head is read first: whoever adds a record moves it. */
  async function bookOnce(id: string, now: Instant): Promise<true | undefined> {
    const before = await table.get(AmendmentItem, { id });
    const { approval, noticeUntil } = before ?? {};
    if (before?.state !== 'onNotice' || !approval || !noticeUntil || noticeUntil > now) return true;
    const { volunteerId, shiftId, shift, corrects, from, until, title, teamScope } = before;
    const head = await table.get(ChainHead, { volunteerId });
    const [volunteer, facts, kin, attendance, wrong] = await Promise.all([
      people.findVolunteer(volunteerId),
      scheduling.shiftFacts(shiftId),
      kinOf(table, volunteerId, head),
      table.get(Attendance, { shiftId, volunteerId }),
      corrects && table.get(RecordItem, { volunteerId, seq: corrects.seq }),
    ]);
    if (!volunteer || !facts || attendance?.record?.seq !== corrects?.seq || (wrong && !isOfShift(wrong))) {
      return end(before, 'changedMeanwhile', now);
    }
    const wasBackEntered = corrects === undefined || wrong?.ways.includes('backEntry') === true;
    const pair = pairOf(from, until, wasBackEntered, corrects !== undefined);
    const { day, today, counted, minutesOfDay } = await countedSoFar(table, { shift, volunteerId, kin }, corrects);
    const count = countService({ shift, pairs: [pair], counted });
    if (count.kind === 'nothing') return end(before, 'nothingToCount', now);
    const needed = approvalNeeded(minutesOfDay + count.minutes, await settings.on('attendance', day, now));
    if (!isEnough(approval.upTo, needed)) return end(before, 'dayTooLong', now);

    const signed = { recordedAt: now, confirmedBy: approval.by };
    const start: Head = head ?? emptyChain;
    const reversal =
      wrong &&
      (await chained(start, {
        ...{ ...wrong, kind: 'reversal' as const, minutes: -wrong.minutes, reverses: wrong.seq },
        ...{ reason: before.words, ...signed },
      }));
    const record: ServiceRecord = await chained(reversal ?? start, {
      ...{ volunteerId, kind: 'service' as const, minutes: count.minutes, shiftId, title, teamScope, day },
      ...{ startedAt: count.startedAt, endedAt: count.endedAt, ways: waysOf(pair), ...signed },
    });
    const { seq, hash, minutes } = record;
    const net = minutes + (reversal?.minutes ?? 0);
    const { after, writes } = movedOn(table, before, {
      ...{ state: 'booked', record: { seq, minutes }, pairsBefore: attendance?.pairs ?? [] },
    });
    const kept = attendance ?? { shiftId, volunteerId, shift: { title, teamScope, ...shift }, version: 0 };
    const records = reversal ? [reversal, record] : [record];
    const { committed } = await transact(table.client, {
      ...(await carriedOn(
        table,
        { before: head, after: { ...head, volunteerId, seq, hash, minutes: (head?.minutes ?? 0) + net } },
        kin.above,
        { minutes: net, recordedAt: now },
      )),
      ...Object.fromEntries(
        records.map((each) => [`record ${each.seq}`, table.put(RecordItem, each, { absent: true })]),
      ),
      day: table.adjust(
        VolunteerDay,
        { volunteerId, day },
        {
          set: {
            ...{ volunteerId, day, minutes: today.minutes + minutes },
            times: [...today.times, ...count.times.map((time) => ({ seq, ...time }))],
          },
        },
      ),
      attendance: table.put(
        Attendance,
        { ...kept, state: 'confirmed', pairs: [pair], record: { seq, minutes }, version: kept.version + 1 },
        attendance ? { is: { version: attendance.version } } : { absent: true },
      ),
      ...writes,
      ...told([
        ...records.map((each) => recorded(each, { community: volunteer.scope, kind: facts.kind }, now)),
        moveOf(after, now),
      ]),
    });
    return committed || undefined;
  }

  function told(events: readonly DomainEvent[]): Record<string, Write> {
    return Object.fromEntries(
      events.map((event) => [`event ${event.id}`, table.put(EventItem, event, { absent: true })]),
    );
  }

  return {
    /** Books whose notice is over. Run twice, or twice at once, each is booked once. */
    async onTick(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const { items } = await table.query(AmendmentItem, noticePartitions.onNotice, due);
      for (const { id } of items) await untilSettled(() => bookOnce(id, now));
    },
  };
}

/** The stay as it is known from now on. A correction of what was back-entered stays a back-entry too. */
function pairOf(from: Instant, until: Instant, wasBackEntered: boolean, isCorrection: boolean): Pair {
  const mark = (at: Instant, way: Way): Mark => ({ at, way });
  return {
    in: mark(from, wasBackEntered ? 'backEntry' : 'correction'),
    out: mark(until, isCorrection ? 'correction' : 'backEntry'),
  };
}

function waysOf({ in: from, out }: Pair): Way[] {
  return [...new Set([from.way, out?.way ?? from.way])];
}

function recorded(
  { ways, startedAt, endedAt, ...record }: ServiceRecord,
  { community, kind: activity }: Readonly<{ community: string; kind: ActivityKind }>,
  at: Instant,
): DomainEvent {
  const { volunteerId, seq, kind, minutes, day, shiftId, teamScope, reverses } = record;
  return serviceRecorded.make(at, {
    ...{ volunteerId, seq, kind, minutes, day, shiftId, teamScope, community, reverses },
    activity: { kind: activity, atNight: isMostlyNight({ startsAt: startedAt, endsAt: endedAt }) },
    ...(ways.includes('backEntry') && { backEntered: true as const }),
  });
}
