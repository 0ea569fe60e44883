import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import { type Approval, approvalNeeded, type DayFigures } from '@kaifong/shared/attendance/rules.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { isWithin, kindOf } from '@kaifong/shared/organisation/scope.ts';
import type { Actor } from '../platform/actor.ts';

/** How much of one person's day somebody may approve who confirms for a team. */
export function mayApprove(actor: Actor, teamScope: string): Approval {
  const branches = actor.scopesAs('coordinator').filter((branch) => isWithin(teamScope, branch));
  if (branches.length === 0) return 'none';
  return branches.some((branch) => kindOf(branch) === 'district') ? 'district' : 'organiser';
}

/** @throws AppError attendance.dayNeedsApproval, attendance.dayNeedsDistrict */
export function mustApprove(actor: Actor, teamScope: string, minutes: number, figures: DayFigures): void {
  const needed = approvalNeeded(minutes, figures);
  if (isEnough(mayApprove(actor, teamScope), needed)) return;
  const refusal = needed === 'organiser' ? attendanceErrors.dayNeedsApproval : attendanceErrors.dayNeedsDistrict;
  throw new AppError(refusal, { minutes });
}

const order = ['none', 'organiser', 'district'] as const;

/** Whether what somebody may approve is as much as is needed. */
export function isEnough(may: Approval, needed: Approval): boolean {
  return order.indexOf(may) >= order.indexOf(needed);
}
