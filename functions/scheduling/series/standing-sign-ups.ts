import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import { standingRefused } from '@kaifong/shared/scheduling/series/series-events.ts';
import { AlreadyDone } from '../../platform/commit.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ShiftItem, SignUpItem } from '../scheduling.table.ts';
import { signUpService } from '../sign-up/sign-up.service.ts';
import { inAllLanguages } from './in-all-languages.ts';
import { peopleMover } from './move-people.ts';
import { forVolunteer } from './on-behalf.ts';
import { type RegularItem, type SeriesDateItem, StandingSignUp } from './series.table.ts';

/** Signing the regulars of a series up for its dates, once each. */
export function standingSignUps(deps: SchedulingDeps) {
  const { table } = deps;
  const signUps = signUpService(deps);
  const mover = peopleMover(deps);

  /** Whether the shift she was signed up for took her place with it, and nobody took her along; or it refused her. */
  async function isLost({ volunteerId, shiftId, outcome }: StandingSignUp, date: SeriesDateItem): Promise<boolean> {
    if (outcome === 'refused') return true;
    const earlier = await table.get(ShiftItem, { id: shiftId });
    if (!earlier) return false;
    const { startsAt } = earlier;
    const [left, there] = await table.getAll(SignUpItem, [
      { volunteerId, startsAt, shiftId },
      { volunteerId, startsAt: date.startsAt, shiftId: date.shiftId },
    ]);
    return left?.state === 'calledOff' && !there;
  }

  return {
    async signUp(date: SeriesDateItem, regular: RegularItem, now: Instant): Promise<void> {
      const { seriesId, day, shiftId } = date;
      const { volunteerId } = regular;
      const outcome = { seriesId, day, volunteerId, shiftId };
      const remember = () => table.put(StandingSignUp, { ...outcome, outcome: 'signedUp' }, { absent: true });
      try {
        await signUps.signUp(forVolunteer(volunteerId, '', now, remember), shiftId);
      } catch (error) {
        if (error instanceof AlreadyDone) return;
        if (!(error instanceof AppError) || error.definition.kind !== 'conflict') throw error;
        const isIn = error.code === shiftErrors.alreadySignedUp.code;
        const why = inAllLanguages(error);
        const event = standingRefused.make(now, { seriesId, volunteerId, shiftId, day, code: error.code, why });
        await transact(table.client, {
          outcome: table.put(
            StandingSignUp,
            isIn ? { ...outcome, outcome: 'signedUp' } : { ...outcome, outcome: 'refused', why },
            { absent: true },
          ),
          ...(!isIn && { event: table.put(EventItem, event, { absent: true }) }),
        });
      }
    },

    /**
     * Forgets, of a shift whose place another took, whom it refused and who was signed up just then and let go with it: they are signed
     * up anew. Who gave her place back herself stays away.
     */
    async forgetLost(date: SeriesDateItem, outcomes: readonly StandingSignUp[], now: Instant): Promise<void> {
      const earlierShifts = new Set(outcomes.map(({ shiftId }) => shiftId));
      for (const earlierId of earlierShifts) await mover.moveAll(earlierId, date.shiftId, now);
      for (const outcome of outcomes) {
        if (!(await isLost(outcome, date))) continue;
        const unchanged = { is: { shiftId: outcome.shiftId } };
        await transact(table.client, { outcome: table.remove(StandingSignUp, outcome, unchanged) });
      }
    },
  };
}
