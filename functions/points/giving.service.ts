import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { type Day, dayOf } from '@kaifong/shared/kernel/time.ts';
import { maskName } from '@kaifong/shared/people/mask.ts';
import { communityFund, transit } from '@kaifong/shared/points/accounts.ts';
import { monthOf, oldestOf } from '@kaifong/shared/points/expiry.ts';
import { givingSettings, givingVerdict } from '@kaifong/shared/points/giving.ts';
import { givingErrors } from '@kaifong/shared/points/giving-errors.ts';
import type { GivingToday, NewGift, NewGiftToFund, Receiver } from '@kaifong/shared/points/giving-schema.ts';
import { commit } from '../platform/commit.ts';
import type { Command, Request } from '../platform/request.ts';
import type { Write } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import type { PointsDeps } from './deps.ts';
import { GivenOnDay } from './giving.table.ts';
import { alsoMoved, holderOf } from './holder.ts';
import { monthsLeft } from './months.ts';
import { movedAccount, movement } from './movement.ts';
import { VolunteerAccount } from './points.table.ts';

type Person = Readonly<{ id: string; name: string }>;

/** Points that a volunteer passes on: to another one, or to the fund of her community. */
export function givingService({ table, people }: Pick<PointsDeps, 'table' | 'people'>) {
  /** Who gives, with what she has and what she gave away today. */
  async function giverOf({ actor, now }: Request) {
    const { volunteerId } = actor;
    const day = dayOf(now);
    const [account = emptyAccount(volunteerId), given] = await table.getPair(
      [VolunteerAccount, { volunteerId }],
      [GivenOnDay, { volunteerId, day }],
    );
    return { account, day, givenToday: given?.points ?? 0 };
  }

  async function personOf(volunteerId: string) {
    const [person] = await people.findVolunteers([volunteerId]);
    if (!person) throw new Error(`${volunteerId} has a session and no record`);
    return person;
  }

  async function receiverOf(number: string): Promise<Person> {
    const person = await people.findByNumber(number);
    if (person?.state !== 'active') throw new AppError(givingErrors.nobody);
    return person;
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

  /** The writes by which points enter the account of who gets them, with the age that they have. */
  async function received(receiver: VolunteerAccount, move: Parameters<typeof movement>[2]) {
    const { volunteerId, seq } = receiver;
    const writes = movement(table, receiver, move);
    if (seq > 0) return writes;
    const account = { ...receiver, volunteerId, balance: move.points, seq: 1 };
    return { ...writes, account: table.put(VolunteerAccount, account, { absent: true }) };
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
    const into = await received(receiver, { ...move, points, reference: `${reference}/in`, about, months });
    const writes: Record<string, Write> = {
      ...given,
      ...Object.fromEntries(Object.entries(into).map(([name, write]) => [`receiver ${name}`, write])),
      ...alsoMoved(table, merges, { points, minutes: 0, carriedMinutes: 0 }),
      day: countedOnDay(volunteerId, day, points),
    };
    const answer = { balance: balance - points };
    const outcome = await commit(command, table, writes, { answer });
    return outcome.committed ? answer : undefined;
  }

  async function giveToFundOnce(command: Command, fund: string, community: string, points: number) {
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
    const outcome = await commit(command, table, writes, { answer });
    return outcome.committed ? answer : undefined;
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

    /** Who a number belongs to, masked: enough to see that it is the right person. @throws AppError giving.nobody */
    async receiver(_: Request, number: string): Promise<Receiver> {
      return { number, name: maskName((await receiverOf(number)).name) };
    },

    /** Passes points on to a person who was found. @throws AppError giving.yourself, .tooFewPoints, .overDay, .receiverFull */
    toPerson: (command: Command, to: Person, points: number) => untilSettled(() => giveOnce(command, to, points)),

    /** Gives points to the fund of a community. @throws AppError giving.tooFewPoints, .overDay */
    toFund: (command: Command, community: string, points: number) =>
      untilSettled(() => giveToFundOnce(command, communityFund(community), community, points)),

    /**
     * Passes points on to whoever has a number; the oldest go first and keep their age.
     *
     * @throws AppError giving.nobody, .yourself, .tooFewPoints, .overDay, .receiverFull
     */
    async give(command: Command, { number, points }: NewGift) {
      const to = await receiverOf(number);
      return untilSettled(() => giveOnce(command, to, points));
    },

    /** Gives points to the fund of her community, where they do not grow old. @throws AppError giving.tooFewPoints, .overDay */
    async giveToFund(command: Command, { points }: NewGiftToFund) {
      const { scope } = await personOf(command.actor.volunteerId);
      return untilSettled(() => giveToFundOnce(command, communityFund(scope), scope, points));
    },
  };
}

function emptyAccount(volunteerId: string): VolunteerAccount {
  return { volunteerId, balance: 0, carriedMinutes: 0, minutes: 0, seq: 0, used: 0, dated: true };
}
