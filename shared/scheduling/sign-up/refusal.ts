import { AppError } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/language.ts';
import { clockOf, endClockOf } from '../../kernel/time.ts';
import { shiftErrors } from '../errors.ts';
import type { SignUpDecision } from '../rules.ts';

/** What a person is told who may not sign up; `skill` is what the skill is called that she lacks. */
export function refusalOf(decision: Exclude<SignUpDecision, { kind: 'allowed' }>, skill: Text | string = ''): AppError {
  switch (decision.kind) {
    case 'notActive':
      return new AppError(shiftErrors.notActive);
    case 'alreadySignedUp':
      return new AppError(shiftErrors.alreadySignedUp);
    case 'ownHelp':
      return new AppError(shiftErrors.ownHelp);
    case 'shiftNotOpen':
      return new AppError(shiftErrors.notOpen);
    case 'signUpClosed':
      return new AppError(shiftErrors.signUpClosed, { closedAt: clockOf(decision.closedAt) });
    case 'alreadyStarted':
      return new AppError(shiftErrors.alreadyStarted, { startedAt: clockOf(decision.startedAt) });
    case 'skillMissing':
      return new AppError(shiftErrors.skillMissing, { skill });
    case 'roleUnknown':
      return new AppError(shiftErrors.roleUnknown);
    case 'minorAtRisk':
      return new AppError(shiftErrors.minorAtRisk);
    case 'teamFirst':
      return decision.until === undefined
        ? new AppError(shiftErrors.byInvitation)
        : new AppError(shiftErrors.teamFirst, { until: clockOf(decision.until) });
    case 'byInvitation':
      return new AppError(shiftErrors.byInvitation);
    case 'byAssignment':
      return new AppError(shiftErrors.byAssignment);
    case 'tooLittleRest': {
      const { title, startsAt, endsAt } = decision.with;
      const facts = {
        title,
        from: clockOf(startsAt),
        to: endClockOf(startsAt, endsAt),
        hours: decision.restMinutes / 60,
      };
      return new AppError(shiftErrors.tooLittleRest, facts);
    }
    case 'dayCap':
      return new AppError(shiftErrors.dayCap, { day: decision.day, hours: decision.capMinutes / 60 });
    case 'minorAtNight':
      return new AppError(shiftErrors.minorAtNight);
    case 'overlaps': {
      const { title, startsAt, endsAt } = decision.with;
      return new AppError(shiftErrors.overlaps, { title, from: clockOf(startsAt), to: endClockOf(startsAt, endsAt) });
    }
    case 'weeklyCap':
      return new AppError(shiftErrors.weeklyCap, { hours: decision.capMinutes / 60 });
  }
}
