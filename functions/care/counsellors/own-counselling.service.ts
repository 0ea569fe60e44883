import type { OwnStanding, Pause } from '@kaifong/shared/care/counsellors/standing-schema.ts';
import { mayTakeNew } from '@kaifong/shared/care/matching/eligibility.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { CareDeps } from '../deps.ts';
import { CounsellorProfile, PauseRecord } from '../sealed.ts';
import { ownCounsellor } from '../supervision/supervising.ts';
import { asMatchable, isPaused, unmoved } from './counsellor.service.ts';
import { CounsellorItem, type CounsellorRow } from './counsellor.table.ts';

/** What a counsellor sees of her own standing, and pausing: nobody else learns that she pauses or why, only that she takes no new cases. */
export function ownCounsellingService({ table, sealer }: CareDeps) {
  async function change(command: Command, changeOf: (row: CounsellorRow) => Promise<Partial<CounsellorRow>>) {
    return untilSettled(async () => {
      const row = await ownCounsellor(table, command);
      const changed = { ...row, ...(await changeOf(row)), version: (row.version ?? 0) + 1 };
      const answer = { counsellorId: row.id, isPaused: changed.paused };
      const writes = { counsellor: table.put(CounsellorItem, changed, unmoved(row)) };
      const outcome = await commit(command, table, writes, { answer });
      if (!outcome.committed && !outcome.refused.has('counsellor')) mustCommit(outcome, {});
      return outcome.committed ? answer : undefined;
    });
  }

  return {
    async read(request: Request): Promise<OwnStanding> {
      const { now } = request;
      const row = await ownCounsellor(table, request);
      const profile = await CounsellorProfile.open(sealer, row.profileSealed, row.id);
      const pause = row.pauseSealed ? await PauseRecord.open(sealer, row.pauseSealed, row.id) : {};
      const { credentialUntil, vettedUntil, supervisedUntil, openCases, coolsDownUntil = '', pausedUntil } = row;
      const { workName, level, caseLimit, weeklyCapMinutes } = profile;
      return {
        ...{ workName, level, caseLimit, weeklyCapMinutes, credentialUntil, vettedUntil, supervisedUntil, openCases },
        ...(isPaused(row, now) && { pause: { until: pausedUntil, ...pause } }),
        ...(coolsDownUntil > now && { coolsDownUntil }),
        takesNew: mayTakeNew(asMatchable({ row, profile }, now), now),
      };
    },

    /** Takes no new cases until a day, or until she goes on by herself; the cases she has stay. */
    pause: (command: Command, { until, reason }: Pause) =>
      change(command, async ({ id }) => ({
        paused: true,
        pausedUntil: until,
        pauseSealed: await PauseRecord.seal(sealer, { reason }, id),
      })),

    resume: (command: Command) =>
      change(command, async () => ({ paused: false, pausedUntil: undefined, pauseSealed: undefined })),
  };
}
