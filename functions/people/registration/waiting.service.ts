import { mergedPage } from '@kaifong/shared/kernel/merged-page.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { streetsOf } from '@kaifong/shared/organisation/streets.ts';
import { answerDueOn } from '@kaifong/shared/people/registration/approval.ts';
import type { WaitingApplication } from '@kaifong/shared/people/schema.ts';
import type { Request } from '../../platform/request.ts';
import type { PeopleDeps } from '../deps.ts';
import { placeInLine, Volunteer } from '../people.table.ts';
import type { volunteerService } from '../volunteer.service.ts';

/** Applications in the order in which their answers are due. */
export function waitingService(
  { table }: Pick<PeopleDeps, 'table'>,
  { summaryOf }: Pick<ReturnType<typeof volunteerService>, 'summaryOf'>,
) {
  return {
    /** Who applied at a place and below and waits for an answer, the longest first: one read for each street of the place. */
    async list(
      { actor, now }: Request,
      { place, ...page }: PageQuery & Readonly<{ place: string }>,
    ): Promise<Page<WaitingApplication>> {
      actor.mustReach('volunteer.review', { scope: place });
      const found = await mergedPage(
        {
          lists: streetsOf(place).map(
            (street) => (stretch) => table.query(Volunteer, street, { index: 'appliedByStreet', ...stretch }),
          ),
          placeOf: placeInLine,
          to: `${now}~`,
          keep: ({ community }) => isWithin(community, place),
        },
        page,
      );
      const items = found.items.map(async (volunteer) => {
        const { registeredAt, appliedAt = registeredAt } = volunteer;
        return { ...(await summaryOf(volunteer)), appliedAt, dueOn: answerDueOn(appliedAt) };
      });
      return { ...found, items: await Promise.all(items) };
    },
  };
}
