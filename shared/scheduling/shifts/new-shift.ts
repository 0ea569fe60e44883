import type { FieldFault } from '../../kernel/errors.ts';
import { checkNewShift } from '../rules.ts';
import type { RoleFault } from './shift-roles.ts';

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
    case 'rolesUnsound':
      return decision.faults.map(roleFault);
    case 'rolesDiffer':
      return [{ path: 'places', code: 'shift.rolesDiffer', facts: { sum: decision.sum } }];
    case 'teamFirstWithoutEnd':
      return [{ path: 'teamFirstUntil', code: 'field.instant' }];
    case 'teamFirstTooLong':
      return [{ path: 'teamFirstUntil', code: 'shift.teamFirstTooLong' }];
  }
}

function outOfRange(places: number, { fewest, most }: Readonly<{ fewest: number; most: number }>): FieldFault {
  return places > most
    ? { path: 'places', code: 'field.tooBig', facts: { maximum: most } }
    : { path: 'places', code: 'field.tooSmall', facts: { minimum: fewest } };
}

/** A fault of a role, at the field of the form that shows it. */
function roleFault(fault: RoleFault): FieldFault {
  switch (fault.kind) {
    case 'tooMany':
      return { path: 'roles', code: 'field.tooMany', facts: { maximum: fault.most } };
    case 'numberTwice':
      return { path: `roles.${fault.index}.number`, code: 'field.choice' };
    case 'nameTwice':
      return { path: `roles.${fault.index}.name`, code: 'shift.roleTwice', facts: { name: fault.name } };
    case 'fewestAboveMost':
      return { path: `roles.${fault.index}.fewest`, code: 'field.tooBig', facts: { maximum: fault.most } };
  }
}
