import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import type { TakePlace } from '@kaifong/shared/scheduling/schema.ts';
import { isRisky } from '@kaifong/shared/scheduling/shifts/risk.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { RiskConsentItem, type ShiftItem } from '../scheduling.table.ts';

/** The write that keeps what she confirmed of the risks; nothing for an ordinary shift. @throws AppError shift.riskUnconfirmed */
export function riskConsent(
  table: Table,
  shift: ShiftItem,
  volunteerId: string,
  taking: TakePlace,
  at: Instant,
): { riskConsent?: Write } {
  if (!isRisky(shift)) return {};
  if (!taking?.riskConfirmed) throw new AppError(shiftErrors.riskUnconfirmed);
  const { id: shiftId, insurance = '', riskNotice = '' } = shift;
  return { riskConsent: table.put(RiskConsentItem, { volunteerId, shiftId, at, insurance, riskNotice }) };
}
