import { timingSafeEqual } from 'node:crypto';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { noticeErrors } from '@kaifong/shared/notifications/errors.ts';
import {
  defaultChoice,
  type NoticeChoice,
  type NoticeChoiceChange,
  type OwnNoticeChoice,
} from '@kaifong/shared/notifications/settings.ts';
import { nextClock } from '@kaifong/shared/notifications/timing.ts';
import type { Actor } from '../platform/actor.ts';
import { commit, mustCommit } from '../platform/commit.ts';
import type { Command, Request } from '../platform/request.ts';
import { ChoiceItem, DigestItem } from './delivery.table.ts';
import type { NotificationsDeps } from './deps.ts';

/** How people want to be told. */
export function choiceService({ table, sealer }: NotificationsDeps) {
  const placeOf = (accountId: string) => `notices/${accountId}/email`;

  async function inWords(item: ChoiceItem | undefined): Promise<NoticeChoice> {
    if (!item) return defaultChoice;
    const { emailSealed, version: _, accountId, ...choice } = item;
    return { ...choice, ...(emailSealed && { email: await sealer.open(emailSealed, placeOf(accountId)) }) };
  }

  /** Not kept anywhere: it follows from the account and the address that it ends. */
  async function tokenOf({ accountId, emailSealed = '' }: ChoiceItem): Promise<string> {
    return `${accountId}.${(await sealer.blindIndex('unsubscribe', `${accountId}#${emailSealed}`)).slice(0, 24)}`;
  }

  return {
    /** How an account wants to be told. */
    find: async (accountId: string): Promise<NoticeChoice> => inWords(await table.get(ChoiceItem, { accountId })),

    async readOwn({ actor }: Request): Promise<OwnNoticeChoice> {
      const item = await table.get(ChoiceItem, { accountId: actor.accountId });
      return { ...(await inWords(item)), version: item?.version ?? 0, leads: leads(actor) };
    },

    /** @throws AppError notice.changedMeanwhile */
    async change(
      command: Command,
      { version, email, digestAt, quiet, ...rest }: NoticeChoiceChange,
    ): Promise<{ version: number }> {
      const { accountId } = command.actor;
      const before = await table.get(ChoiceItem, { accountId });
      if ((before?.version ?? 0) !== version) throw new AppError(noticeErrors.changedMeanwhile);
      const known = before && (await inWords(before)).email;
      const emailSealed =
        email && email === known ? before?.emailSealed : email && (await sealer.seal(email, placeOf(accountId)));
      const daily = leads(command.actor) ? digestAt : undefined;
      const choice = {
        ...rest,
        accountId,
        version: version + 1,
        ...(quiet && quiet.from !== quiet.until && { quiet }),
        ...(daily && { digestAt: daily }),
        ...(emailSealed && { emailSealed }),
      };
      const outcome = await commit(
        command,
        table,
        {
          choice: table.put(ChoiceItem, choice, version === 0 ? { absent: true } : { is: { version } }),
          digest: daily
            ? table.put(DigestItem, { accountId, clock: daily, dueAt: nextClock(command.now, daily) })
            : table.remove(DigestItem, { accountId }),
        },
        { answer: { version: version + 1 } },
      );
      mustCommit(outcome, { choice: () => new AppError(noticeErrors.changedMeanwhile) });
      return { version: version + 1 };
    },

    /** What an e-mail's link to end e-mails holds. */
    async unsubscribeToken(accountId: string): Promise<string | undefined> {
      const item = await table.get(ChoiceItem, { accountId });
      return item?.emailSealed === undefined ? undefined : tokenOf(item);
    },

    /** Forgets the e-mail address of whoever got the link. A second press finds it gone, and says so. @throws AppError platform.notFound */
    async unsubscribe(command: Command, token: string): Promise<{ done: true }> {
      const item = await table.get(ChoiceItem, { accountId: token.split('.')[0] ?? '' });
      const known = item && Buffer.from(await tokenOf(item));
      const isKnown = known?.length === Buffer.byteLength(token) && timingSafeEqual(known, Buffer.from(token));
      if (!item?.emailSealed || !isKnown) throw new AppError(platformErrors.notFound);
      const { emailSealed: _, ...choice } = item;
      const answer = { done: true } as const;
      const changed = { ...choice, version: item.version + 1 };
      const writes = { choice: table.put(ChoiceItem, changed, { is: { version: item.version } }) };
      mustCommit(await commit(command, table, writes, { answer }), {
        choice: () => new AppError(platformErrors.busy),
      });
      return answer;
    },
  };
}

export type ChoiceService = ReturnType<typeof choiceService>;

const leads = (actor: Actor): boolean => actor.scopesAs('teamLeader').length > 0;
