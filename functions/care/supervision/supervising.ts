import { isAway } from '@kaifong/shared/care/supervision/supervision.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Request } from '../../platform/request.ts';
import type { Table } from '../../platform/table.ts';
import { CounsellorItem, CounsellorPerson, type CounsellorRow } from '../counsellors/counsellor.table.ts';
import { SupervisionItem, type SupervisionRow, SupervisorItem } from './supervision.table.ts';

/**
 * Whether somebody supervises a counsellor at this moment: as her active supervisor, or as the deputy while that one is away. With the role
 * still held, and never oneself.
 */
export async function supervises(
  table: Table,
  actor: Actor,
  { id: counsellorId, person }: Pick<CounsellorRow, 'id' | 'person'>,
  now: Instant,
): Promise<boolean> {
  if (actor.scopesAs('careSupervisor').length === 0 || actor.isVolunteer(person)) return false;
  const supervision = await table.get(SupervisionItem, { counsellorId });
  return supervision !== undefined && (await isOpenTo(table, actor.accountId, supervision, now));
}

/** The same for a supervision that was read. */
export async function isOpenTo(
  table: Table,
  account: string,
  { supervisor, deputy }: SupervisionRow,
  now: Instant,
): Promise<boolean> {
  if (supervisor === account) return true;
  if (!supervisor || deputy !== account) return false;
  const row = await table.get(SupervisorItem, { supervisor });
  return isAway({ from: row?.awayFrom, until: row?.awayUntil }, now);
}

/** The counsellor, for whoever supervises her now; to others it answers as if there were none. @throws AppError platform.notAllowed */
export async function mustSupervise(
  table: Table,
  { actor, now }: Request,
  counsellorId: string,
): Promise<CounsellorRow> {
  const row = await table.get(CounsellorItem, { id: counsellorId });
  const isHers = row !== undefined && row.endedAt === undefined && (await supervises(table, actor, row, now));
  actor.mustReach('care.supervise', { assigned: isHers });
  return row as CounsellorRow;
}

/** The counsellor that the one who asks is. @throws AppError platform.notFound for somebody with the role who was not enrolled */
export async function ownCounsellor(table: Table, { actor }: Request): Promise<CounsellorRow> {
  const found = await table.get(CounsellorPerson, { person: actor.volunteerId });
  const row = found && (await table.get(CounsellorItem, { id: found.counsellorId }));
  if (!row) throw new AppError(platformErrors.notFound);
  return row;
}
