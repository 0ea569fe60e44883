import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import type { ShiftChange, ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { checkWording } from '@kaifong/shared/scheduling/shifts/shift-change.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ShiftItem } from '../scheduling.table.ts';
import { countFreePlaces } from '../sign-up/free-places.ts';
import { shiftReader } from './shift-reader.ts';

/** Writing anew what a shift says of itself. */
export function wordingService({ table }: Pick<SchedulingDeps, 'table'>) {
  const shifts = shiftReader(table);
  return {
    /**
     * Changes when sign-up ends, who may sign up, and what is said of the risks.
     *
     * @throws AppError shift.changedMeanwhile with the fields that somebody else changed, shift.placesFixed once sign-up has ended,
     * shift.riskFixed, platform.invalidInput at the field, platform.notFound
     */
    change(command: Command, shiftId: string, { seen, wanted }: ShiftChange): Promise<ShiftWithPlaces> {
      return untilSettled(async () => {
        const shift = await shifts.mustFind(shiftId);
        command.actor.mustReach('shift.manage', { scope: shift.teamScope });
        const decision = checkWording(shift, seen, wanted, command.now);
        switch (decision.kind) {
          case 'changedMeanwhile':
            throw new AppError(shiftErrors.changedMeanwhile, {}, decision.faults);
          case 'over':
            throw new AppError(shiftErrors.placesFixed);
          case 'riskFixed':
            throw new AppError(shiftErrors.riskFixed);
          case 'unsound':
            throw new AppError(platformErrors.invalidInput, {}, decision.faults);
        }
        const { signUpClosesAt, mode, teamFirstUntil, insurance, riskNotice } = wanted;
        const said = { signUpClosesAt, mode, teamFirstUntil, insurance, riskNotice };
        const changed = { ...shift, ...said, version: shift.version + 1 };
        const answer = { ...changed, freePlaces: await countFreePlaces(table, shiftId) };
        const writes = { shift: table.put(ShiftItem, changed, { is: { version: shift.version } }) };
        const outcome = await commit(command, table, writes, { answer });
        return outcome.committed ? answer : undefined;
      });
    },
  };
}
