import { day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { nextClock, nextReminder, reminderStages } from '@kaifong/shared/notifications/timing.ts';
import { transact } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { DigestItem, ReminderItem, StaffingItem } from './delivery.table.ts';
import type { NotificationsDeps } from './deps.ts';
import type { inboxService } from './inbox.service.ts';
import { workThrough } from './work-through.ts';

/** Items of one read. */
const onPage = 300;

/** What people are told because of the time: that a shift is near, that one is short of people, and leaders once a day how things stand. */
export function reminderService(
  { table, people, identity, scheduling }: NotificationsDeps,
  inbox: Pick<ReturnType<typeof inboxService>, 'tell' | 'tellVolunteer'>,
) {
  const due = (now: Instant) => ({ index: 'byDue', range: { to: `${now}~` }, limit: onPage });

  async function remind(item: ReminderItem, now: Instant): Promise<void> {
    const { dueAt, ...rest } = item;
    if (dueAt === undefined) return;
    const found = await scheduling.standingIn(item, item.volunteerId);
    const isOn = found?.shift.state === 'open' && found.state === 'signedUp';
    if (isOn && found.shift.startsAt === item.startsAt && item.startsAt > now) {
      const { id: shiftId, title, startsAt, place } = found.shift;
      const id = `reminder.${item.stage}.${shiftId}.${startsAt}`;
      const notice = { kind: 'shiftReminder', shiftId, title, startsAt, place: place.name } as const;
      await inbox.tellVolunteer(item.volunteerId, { id, at: dueAt, type: 'reminder' }, notice);
    }
    const startsAt = found?.shift.startsAt ?? item.startsAt;
    const next = isOn ? nextReminder(startsAt, now) : undefined;
    const moved = { ...rest, startsAt, ...next, version: item.version + 1 };
    await transact(table.client, { item: table.put(ReminderItem, moved, { is: { version: item.version } }) });
  }

  async function lookAtStaffing({ dueAt, ...item }: StaffingItem, now: Instant): Promise<void> {
    const shift = await scheduling.shiftFacts(item.shiftId);
    if (dueAt && shift?.state === 'open' && shift.startsAt > now) {
      const [free, leader] = await Promise.all([
        scheduling.freePlacesOf(shift.id),
        people.rosters.leaderOf(shift.teamScope),
      ]);
      const { id: shiftId, title, startsAt } = shift;
      const event = { id: `staffing.${shiftId}`, at: dueAt, type: 'staffing' };
      if (free > 0 && leader !== undefined) {
        await inbox.tellVolunteer(leader, event, { kind: 'shiftUnderstaffed', shiftId, title, startsAt, free });
      }
    }
    await transact(table.client, { item: table.put(StaffingItem, item) });
  }

  async function sumUp({ accountId, clock, dueAt }: DigestItem, now: Instant): Promise<void> {
    const teams = await identity.accounts.scopesAs(accountId, 'teamLeader', now);
    const found = await Promise.all(teams.map((team) => scheduling.staffingOf(team, now, shiftBy(now, 2 * day))));
    const sum = (field: 'shifts' | 'understaffed' | 'free') => found.reduce((total, team) => total + team[field], 0);
    const date = dayOf(dueAt);
    const figures = { shifts: sum('shifts'), understaffed: sum('understaffed'), free: sum('free') };
    const event = { id: `digest.${date}`, at: dueAt, type: 'digest' };
    if (figures.shifts > 0) await inbox.tell(accountId, event, { kind: 'teamDigest', day: date, ...figures });
    const next = { accountId, clock, dueAt: nextClock(now, clock) };
    await transact(table.client, { item: table.put(DigestItem, next, { is: { dueAt, clock } }) });
  }

  return {
    /** Sees to it that she is reminded of the shift, once however often the event comes. One that is near enough needs no reminder. */
    async arm(shiftId: string, volunteerId: string, at: Instant): Promise<void> {
      const shift = await scheduling.shiftFacts(shiftId);
      const next = shift && nextReminder(shift.startsAt, at);
      if (!next) return;
      const { startsAt } = shift;
      await untilSettled(async () => {
        const before = await table.get(ReminderItem, { shiftId, volunteerId });
        if (before && before.armedAt >= at) return true;
        const version = (before?.version ?? 0) + 1;
        const item = { shiftId, volunteerId, armedAt: at, startsAt, ...next, version };
        const unmoved = before ? { is: { version: before.version } } : ({ absent: true } as const);
        const { committed } = await transact(table.client, { item: table.put(ReminderItem, item, unmoved) });
        return committed || undefined;
      });
    },

    /** Sees to it that somebody looks at the staffing a day before; a second call changes nothing. */
    async watchStaffing(shiftId: string): Promise<void> {
      const shift = await scheduling.shiftFacts(shiftId);
      if (!shift) return;
      const item = { shiftId, startsAt: shift.startsAt, dueAt: shiftBy(shift.startsAt, -reminderStages.day) };
      await transact(table.client, { item: table.put(StaffingItem, item, { absent: true }) });
    },

    async remindDue(now: Instant): Promise<void> {
      const pageFrom = (cursor?: string) => table.query(ReminderItem, 'REMINDERS', { ...due(now), cursor });
      await workThrough(pageFrom, (item) => remind(item, now));
    },

    async lookDue(now: Instant): Promise<void> {
      const pageFrom = (cursor?: string) => table.query(StaffingItem, 'STAFFING', { ...due(now), cursor });
      await workThrough(pageFrom, (item) => lookAtStaffing(item, now));
    },

    async sumUpDue(now: Instant): Promise<void> {
      const pageFrom = (cursor?: string) => table.query(DigestItem, 'DIGESTS', { ...due(now), cursor });
      await workThrough(pageFrom, (item) => sumUp(item, now));
    },
  };
}
