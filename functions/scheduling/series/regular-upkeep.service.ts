import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { isOnLeave, type PauseReason } from '@kaifong/shared/scheduling/series/regular-schema.ts';
import { regularPaused, regularResumed } from '@kaifong/shared/scheduling/series/series-events.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import type { SchedulingDeps } from '../deps.ts';
import { SignUpItem } from '../scheduling.table.ts';
import { releaseService } from '../sign-up/release.service.ts';
import { OwnRegular, RegularItem, StandingSignUp } from './series.table.ts';
import { seriesReads } from './series-reads.ts';

/** What becomes of regular places when something happens to a person elsewhere. Each may be asked for twice. */
export function regularUpkeepService(deps: SchedulingDeps) {
  const { table } = deps;
  const { datesFrom, regularsOf } = seriesReads(deps);
  const release = releaseService(deps);

  /** Gives back her places on the dates that `isMeant`; on those she may be signed up again. */
  async function giveBack(seriesId: string, volunteerId: string, now: Instant, isMeant: (day: string) => boolean) {
    const { dates, outcomes } = await datesFrom(seriesId, now);
    for (const { day, startsAt, shiftId } of dates) {
      if (startsAt <= now || !isMeant(dayOf(startsAt))) continue;
      const mine = await table.get(SignUpItem, { volunteerId, shiftId, startsAt });
      if (mine?.state === 'signedUp') await release.releaseFrom(volunteerId, shiftId);
      const outcome = outcomes.find((each) => each.day === day && each.volunteerId === volunteerId);
      if (outcome) await transact(table.client, { outcome: table.remove(StandingSignUp, outcome, {}) });
    }
  }

  return {
    /**
     * Pauses all regular places of somebody, for another piece of scheduling. The places that she has already are given back. A second
     * call finds nothing left to do.
     */
    async pause(volunteerId: string, reason: PauseReason, now: Instant): Promise<void> {
      for (const regular of await regularsOf(volunteerId)) {
        if (regular.state !== 'regular') continue;
        const { seriesId, version } = regular;
        const event = regularPaused.make(now, { seriesId, volunteerId, reason });
        const paused = { ...regular, state: 'paused', since: now, pauseReason: reason, version: version + 1 } as const;
        await transact(table.client, {
          regular: table.put(RegularItem, paused, { is: { version } }),
          event: table.put(EventItem, event, { absent: true }),
        });
      }
    },

    /** Lets all regular places of somebody go on that were paused, for this reason only if one is given. A second call finds nothing left to do. */
    async resume(volunteerId: string, now: Instant, reason?: PauseReason): Promise<void> {
      for (const { pauseReason, ...regular } of await regularsOf(volunteerId)) {
        if (regular.state !== 'paused' || (reason !== undefined && pauseReason !== reason)) continue;
        const { seriesId, version } = regular;
        const event = regularResumed.make(now, { seriesId, volunteerId, ...(reason && { because: reason }) });
        await transact(table.client, {
          regular: table.put(
            RegularItem,
            { ...regular, state: 'regular', since: now, version: version + 1 },
            { is: { version } },
          ),
          event: table.put(EventItem, event, { absent: true }),
        });
      }
    },

    /** Ends all regular places of somebody who does not serve any more. */
    async endAll(volunteerId: string): Promise<void> {
      for (const regular of await regularsOf(volunteerId)) {
        await transact(table.client, {
          regular: table.remove(RegularItem, regular, {}),
          own: table.remove(OwnRegular, regular, {}),
        });
      }
    },

    /** Gives back the places of one who stopped or was paused. */
    giveAllBack: (seriesId: string, volunteerId: string, now: Instant) =>
      giveBack(seriesId, volunteerId, now, () => true),

    /** Gives back the places on days of leave. */
    async keepLeave(seriesId: string, volunteerId: string, now: Instant): Promise<void> {
      const regular = await table.get(RegularItem, { seriesId, volunteerId });
      if (!regular) return;
      await giveBack(seriesId, volunteerId, now, (day) => isOnLeave(regular.leave, day));
    },
  };
}
