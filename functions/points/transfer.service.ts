import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { type Day, dayOf } from '@kaifong/shared/kernel/time.ts';
import { maskName } from '@kaifong/shared/people/mask.ts';
import { pointsGiven, pointsGivenToFund } from '@kaifong/shared/points/events.ts';
import { givingSettings, givingVerdict } from '@kaifong/shared/points/giving/giving.ts';
import { givingErrors } from '@kaifong/shared/points/giving/giving-errors.ts';
import { communityFund, transit } from '@kaifong/shared/points/ledger/accounts.ts';
import { monthOf, oldestOf } from '@kaifong/shared/points/ledger/expiry.ts';
import { commit } from '../platform/commit.ts';
import type { Command, Request } from '../platform/request.ts';
import type { Write } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import type { PointsDeps } from './deps.ts';
import { GivenOnDay } from './giving.table.ts';
import { alsoMoved, holderOf } from './holder.ts';
import { monthsLeft } from './months.ts';
import { emptyAccount, movedAccount, movement, movementInto } from './movement.ts';
import { VolunteerAccount } from './points.table.ts';

type Person = Readonly<{ id: string; name: string }>;

/** Points on their way from a volunteer to another one, or to a fund. */
export function transferService({ table, people }: Pick<PointsDeps, 'table' | 'people'>) {
  /** Who gives, with what she has and what she gave away today. */
  async function giverOf({ actor, now }: Pick<Request, 'actor' | 'now'>) {
    const { volunteerId } = actor;
    const day = dayOf(now);
    const [account = emptyAccount(volunteerId), given] = await table.getPair(
      [VolunteerAccount, { volunteerId }],
      [GivenOnDay, { volunteerId, day }],
    );
    return { account, day, givenToday: given?.points ?? 0 };
  }

  /** The write that counts what is given on a day, refused where it would be too much. */
  function countedOnDay(volunteerId: string, day: Day, points: number): Write {
    return table.adjust(
      GivenOnDay,
      { volunteerId, day },
      { add: { points }, set: { volunteerId, day } },
      { below: { points: givingSettings.mostPerDay - points + 1 } },
    );
  }

  function mustBeGranted(gift: Parameters<typeof givingVerdict>[0]): void {
    const verdict = givingVerdict(gift);
    const left = Math.max(0, givingSettings.mostPerDay - gift.givenToday);
    const facts = { balance: gift.balance, most: givingSettings.mostPerDay, left };
    if (verdict !== 'granted') throw new AppError(givingErrors[verdict], facts);
  }

  /** `undefined` when another booking of either came first and all is to be looked at again. */
  async function giveOnce(command: Command, to: Person, points: number) {
    const { now, actor } = command;
    const { account, day, givenToday } = await giverOf(command);
    const [own, giver] = await Promise.all([
      table.get(VolunteerAccount, { volunteerId: to.id }),
      people.findVolunteers([actor.volunteerId]),
    ]);
    const { account: held, holder, merges } = await holderOf(table, to.id, own);
    const receiver = held ?? emptyAccount(holder);
    const { volunteerId, balance, seq } = account;
    const facts = { isGiver: holder === volunteerId, balance: receiver.balance };
    mustBeGranted({ points, balance, givenToday, receiver: facts });

    const reference = `gift/${volunteerId}/${seq + 1}`;
    const move = { against: transit, at: now, kind: 'gift' as const };
    const months = oldestOf(await monthsLeft(table, account), points, monthOf(now));
    const given = movement(table, account, { ...move, points: -points, reference, about: maskName(to.name) });
    const about = giver[0] && maskName(giver[0].name);
    const into = movementInto(table, receiver, { ...move, points, reference: `${reference}/in`, about, months });
    const writes: Record<string, Write> = {
      ...given,
      ...Object.fromEntries(Object.entries(into).map(([name, write]) => [`receiver ${name}`, write])),
      ...alsoMoved(table, merges, { points, minutes: 0, carriedMinutes: 0 }),
      day: countedOnDay(volunteerId, day, points),
    };
    const answer = { balance: balance - points };
    const names = { giverName: about ?? '', receiverName: maskName(to.name) };
    const events = [pointsGiven.make(now, { giver: volunteerId, receiver: holder, points, ...names })];
    const outcome = await commit(command, table, writes, { answer, events });
    return outcome.committed ? answer : undefined;
  }

  async function giveToFundOnce(command: Command, community: string, points: number) {
    const fund = communityFund(community);
    const { account, day, givenToday } = await giverOf(command);
    const { volunteerId, balance, seq } = account;
    mustBeGranted({ points, balance, givenToday });
    const reference = `gift/${volunteerId}/${seq + 1}`;
    const move = { points: -points, against: fund, reference, at: command.now, kind: 'giftToFund' as const };
    const writes: Record<string, Write> = {
      ...movement(table, account, { ...move, about: community }),
      fund: movedAccount(table, fund, points),
      day: countedOnDay(volunteerId, day, points),
    };
    const answer = { balance: balance - points };
    const events = [pointsGivenToFund.make(command.now, { giver: volunteerId, points, community })];
    const outcome = await commit(command, table, writes, { answer, events });
    return outcome.committed ? answer : undefined;
  }

  return {
    giverOf,

    /** Passes points on; the oldest go first and keep their age. @throws AppError giving.yourself, .tooFewPoints, .overDay, .receiverFull */
    toPerson: (command: Command, to: Person, points: number) => untilSettled(() => giveOnce(command, to, points)),

    /** Gives points to the fund of a community, where they do not grow old. @throws AppError giving.tooFewPoints, .overDay */
    toFund: (command: Command, community: string, points: number) =>
      untilSettled(() => giveToFundOnce(command, community, points)),
  };
}
