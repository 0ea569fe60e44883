import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import { Relocation } from '@kaifong/shared/scheduling/relocation/relocation.ts';
import { relocationErrors } from '@kaifong/shared/scheduling/relocation/relocation-errors.ts';
import { ShiftChange, ShiftParams, ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command } from '../../platform/operation.ts';
import type { Scheduling } from '../index.ts';

/** What leaders write anew of a shift that stands. */
export function wordingRoutes({ wording, relocations }: Pick<Scheduling, 'wording' | 'relocations'>) {
  return new Hono<ApiEnv>()
    .put(
      '/team-shifts/:shiftId',
      command(
        {
          id: 'changeShift',
          summary:
            'Change when sign-up ends, who may sign up, and what is said of the risks; of two who do so at once the second is told',
          permission: 'shift.manage',
          params: ShiftParams,
          body: ShiftChange,
          answer: [200, ShiftWithPlaces],
          errors: [shiftErrors.changedMeanwhile, shiftErrors.placesFixed, shiftErrors.riskFixed],
        },
        (request, { params, body }) => wording.change(request, params.shiftId, body),
      ),
    )
    .put(
      '/team-shifts/:shiftId/place',
      command(
        {
          id: 'relocateShift',
          summary: 'Change where people meet, until the shift begins; those who have a place are told',
          permission: 'shift.manage',
          params: ShiftParams,
          body: Relocation,
          answer: [200, ShiftWithPlaces],
          errors: [
            shiftErrors.changedMeanwhile,
            relocationErrors.over,
            relocationErrors.unchanged,
            placeErrors.unknown,
            placeErrors.closed,
          ],
        },
        (request, { params, body }) => relocations.relocate(request, params.shiftId, body),
      ),
    );
}
