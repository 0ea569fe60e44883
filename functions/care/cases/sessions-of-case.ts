import type { SessionPlace, SessionView } from '@kaifong/shared/care/cases/session.ts';
import { endOf } from '@kaifong/shared/care/cases/session.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { dayOfCounsellor, dayWith } from '../counsellors/counsellor-day.ts';
import type { CareDeps } from '../deps.ts';
import { SessionRecord } from '../sealed.ts';
import { SessionItem, type SessionRow } from './session.table.ts';

type Storage = Pick<CareDeps, 'table' | 'sealer'>;

/** The sessions of a case, the latest first. */
export async function sessionRowsOf(table: Table, caseId: string): Promise<SessionRow[]> {
  const { rows } = await table.collect(`CASE#${caseId}`, { beginsWith: 'SESSION#' }, { rows: SessionItem });
  return rows.toSorted((one, other) => (one.startsAt < other.startsAt ? 1 : -1));
}

export async function sessionViewOf(sealer: Storage['sealer'], row: SessionRow): Promise<SessionView> {
  const { id: sessionId, caseId, startsAt, state, sealed } = row;
  const { told, ...how } = await SessionRecord.open(sealer, sealed, caseId, sessionId);
  const last = told.at(-1)?.report;
  const held = last?.outcome === 'held' ? { held: last.minutes } : {};
  return { sessionId, startsAt, state, ...how, ...held, ...(last?.reason && { reason: last.reason }) };
}

/** Where and when the person is expected next. */
export async function nextSessionOf({ table, sealer }: Storage, caseId: string, now: Instant) {
  const planned = (await sessionRowsOf(table, caseId)).filter(({ state }) => state === 'planned').toReversed();
  for (const row of planned) {
    const { startsAt, minutes, mode, room, link } = await sessionViewOf(sealer, row);
    const place: SessionPlace = { startsAt, minutes, mode, room, link };
    if (endOf(place) > now) return place;
  }
  return undefined;
}

/** What becomes of sessions that were still to come when their counsellor has the case no longer: they are cancelled, and their times are free. */
export async function cancelledToCome(table: Table, caseId: string, now: Instant): Promise<Record<string, Write>> {
  const rows = await sessionRowsOf(table, caseId);
  const toCome = rows.filter(({ state, startsAt }) => state === 'planned' && startsAt > now);
  const ids = new Set<string>(toCome.map(({ id }) => id));
  const days = new Map(toCome.map(({ counsellorId, startsAt }) => [dayOf(startsAt), { counsellorId, startsAt }]));
  const freed = await Promise.all(
    [...days].map(async ([day, { counsellorId, startsAt }]) => {
      const today = await dayOfCounsellor(table, counsellorId, startsAt);
      const left = today.sessions.filter(({ sessionId }) => !ids.has(sessionId));
      return [`day ${day}`, dayWith(table, today, left)] as const;
    }),
  );
  const cancelled = toCome.map((session) => {
    const { id, version } = session;
    const after = { ...session, state: 'cancelled' as const, version: version + 1 };
    return [`session ${id}`, table.put(SessionItem, after, { is: { version } })] as const;
  });
  return Object.fromEntries([...freed, ...cancelled]);
}
