import type { SessionPlace, SessionView } from '@kaifong/shared/care/session.ts';
import { endOf } from '@kaifong/shared/care/session.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import type { CareDeps } from './deps.ts';
import { SessionRecord } from './sealed.ts';
import { CounsellorDay, SessionItem, type SessionRow } from './session.table.ts';

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
  const planned = (await sessionRowsOf(table, caseId)).find(({ state }) => state === 'planned');
  if (!planned) return undefined;
  const { startsAt, minutes, mode, room, link } = await sessionViewOf(sealer, planned);
  const place: SessionPlace = { startsAt, minutes, mode, room, link };
  return endOf(place) > now ? place : undefined;
}

/** What becomes of a session that was still to come when its counsellor has the case no longer: it is cancelled, and the time is free. */
export async function cancelledToCome(
  table: Table,
  caseId: string,
  now: Instant,
): Promise<{ session?: Write; day?: Write }> {
  const session = (await sessionRowsOf(table, caseId)).find(({ state }) => state === 'planned');
  if (!session || session.startsAt <= now) return {};
  const { id, counsellorId, startsAt, version } = session;
  const today = await table.get(CounsellorDay, { counsellorId, day: dayOf(startsAt) });
  if (!today) throw new Error('a session without the day of its counsellor');
  const freed = {
    ...today,
    sessions: today.sessions.filter(({ sessionId }) => sessionId !== id),
    version: today.version + 1,
  };
  const cancelled = { ...session, state: 'cancelled' as const, version: version + 1 };
  return {
    session: table.put(SessionItem, cancelled, { is: { version } }),
    day: table.put(CounsellorDay, freed, { is: { version: today.version } }),
  };
}
