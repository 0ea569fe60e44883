import { exchangeErrors } from '@kaifong/shared/attendance/exchange/errors.ts';
import { decideExchangeSpan, mostDays } from '@kaifong/shared/attendance/exchange/rules.ts';
import type { ExchangeSpan, ProvincialPush, RefusedRecord } from '@kaifong/shared/attendance/exchange/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { AttendanceDeps } from '../deps.ts';
import { PushItem, pushesPartition, RefusedItem, refusedOf } from './exchange.table.ts';

/** Asks for records of the whole district to be sent to the provincial system, and says how that stands. The clock sends them. */
export function pushService({ table, identity, province }: AttendanceDeps) {
  function mustReach({ actor }: Request): void {
    actor.mustReach('exchange.push', { scope: district.scope });
  }

  async function mustFind(request: Request, pushId: string): Promise<PushItem> {
    mustReach(request);
    const push = await table.get(PushItem, { pushId });
    if (!push) throw new AppError(platformErrors.notFound);
    return push;
  }

  /** Sets a push going again, from where the rule says. */
  function restart(command: Command, pushId: string, from: (push: PushItem) => PushItem): Promise<ProvincialPush> {
    return untilSettled(async () => {
      const push = await mustFind(command, pushId);
      if (push.state === 'sending') throw new AppError(exchangeErrors.stillSending);
      const { finishedAt: _, fault: __, ...rest } = from(push);
      const after: PushItem = {
        ...{ ...rest, state: 'sending', attempts: 0, dueAt: command.now, version: push.version + 1 },
      };
      const outcome = await commit(
        command,
        table,
        {
          push: table.put(PushItem, after, { is: { version: push.version } }),
          audit: identity.audit.line(command, 'exchange.push', `${pushId} ${district.scope}`),
        },
        { answer: after },
      );
      return outcome.committed ? after : undefined;
    });
  }

  return {
    /**
     * Asks for the records of days that are over to be sent.
     *
     * @throws AppError platform.notAllowed; of exchange: notConnected, backwards, tooLong, notOverYet
     */
    async begin(command: Command, span: ExchangeSpan): Promise<ProvincialPush> {
      mustReach(command);
      const { now, actor } = command;
      if (!province) throw new AppError(exchangeErrors.notConnected);
      const decision = decideExchangeSpan(span, { today: dayOf(now), mustBeOver: true });
      if (decision !== 'allowed') throw new AppError(exchangeErrors[decision], { most: mostDays });
      const pushId = newId('provincialPush', Date.parse(now));
      const push: PushItem = {
        ...{
          pushId,
          ...span,
          state: 'sending',
          phase: 'rows',
          round: 1,
          part: 1,
          accepted: 0,
          refused: 0,
          attempts: 0,
        },
        ...{ startedAt: now, dueAt: now, askedBy: actor.accountId, version: 1 },
      };
      const outcome = await commit(
        command,
        table,
        {
          push: table.put(PushItem, push, { absent: true }),
          audit: identity.audit.line(command, 'exchange.push', `${pushId} ${district.scope}`),
        },
        { answer: push },
      );
      mustCommit(outcome, {});
      return push;
    },

    /** What was sent, the newest first. @throws AppError platform.notAllowed */
    async list(request: Request, page: PageQuery): Promise<Page<ProvincialPush>> {
      mustReach(request);
      return table.query(PushItem, pushesPartition, { ...page, range: { beginsWith: 'PUSH#' }, newestFirst: true });
    },

    /** How it stands. @throws AppError platform.notFound, platform.notAllowed */
    read: (request: Request, pushId: string): Promise<ProvincialPush> => mustFind(request, pushId),

    /** What the provincial system did not take, and why. @throws AppError platform.notFound, platform.notAllowed */
    async refused(
      request: Request,
      { pushId, ...page }: PageQuery & Readonly<{ pushId: string }>,
    ): Promise<Page<RefusedRecord>> {
      await mustFind(request, pushId);
      return table.query(RefusedItem, refusedOf(pushId), { ...page, range: { beginsWith: 'REFUSED#' } });
    },

    /** Sends all that was refused once more. @throws AppError platform.notFound; of exchange: stillSending, nothingToSend */
    sendAgain: (command: Command, pushId: string): Promise<ProvincialPush> =>
      restart(command, pushId, (push) => {
        if (push.state === 'stopped' || push.refused === 0) throw new AppError(exchangeErrors.nothingToSend);
        const { cursor: _, ...rest } = push;
        return { ...rest, phase: 'again', round: push.round + 1, part: 1 };
      }),

    /** Goes on with what stopped because nobody answered. @throws AppError platform.notFound; of exchange: stillSending */
    goOn: (command: Command, pushId: string): Promise<ProvincialPush> =>
      restart(command, pushId, (push) => {
        if (push.state !== 'stopped') throw new AppError(exchangeErrors.nothingToSend);
        return push;
      }),
  };
}
