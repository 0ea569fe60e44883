import { dayOf } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { CounsellorDay } from '../cases/session.table.ts';

/** The day of a counsellor that an instant is in; one on which nothing was planned has version 0. */
export async function dayOfCounsellor(table: Table, counsellorId: string, startsAt: string): Promise<CounsellorDay> {
  const key = { counsellorId, day: dayOf(startsAt) };
  return (await table.get(CounsellorDay, key)) ?? { ...key, sessions: [], version: 0 };
}

/** A counsellor's day with another set of sessions. */
export function dayWith(table: Table, before: CounsellorDay, sessions: CounsellorDay['sessions']): Write {
  const { version } = before;
  const after = { ...before, sessions, version: version + 1 };
  return table.put(CounsellorDay, after, version === 0 ? { absent: true } : { is: { version } });
}
