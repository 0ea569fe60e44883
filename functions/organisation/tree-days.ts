import { AppError, type FieldFault } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Day, day, dayOf, shiftBy } from '@kaifong/shared/kernel/time.ts';

/** @throws AppError platform.invalidInput for a day more than a year ahead */
export function mustOpenInTime(validFrom: Day | undefined, today: Day): void {
  if (validFrom !== undefined && validFrom > aYearAfter(today)) throw atFault('validFrom', 'tree.tooFarAhead');
}

/** @throws AppError platform.invalidInput for a day before today or before it is there, or more than a year ahead */
export function mustCloseInTime(on: Day, validFrom: Day | undefined, today: Day): void {
  if (on < today || (validFrom !== undefined && on < validFrom)) throw atFault('on', 'tree.closesInPast');
  if (on > aYearAfter(today)) throw atFault('on', 'tree.tooFarAhead');
}

function atFault(path: string, code: FieldFault['code']): AppError {
  return new AppError(platformErrors.invalidInput, {}, [{ path, code }]);
}

function aYearAfter(today: Day): Day {
  return dayOf(shiftBy(`${today}T00:00:00.000Z`, 366 * day));
}
