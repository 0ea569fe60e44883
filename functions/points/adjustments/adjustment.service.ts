import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { issueAccount } from '@kaifong/shared/points/accounts.ts';
import { adjustingVerdict, mostAdjustable } from '@kaifong/shared/points/adjusting.ts';
import { adjustmentErrors as errors } from '@kaifong/shared/points/adjustment-errors.ts';
import type {
  Adjustment,
  AdjustmentDecision,
  AdjustmentsQuery,
  AskedAdjustment,
  DecidedAdjustment,
  NewAdjustment,
} from '@kaifong/shared/points/adjustment-schema.ts';
import { pointsAdjusted } from '@kaifong/shared/points/events.ts';
import { pointsSettings } from '@kaifong/shared/points/rules.ts';
import type { Actor } from '../../platform/actor.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PointsDeps } from '../deps.ts';
import { alsoMoved, holderOf } from '../holder.ts';
import { emptyAccount, movedAccount, movementInto } from '../movement.ts';
import { VolunteerAccount } from '../points.table.ts';
import { shardOf } from '../shards.ts';
import { AskedItem, asked, DecidedItem, decided } from './adjustments.table.ts';

type Listed = AskedAdjustment & Partial<Pick<DecidedAdjustment, 'state' | 'decidedAt'>>;

/** Points that are added or taken by hand: one coordinator asks and says why, another one decides. */
export function adjustmentService({ table, identity, people }: PointsDeps) {
  /** @throws AppError platform.notAllowed, adjustment.overLimit, .ownPoints */
  function mustAdjust(actor: Actor, of: Pick<AskedAdjustment, 'volunteerId' | 'community' | 'points'>): void {
    actor.mustReach('pointsAdjustment.manage', { scope: of.community });
    if (actor.isVolunteer(of.volunteerId)) throw new AppError(errors.ownPoints);
    const most = mostAdjustable(actor.scopesAs('coordinator').filter((branch) => isWithin(of.community, branch)));
    if (Math.abs(of.points) > most) throw new AppError(errors.overLimit, { most });
  }

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
    else mustAdjust(actor, adjustment);
    if (isOwn && approves) throw new AppError(errors.secondPersonNeeded);
    const state = approves ? ('approved' as const) : ('declined' as const);
    const { writes, events } = approves ? await moved(adjustment, command) : { writes: {}, events: [] };
    const answer = { id, state };
    const all = {
      asked: table.remove(AskedItem, { id }, { present: true }),
      decided: table.put(
        DecidedItem,
        { ...adjustment, state, decidedBy: actor.accountId, decidedAt: now },
        { absent: true },
      ),
      ...writes,
      audit: identity.audit.line(command, `pointsAdjustment.${state}`, `${volunteerId} ${id} ${community}`),
    };
    const outcome = await commit(command, table, all, { answer, events });
    if (outcome.committed) return answer;
    if (outcome.refused.has('asked')) throw new AppError(errors.alreadyDecided);
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
     * @throws AppError platform.notAllowed, adjustment.nobody, .ownPoints, .overLimit
     */
    async ask(command: Command, { number, points, why }: NewAdjustment): Promise<{ id: string }> {
      const { actor, now } = command;
      const person = await people.findByNumber(number);
      if (!person) throw new AppError(errors.nobody);
      const { id: volunteerId, scope: community } = person;
      mustAdjust(actor, { volunteerId, community, points });
      const id = newId('adjustment', Date.parse(now));
      const made = { askedBy: actor.accountId, askedAt: now };
      const writes = {
        asked: table.put(AskedItem, { id, volunteerId, community, points, why, ...made }, { absent: true }),
        ...(await identity.audit.withReason(
          command,
          'pointsAdjustment.asked',
          `${volunteerId} ${id} ${community}`,
          why,
        )),
      };
      mustCommit(await commit(command, table, writes, { answer: { id } }), {});
      return { id };
    },

    /**
     * Approves an adjustment that somebody else asked for, which moves the points, or declines it.
     *
     * @throws AppError platform.notFound, .notAllowed; of adjustment: secondPersonNeeded, ownPoints, overLimit, alreadyDecided, tooFewPoints, noRoom
     */
    decide: (command: Command, id: string, decision: AdjustmentDecision) =>
      untilSettled(() => decideOnce(command, id, decision)),
  };
}
