import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import {
  adjustingVerdict,
  mostAdjustable,
  mostAdjustableInMonth,
  mostAdjustedOfOne,
} from '@kaifong/shared/points/adjusting/adjusting.ts';
import { adjustmentErrors as errors } from '@kaifong/shared/points/adjusting/adjustment-errors.ts';
import type {
  Adjustment,
  AdjustmentDecision,
  AdjustmentsQuery,
  AskedAdjustment,
  DecidedAdjustment,
  NewAdjustment,
} from '@kaifong/shared/points/adjusting/adjustment-schema.ts';
import { pointsAdjusted } from '@kaifong/shared/points/events.ts';
import { issueAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { monthOf } from '@kaifong/shared/points/ledger/expiry.ts';
import { pointsSettings } from '@kaifong/shared/points/rules/rules.ts';
import type { Actor } from '../../platform/actor.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PointsDeps } from '../deps.ts';
import { alsoMoved, areOwn, holderOf } from '../holder.ts';
import { emptyAccount, movedAccount, movementInto } from '../movement.ts';
import { VolunteerAccount } from '../points.table.ts';
import { shardOf } from '../shards.ts';
import { AdjustedInMonth, AskedItem, asked, DecidedItem, decided } from './adjustments.table.ts';

type Listed = AskedAdjustment & Partial<Pick<DecidedAdjustment, 'state' | 'decidedAt'>>;

/** Points that are added or taken by hand: one coordinator asks and says why, another one decides. */
export function adjustmentService({ table, identity, people }: PointsDeps) {
  /** @throws AppError platform.notAllowed, adjustment.overLimit, .ownPoints */
  async function mustAdjust(
    actor: Actor,
    of: Pick<AskedAdjustment, 'volunteerId' | 'community' | 'points'>,
  ): Promise<void> {
    actor.mustReach('pointsAdjustment.manage', { scope: of.community });
    if (await areOwn(table, actor, of.volunteerId)) throw new AppError(errors.ownPoints);
    const most = mostAdjustable(actor.scopesAs('coordinator').filter((branch) => isWithin(of.community, branch)));
    if (Math.abs(of.points) > most) throw new AppError(errors.overLimit, { most });
  }

  /** The write that counts points of a person's month, refused where they would be too many. */
  function counted(person: string, at: string, points: number, most: number) {
    const month = monthOf(at);
    return table.adjust(
      AdjustedInMonth,
      { person, month },
      { add: { points }, set: { person, month } },
      { below: { points: most - points + 1 } },
    );
  }

  /** How many more points a person's month takes. */
  async function leftOf(person: string, at: string, most: number): Promise<{ most: number; left: number }> {
    const counted = await table.get(AdjustedInMonth, { person, month: monthOf(at) });
    return { most, left: Math.max(0, most - (counted?.points ?? 0)) };
  }

  /** What a coordinator may move in a month of who lives at a place. */
  const mostOf = (actor: Actor, { community }: Pick<AskedAdjustment, 'community'>): number =>
    mostAdjustableInMonth(actor.scopesAs('coordinator').filter((branch) => isWithin(community, branch)));

  async function mustFind(id: string): Promise<AskedAdjustment> {
    const [open, closed] = await table.getPair([AskedItem, { id }], [DecidedItem, { id }]);
    if (open) return open;
    throw new AppError(closed ? errors.alreadyDecided : platformErrors.notFound);
  }

  /** The writes by which an approved adjustment moves points, and what tells her. */
  async function moved({ id, volunteerId, points, why }: AskedAdjustment, { now }: Command) {
    const own = await table.get(VolunteerAccount, { volunteerId });
    const { account: held, holder, merges } = await holderOf(table, volunteerId, own);
    const account = held ?? emptyAccount(holder);
    const { balance } = account;
    const verdict = adjustingVerdict({ points, balance });
    const room = Math.max(0, pointsSettings.balanceCap - balance);
    if (verdict !== 'granted') throw new AppError(errors[verdict], { balance, room });
    const issue = issueAccount(shardOf(holder));
    const move = { points, against: issue, reference: `adjustment/${id}`, at: now, kind: 'adjustment' as const };
    return {
      holder,
      writes: {
        ...movementInto(table, account, { ...move, about: why }),
        issue: movedAccount(table, issue, -points),
        // What is taken goes from the record that stayed, as what she spends.
        ...(points > 0 && alsoMoved(table, merges, { points, minutes: 0, carriedMinutes: 0 })),
      },
      events: [pointsAdjusted.make(now, { volunteerId: holder, points, balance: balance + points, why })],
    };
  }

  /** `undefined` when another booking of hers came first and all is to be looked at again. */
  async function decideOnce(command: Command, id: string, { decision }: AdjustmentDecision) {
    const { actor, now } = command;
    const adjustment = await mustFind(id);
    const { volunteerId, community, askedBy } = adjustment;
    const isOwn = askedBy === actor.accountId;
    const approves = decision === 'approve';
    // Whoever asked may take it back, whatever the limits are by now.
    if (isOwn && !approves) actor.mustReach('pointsAdjustment.manage', { scope: community });
    else await mustAdjust(actor, adjustment);
    if (isOwn && approves) throw new AppError(errors.secondPersonNeeded);
    const state = approves ? ('approved' as const) : ('declined' as const);
    const { holder, writes, events } = approves
      ? await moved(adjustment, command)
      : { holder: volunteerId, writes: {}, events: [] };
    const size = Math.abs(adjustment.points);
    const most = mostOf(actor, adjustment);
    const counts = approves
      ? {
          ofDecider: counted(actor.accountId, now, size, most),
          ofReceiver: counted(holder, now, size, mostAdjustedOfOne),
        }
      : // What came to nothing does not count for whoever asked.
        {
          ofAsker: table.adjust(
            AdjustedInMonth,
            { person: askedBy, month: monthOf(adjustment.askedAt) },
            { add: { points: -size }, set: { person: askedBy, month: monthOf(adjustment.askedAt) } },
          ),
        };
    const answer = { id, state };
    const all = {
      asked: table.remove(AskedItem, { id }, { present: true }),
      decided: table.put(
        DecidedItem,
        { ...adjustment, state, decidedBy: actor.accountId, decidedAt: now },
        { absent: true },
      ),
      ...writes,
      ...counts,
      audit: identity.audit.line(command, `pointsAdjustment.${state}`, `${volunteerId} ${id} ${community}`),
    };
    const outcome = await commit<string>(command, table, all, { answer, events });
    if (outcome.committed) return answer;
    if (outcome.refused.has('asked')) throw new AppError(errors.alreadyDecided);
    if (outcome.refused.has('ofDecider'))
      throw new AppError(errors.overMonth, await leftOf(actor.accountId, now, most));
    if (outcome.refused.has('ofReceiver'))
      throw new AppError(errors.receiverOverMonth, await leftOf(holder, now, mostAdjustedOfOne));
    return undefined;
  }

  async function asSeenBy(actor: Actor, adjustments: readonly Listed[]): Promise<Adjustment[]> {
    if (adjustments.length === 0) return [];
    const known = await people.findVolunteers([...new Set(adjustments.map(({ volunteerId }) => volunteerId))]);
    const names = new Map(known.map(({ id, name, number }) => [id, { name, number }]));
    return adjustments.map(({ askedBy, ...adjustment }) => ({
      ...adjustment,
      state: adjustment.state ?? ('asked' as const),
      ...names.get(adjustment.volunteerId),
      isOwn: askedBy === actor.accountId,
    }));
  }

  return {
    /**
     * Those of a place and below it: what waits, the oldest first, or what was decided, the newest first. A page may hold fewer than
     * asked, since those of other places lie between.
     *
     * @throws AppError platform.notAllowed
     */
    async list({ actor }: Request, { place, list, ...query }: AdjustmentsQuery): Promise<Page<Adjustment>> {
      actor.mustReach('pointsAdjustment.manage', { scope: place });
      const page: Page<Listed> =
        list === 'asked'
          ? await table.query(AskedItem, asked, query)
          : await table.query(DecidedItem, decided, { ...query, newestFirst: true });
      const own = page.items.filter(({ community }) => isWithin(community, place));
      return { ...page, items: await asSeenBy(actor, own) };
    },

    /**
     * Asks for points to be added or taken, with the reason that the volunteer will read.
     *
     * @throws AppError platform.notAllowed, adjustment.nobody, .ownPoints, .overLimit, .overMonth
     */
    async ask(command: Command, { number, points, why }: NewAdjustment): Promise<{ id: string }> {
      const { actor, now } = command;
      const person = await people.findByNumber(number);
      if (!person) throw new AppError(errors.nobody);
      const { id: volunteerId, scope: community } = person;
      await mustAdjust(actor, { volunteerId, community, points });
      const id = newId('adjustment', Date.parse(now));
      const made = { askedBy: actor.accountId, askedAt: now };
      const most = mostOf(actor, { community });
      const writes = {
        count: counted(actor.accountId, now, Math.abs(points), most),
        asked: table.put(AskedItem, { id, volunteerId, community, points, why, ...made }, { absent: true }),
        ...(await identity.audit.withReason(
          command,
          'pointsAdjustment.asked',
          `${volunteerId} ${id} ${community}`,
          why,
        )),
      };
      const outcome = await commit<string>(command, table, writes, { answer: { id } });
      const over = !outcome.committed && outcome.refused.has('count') && (await leftOf(actor.accountId, now, most));
      if (over) throw new AppError(errors.overMonth, over);
      mustCommit(outcome, {});
      return { id };
    },

    /**
     * Approves an adjustment that somebody else asked for, which moves the points, or declines it.
     *
     * @throws AppError platform.notFound, .notAllowed; of adjustment: secondPersonNeeded, ownPoints, overLimit, overMonth, receiverOverMonth, alreadyDecided, tooFewPoints, noRoom
     */
    decide: (command: Command, id: string, decision: AdjustmentDecision) =>
      untilSettled(() => decideOnce(command, id, decision)),
  };
}
