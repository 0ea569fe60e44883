import { doubtErrors } from '@kaifong/shared/attendance/doubt-errors.ts';
import type { Doubt, DoubtDecision, DoubtStanding, DoubtsQuery } from '@kaifong/shared/attendance/doubts.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { mergedPage } from '@kaifong/shared/kernel/merged-page.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { streetsOf } from '@kaifong/shared/organisation/streets.ts';
import type { Actor } from '../../platform/actor.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { AttendanceDeps } from '../deps.ts';
import { ownRecordsOf } from '../own-records.ts';
import { DoubtItem, doubtsIn, placeInQueue, putDoubt } from './doubts.table.ts';

/** How many people of a doubt are named in a list. */
const mostNamed = 20;

/** What is unlikely about hours, for a second person to look at. Finding that it is so takes nothing back: that is a correction of its own. */
export function doubtService({ table, people }: Pick<AttendanceDeps, 'table' | 'people'>) {
  return {
    /** The doubts at a place and below, the oldest first. */
    async list({ actor }: Request, { place, state, ...page }: DoubtsQuery): Promise<Page<Doubt>> {
      actor.mustReach('doubt.decide', { scope: place });
      const { items, cursor } = await mergedPage(
        {
          lists: streetsOf(place).map(
            (street) => (stretch) =>
              table.query(DoubtItem, doubtsIn(street, state), { index: 'waitingByStreet', ...stretch }),
          ),
          placeOf: placeInQueue,
          to: '9999-12-31T00:00:00.000Z~',
          keep: ({ teamScope }) => isWithin(teamScope, place),
        },
        page,
      );
      const named = new Set(items.flatMap(({ volunteerIds }) => volunteerIds.slice(0, mostNamed)));
      const found = named.size > 0 ? await people.findVolunteers([...named]) : [];
      const own = await ownRecordsOf(table, actor);
      const names = new Map(found.map(({ id, name }) => [id, name]));
      return {
        items: items.map(({ volunteerIds, decision, ...doubt }) => ({
          ...doubt,
          people: volunteerIds.slice(0, mostNamed).map((volunteerId) => ({
            volunteerId,
            name: names.get(volunteerId) ?? '*',
          })),
          peopleInAll: volunteerIds.length,
          ...(decision && { decision: { words: decision.words, at: decision.at } }),
          isForOther: isPartOf({ volunteerIds, accountIds: doubt.accountIds }, actor, own),
        })),
        ...(cursor && { cursor }),
      };
    },

    /**
     * Says what a second person found: by somebody who neither entered nor confirmed these hours, and whose own they are not.
     *
     * @throws AppError platform.notFound; of doubt: alreadyDecided, decidedByAnother
     */
    decide(command: Command, id: string, { outcome: state, words }: DoubtDecision): Promise<DoubtStanding> {
      const { now, actor } = command;
      return untilSettled(async () => {
        const doubt = await table.get(DoubtItem, { id });
        if (!doubt) throw new AppError(platformErrors.notFound);
        actor.mustReach('doubt.decide', { scope: doubt.teamScope });
        if (doubt.state !== 'open') throw new AppError(doubtErrors.alreadyDecided);
        if (isPartOf(doubt, actor, await ownRecordsOf(table, actor))) throw new AppError(doubtErrors.decidedByAnother);
        const answer = { id, state };
        const decision = { words, at: now, by: actor.accountId };
        const outcome = await commit(
          command,
          table,
          { doubt: putDoubt(table, doubt, { ...doubt, state, decision }) },
          { answer },
        );
        return outcome.committed ? answer : undefined;
      });
    },
  };
}

function isPartOf(
  { volunteerIds, accountIds }: Pick<DoubtItem, 'volunteerIds' | 'accountIds'>,
  actor: Actor,
  own: readonly string[],
): boolean {
  return accountIds.includes(actor.accountId) || volunteerIds.some((each) => own.includes(each));
}
