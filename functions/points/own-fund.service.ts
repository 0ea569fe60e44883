import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { isClosedOn } from '@kaifong/shared/organisation/validity.ts';
import type { FundChoice, OwnFund } from '@kaifong/shared/points/giving/fund-schema.ts';
import { commit } from '../platform/commit.ts';
import type { Command, Request } from '../platform/request.ts';
import { untilSettled } from '../platform/until-settled.ts';
import type { PointsDeps } from './deps.ts';
import { emptyAccount } from './movement.ts';
import { VolunteerAccount } from './points.table.ts';

/** The fund that takes what a volunteer earns above the most that her account holds. */
export function ownFundService({ table, people, organisation }: PointsDeps) {
  async function homeOf(volunteerId: string): Promise<string> {
    const [person] = await people.findVolunteers([volunteerId]);
    if (!person) throw new Error(`${volunteerId} has a session and no record`);
    return person.scope;
  }

  /** `undefined` when a booking of hers came first and all is to be looked at again. */
  async function chooseOnce(command: Command, { community }: FundChoice): Promise<OwnFund | undefined> {
    const { volunteerId } = command.actor;
    const [place, own, account] = await Promise.all([
      organisation.mustFindPlace(community),
      homeOf(volunteerId),
      table.get(VolunteerAccount, { volunteerId }),
    ]);
    if (isClosedOn(place, dayOf(command.now))) throw new AppError(placeErrors.closed, { name: place.name });
    // What is her own is not kept, so that it moves with her.
    const { fund: _before, ...rest } = account ?? emptyAccount(volunteerId);
    const next = { ...rest, seq: rest.seq + 1, ...(community !== own && { fund: community }) };
    const unchanged = account ? { is: { seq: account.seq } } : { absent: true as const };
    const answer = { community, own };
    const outcome = await commit(command, table, { account: table.put(VolunteerAccount, next, unchanged) }, { answer });
    return outcome.committed ? answer : undefined;
  }

  return {
    /** Which fund it is now. */
    async read({ actor }: Request): Promise<OwnFund> {
      const { volunteerId } = actor;
      const [own, account] = await Promise.all([homeOf(volunteerId), table.get(VolunteerAccount, { volunteerId })]);
      return { community: account?.fund ?? own, own };
    },

    /** Picks the fund for what comes from now on. @throws AppError place.unknown, place.closed */
    choose: (command: Command, choice: FundChoice) => untilSettled(() => chooseOnce(command, choice)),
  };
}
