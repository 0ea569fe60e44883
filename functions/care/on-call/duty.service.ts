import { careErrors } from '@kaifong/shared/care/errors.ts';
import { type DutySlot, horizonOf, slots } from '@kaifong/shared/care/on-call/rota.ts';
import type { DutyCard, OwnDuties, SwapAnswer, SwapOffer } from '@kaifong/shared/care/on-call/rota-schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { isWithin, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { maskMobile } from '@kaifong/shared/people/mask.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { CareDeps } from '../deps.ts';
import { DutyCardRecord } from '../sealed.ts';
import { DutyItem, type DutyRow, MemberItem } from './rota.table.ts';
import { ableAt, cardsOf, dutiesIn } from './rota-reader.ts';

/** Own duties of somebody on call, and swapping them with a colleague. */
export function dutyService(deps: CareDeps) {
  const { table, sealer } = deps;

  /** Who could take on a slot: colleagues who may answer there and are not on that duty already. */
  async function colleaguesFor(
    { place, first, deputy }: DutyRow,
    now: Instant,
    cards: Awaited<ReturnType<typeof cardsOf>>,
  ) {
    const able = await ableAt(deps, place, now);
    return [...cards]
      .filter(([member]) => able.has(member) && member !== first && member !== deputy)
      .map(([member, { workName }]) => ({ member, workName }));
  }

  /** The duty as the one who asks saw it, not over yet. @throws AppError care.dutyChanged */
  async function mustFind(
    { place, from, version }: Readonly<{ place: Scope; from: Instant; version: number }>,
    now: Instant,
  ) {
    const duty = await table.get(DutyItem, { place, from });
    if (duty?.version !== version || duty.until <= now) throw new AppError(careErrors.dutyChanged);
    return duty;
  }

  async function write(command: Command, changed: DutyRow) {
    const { place, from, version } = changed;
    const answer = { place, from, version };
    const duty = table.put(DutyItem, changed, { is: { version: version - 1 } });
    const outcome = await commit(command, table, { duty }, { answer });
    mustCommit(outcome, { duty: () => new AppError(careErrors.dutyChanged) });
    return answer;
  }

  return {
    /** Tells how one is called at work and on which phone, so that a rota can name one. */
    async keepCard(command: Command, card: DutyCard) {
      const member = command.actor.accountId;
      const sealed = await DutyCardRecord.seal(sealer, card, member);
      const answer = { isKept: true } as const;
      mustCommit(await commit(command, table, { card: table.put(MemberItem, { member, sealed }) }, { answer }), {});
      return answer;
    },

    /** The own duties of the days ahead, and what colleagues offer. */
    async mine({ actor, now }: Request): Promise<OwnDuties> {
      const me = actor.accountId;
      const scopes = actor.scopesAs('onCall');
      const districts = [...new Set(scopes.map((scope) => scope.slice(0, 6)))];
      const [cards, ...found] = await Promise.all([
        cardsOf(deps),
        ...districts.map((district) => dutiesIn(deps, district, horizonOf(now))),
      ]);
      const duties = found.flat();
      const nameOf = (member: string | undefined) => member && cards.get(member)?.workName;
      const entryOf = ({ place, from, until, version, ...duty }: DutyRow, slot: DutySlot) => {
        const beside = nameOf(slot === 'first' ? duty.deputy : duty.first);
        return { place, from, until, version, slot, ...(beside && { beside }) };
      };
      const own = duties.flatMap((duty) => slots.filter((slot) => duty[slot] === me).map((slot) => ({ duty, slot })));
      const offered = duties.filter(
        ({ offer, place }) => offer?.to === me && scopes.some((scope) => isWithin(place, scope)),
      );
      const card = cards.get(me);
      return {
        ...(card && { card: { workName: card.workName, mobile: maskMobile(card.mobile) } }),
        duties: await Promise.all(
          own.map(async ({ duty, slot }) => ({
            ...entryOf(duty, slot),
            ...(duty.offer?.slot === slot && { offeredTo: nameOf(duty.offer.to) }),
            colleagues: await colleaguesFor(duty, now, cards),
          })),
        ),
        offers: offered.flatMap((duty) => {
          const { slot } = duty.offer ?? { slot: 'first' as const };
          return [{ ...entryOf(duty, slot), by: nameOf(duty[slot]) ?? '' }];
        }),
      };
    },

    /** Offers an own duty to a colleague; it stays one's own until the colleague takes it on. @throws AppError care.dutyChanged, care.cannotBeOnDuty */
    async offer(command: Command, { slot, to, ...ref }: SwapOffer) {
      const { actor, now } = command;
      const duty = await mustFind(ref, now);
      if (duty[slot] !== actor.accountId) throw new AppError(careErrors.dutyChanged);
      const colleagues = await colleaguesFor(duty, now, await cardsOf(deps));
      if (!colleagues.some(({ member }) => member === to)) throw new AppError(careErrors.cannotBeOnDuty);
      return write(command, { ...duty, offer: { slot, to }, version: duty.version + 1 });
    },

    /** Takes on what a colleague offers, or not; whoever offered may take it back. @throws AppError care.dutyChanged, care.cannotBeOnDuty */
    async answer(command: Command, { accept, ...ref }: SwapAnswer) {
      const { actor, now } = command;
      const duty = await mustFind(ref, now);
      const { offer } = duty;
      const me = actor.accountId;
      const isMine = offer?.to === me;
      const isTakenBack = offer !== undefined && duty[offer.slot] === me && !accept;
      if (!offer || !(isMine || isTakenBack)) throw new AppError(careErrors.dutyChanged);
      const answered = { ...duty, offer: undefined, version: duty.version + 1 };
      if (!accept) return write(command, answered);
      const colleagues = await colleaguesFor(duty, now, await cardsOf(deps));
      if (!colleagues.some(({ member }) => member === me)) throw new AppError(careErrors.cannotBeOnDuty);
      return write(command, { ...answered, [offer.slot]: me });
    },
  };
}
