import { amendmentErrors } from '@kaifong/shared/attendance/amendments/errors.ts';
import type {
  AmendmentNotice,
  AmendmentObjection,
  AmendmentStanding,
} from '@kaifong/shared/attendance/amendments/schema.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { mergedPage } from '@kaifong/shared/kernel/merged-page.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { AttendanceDeps } from '../deps.ts';
import { ownRecordsOf } from '../own-records.ts';
import { AmendmentItem, movedOn, noticePartitions, placeAmongNotices } from './amendment.table.ts';
import { moveOf } from './move-of.ts';
import { noticeOf, standingOf } from './view.ts';

/** The public notices (公示): what everybody may read of hours that are about to be booked, and say against them. */
export function noticeService({ table, people }: Pick<AttendanceDeps, 'table' | 'people'>) {
  return {
    /** Notices that stand, those that end first at the front; one that somebody objected to stays until that is decided. */
    async list(_request: Request, page: PageQuery): Promise<Page<AmendmentNotice>> {
      const { items, cursor } = await mergedPage(
        {
          lists: Object.values(noticePartitions).map(
            (partition) => (stretch) => table.query(AmendmentItem, partition, { index: 'byDue', ...stretch }),
          ),
          placeOf: placeAmongNotices,
          to: '9999-12-31T00:00:00.000Z~',
        },
        page,
      );
      const found = await people.findVolunteers([...new Set(items.map(({ volunteerId }) => volunteerId))]);
      const persons = new Map(found.map((person) => [person.id, person]));
      return {
        items: items.map((amendment) => noticeOf(amendment, persons.get(amendment.volunteerId))),
        ...(cursor && { cursor }),
      };
    },

    /**
     * Says what somebody knows against it; nothing is booked until that is decided. Who objects is told to nobody.
     *
     * @throws AppError platform.notFound; of amendment: noticeOver, alreadyObjected, ownNotice
     */
    object(command: Command, id: string, { words }: AmendmentObjection): Promise<AmendmentStanding> {
      const { actor, now } = command;
      return untilSettled(async () => {
        const before = await table.get(AmendmentItem, { id });
        if (!before?.noticeUntil) throw new AppError(platformErrors.notFound);
        const { state, objections, askerId, volunteerId, noticeUntil } = before;
        if ((state !== 'onNotice' && state !== 'objected') || now >= noticeUntil) {
          throw new AppError(amendmentErrors.noticeOver);
        }
        if (askerId === actor.accountId || (await ownRecordsOf(table, actor)).includes(volunteerId)) {
          throw new AppError(amendmentErrors.ownNotice);
        }
        const isFull = objections.length >= attendanceSettings.amendments.mostObjections;
        if (isFull || objections.some(({ by }) => by === actor.accountId)) {
          throw new AppError(amendmentErrors.alreadyObjected);
        }
        const { after, writes } = movedOn(table, before, {
          state: 'objected',
          objections: [...objections, { words, at: now, by: actor.accountId }],
        });
        const answer = standingOf(after);
        // She knows already when somebody objected before.
        const events = state === 'objected' ? [] : [moveOf(after, now)];
        const outcome = await commit(command, table, writes, { answer, events });
        return outcome.committed ? answer : undefined;
      });
    },
  };
}
