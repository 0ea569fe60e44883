import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { isClosedOn } from '@kaifong/shared/organisation/validity.ts';
import { maskName } from '@kaifong/shared/people/mask.ts';
import { givingSettings } from '@kaifong/shared/points/giving/giving.ts';
import { givingErrors } from '@kaifong/shared/points/giving/giving-errors.ts';
import type { GivingToday, NewGift, NewGiftToFund, Receiver } from '@kaifong/shared/points/giving/giving-schema.ts';
import type { Command, Request } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import type { PointsDeps } from './deps.ts';
import { LookedUpItem, spansOf } from './giving.table.ts';
import type { transferService } from './transfer.service.ts';

/** Points that a volunteer gives away: to whoever has a number, or to the fund of a community. */
export function givingService(
  { table, people, organisation }: Pick<PointsDeps, 'table' | 'people' | 'organisation'>,
  { giverOf, toPerson, toFund }: ReturnType<typeof transferService>,
) {
  async function personOf(volunteerId: string) {
    const [person] = await people.findVolunteers([volunteerId]);
    if (!person) throw new Error(`${volunteerId} has a session and no record`);
    return person;
  }

  /**
   * Whose a number is. Each look counts, so that nobody reads through the numbers.
   *
   * @throws AppError giving.nobody, giving.tooManyLooks
   */
  async function receiverOf({ actor, now }: Pick<Request, 'actor' | 'now'>, number: string) {
    const { volunteerId } = actor;
    const looks = spansOf(now).map(({ span, most, purgeAt }) =>
      table.adjust(
        LookedUpItem,
        { volunteerId, span },
        { add: { looks: 1 }, set: { volunteerId, span, purgeAt } },
        { below: { looks: most } },
      ),
    );
    const { committed } = await transact(table.client, Object.fromEntries(looks.entries()));
    if (!committed) throw new AppError(givingErrors.tooManyLooks);
    const person = await people.findByNumber(number);
    if (person?.state !== 'active') throw new AppError(givingErrors.nobody);
    return person;
  }

  return {
    /** What she may give away today. */
    async today(request: Request): Promise<GivingToday> {
      const { account, givenToday } = await giverOf(request);
      const { scope } = await personOf(account.volunteerId);
      const { mostPerDay } = givingSettings;
      const leftToday = Math.max(0, Math.min(account.balance, mostPerDay - givenToday));
      return { balance: account.balance, mostPerDay, leftToday, community: scope };
    },

    /** Who a number belongs to, masked: enough to see that it is the right person. @throws AppError giving.nobody, .tooManyLooks */
    async receiver(request: Request, number: string): Promise<Receiver> {
      return { number, name: maskName((await receiverOf(request, number)).name) };
    },

    /**
     * Passes points on to whoever has a number.
     *
     * @throws AppError giving.nobody, .tooManyLooks, .yourself, .tooFewPoints, .overDay, .receiverFull
     */
    async give(command: Command, { number, points }: NewGift) {
      return toPerson(command, await receiverOf(command, number), points);
    },

    /** Gives points to the fund of a community, hers or another. @throws AppError giving.tooFewPoints, .overDay, place.unknown, place.closed */
    async giveToFund(command: Command, { points, community }: NewGiftToFund) {
      if (community === undefined) return toFund(command, (await personOf(command.actor.volunteerId)).scope, points);
      const place = await organisation.mustFindPlace(community);
      if (isClosedOn(place, dayOf(command.now))) throw new AppError(placeErrors.closed, { name: place.name });
      return toFund(command, community, points);
    },
  };
}
