import type { FieldFault } from '../kernel/errors.ts';
import { checkNewShift } from './rules.ts';

/** What is wrong with a shift that somebody wants to make, at the field that must change; empty when it may be made. */
export function newShiftFaults(shift: Parameters<typeof checkNewShift>[0]): FieldFault[] {
  const decision = checkNewShift(shift);
  switch (decision.kind) {
    case 'allowed':
      return [];
    case 'titleSaysBackEntry':
      return [{ path: 'title', code: 'activity.backEntryTitle' }];
    case 'notInFuture':
      return [{ path: 'startsAt', code: 'shift.notInFuture' }];
    case 'endsBeforeStart':
      return [{ path: 'endsAt', code: 'shift.endsBeforeStart' }];
    case 'tooLong':
      return [{ path: 'endsAt', code: 'shift.tooLong', facts: { maximum: decision.longestHours } }];
    case 'closesAfterStart':
      return [{ path: 'signUpClosesAt', code: 'shift.closesAfterStart' }];
    case 'placesOutOfRange':
      return [outOfRange(shift.places, decision)];
  }
}

function outOfRange(places: number, { fewest, most }: Readonly<{ fewest: number; most: number }>): FieldFault {
  return places > most
    ? { path: 'places', code: 'field.tooBig', facts: { maximum: most } }
    : { path: 'places', code: 'field.tooSmall', facts: { minimum: fewest } };
}
