import {
  type CounsellorHours,
  type HoursConfirmation,
  type HoursQuery,
  hoursErrors,
} from '@kaifong/shared/care/counsellors/hours.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { day as dayLength, dayOf, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { commit } from '../../platform/commit.ts';
import { DayTotalItem } from '../../platform/day-totals.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { CounsellorDay, hoursToConfirm, minutesHeld } from '../cases/session.table.ts';
import type { CareDeps } from '../deps.ts';
import { CounsellorProfile } from '../sealed.ts';
import { CounsellorItem } from './counsellor.table.ts';

/** The hours that counsellors serve: confirmed day by day by a supervisor, and handed on as minutes of a day, with nothing of with whom. */
export function counsellorHoursService({ table, totals, sealer }: CareDeps) {
  async function counsellorOf(counsellorId: string) {
    const row = await table.get(CounsellorItem, { id: counsellorId });
    if (!row) return undefined;
    return { person: row.person, profile: await CounsellorProfile.open(sealer, row.profileSealed, counsellorId) };
  }

  async function confirmOnce(command: Command, counsellorId: string, { day, minutes: seen }: HoursConfirmation) {
    const { actor, now } = command;
    const [counsellor, ofDay] = await Promise.all([
      counsellorOf(counsellorId),
      table.get(CounsellorDay, { counsellorId, day }),
    ]);
    actor.mustReach('care.superviseCounsellors', counsellor ? { scope: counsellor.profile.community } : {});
    if (!counsellor || !ofDay) throw new AppError(platformErrors.notFound);
    if (actor.isVolunteer(counsellor.person)) throw new AppError(hoursErrors.own);
    if (day >= dayOf(now)) throw new AppError(hoursErrors.notOver);
    const minutes = minutesHeld(ofDay);
    if (minutes !== seen) throw new AppError(hoursErrors.changed, { minutes });
    const answer = { counsellorId, day, minutes };
    const { version, handed } = ofDay;
    const revision = (handed?.revision ?? 0) + 1;
    const isNew = minutes !== (handed?.minutes ?? 0);
    const total = { volunteerId: counsellor.profile.volunteerId, day, minutes, revision };
    const outcome = await commit<string>(
      command,
      table,
      isNew
        ? {
            day: table.put(
              CounsellorDay,
              { ...ofDay, handed: { minutes, revision }, version: version + 1 },
              { is: { version } },
            ),
            total: totals.put(DayTotalItem, total, { absent: true }),
          }
        : {},
      { answer },
    );
    return outcome.committed ? answer : undefined;
  }

  return {
    /**
     * Days that are over of counsellors who live at a place and below, whose sessions are not confirmed as they now stand; the oldest first. A page may
     * hold fewer than asked, since those of other places lie between.
     */
    async list({ actor, now }: Request, { place, ...page }: HoursQuery): Promise<Page<CounsellorHours>> {
      actor.mustReach('care.superviseCounsellors', { scope: place });
      const yesterday = dayOf(shiftBy(now, -dayLength));
      const found = await table.query(CounsellorDay, hoursToConfirm, {
        index: 'byDue',
        range: { to: `${yesterday}~` },
        ...page,
      });
      const items = await Promise.all(
        found.items.map(async (ofDay) => {
          const { counsellorId, day, sessions, handed } = ofDay;
          const counsellor = await counsellorOf(counsellorId);
          if (!counsellor || !isWithin(counsellor.profile.community, place)) return [];
          return [
            {
              ...{ counsellorId, day, workName: counsellor.profile.workName, minutes: minutesHeld(ofDay) },
              sessions: sessions.filter(({ minutes }) => minutes !== undefined).length,
              ...(handed && { confirmedBefore: handed.minutes }),
              isOwn: actor.isVolunteer(counsellor.person),
            },
          ];
        }),
      );
      return { ...found, items: items.flat() };
    },

    /**
     * Confirms what a counsellor served on a day, which then enters her service records; a day whose sessions were set right since is confirmed anew.
     *
     * @throws AppError platform.notFound, platform.notAllowed; careHours.own, changed, notOver
     */
    confirm: (command: Command, counsellorId: string, seen: HoursConfirmation) =>
      untilSettled(() => confirmOnce(command, counsellorId, seen)),
  };
}
