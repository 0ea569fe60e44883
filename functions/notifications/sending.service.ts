import { type Instant, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { type Channel, groupOf } from '@kaifong/shared/notifications/groups.ts';
import { channelsFor, type NoticeChoice } from '@kaifong/shared/notifications/settings.ts';
import { stillHolds } from '@kaifong/shared/notifications/still-holds.ts';
import { afterFailure, sendingTime, usefulUntil } from '@kaifong/shared/notifications/timing.ts';
import { placeInWords } from '@kaifong/shared/scheduling/relocation/relocation.ts';
import { digestOf } from '../platform/digest.ts';
import { transact, type Write } from '../platform/transact.ts';
import type { ChoiceService } from './choice.service.ts';
import { MessageItem } from './delivery.table.ts';
import type { NotificationsDeps } from './deps.ts';
import { ClosedRecipient, NoticeItem } from './notifications.table.ts';
import { outsideWords } from './outgoing.service.ts';
import { workThrough } from './work-through.ts';

/** Messages of one read. */
const onPage = 300;

/** When a try that was never heard of again is made once more, under the same key. */
const lostAfter = 5 * minute;

type Answer = 'sent' | 'failed';

/** Sends what is due: at the person's hours, by their channels, once, and only what still holds. */
export function sendingService(
  { table, identity, scheduling, messenger }: NotificationsDeps,
  choices: Pick<ChoiceService, 'find' | 'unsubscribeToken'>,
) {
  const move = (message: MessageItem, change: Partial<MessageItem>): Write =>
    table.put(MessageItem, withoutUndefined({ ...message, ...change, version: message.version + 1 }), {
      is: { version: message.version },
    });

  /** Ends a message; one that nobody got is marked on the site. */
  async function end(message: MessageItem, state: 'sent' | 'failed' | 'dropped', change: Partial<MessageItem> = {}) {
    const { accountId, at, eventId } = message;
    await transact(table.client, {
      message: move(message, { ...change, state, dueAt: undefined }),
      mark:
        state === 'failed'
          ? table.adjust(NoticeItem, { accountId, at, eventId }, { set: { undelivered: true } }, { present: true })
          : undefined,
    });
  }

  /** Whether what a message tells is still so. */
  async function holds({ notice, volunteerId }: MessageItem): Promise<boolean> {
    if (!('shiftId' in notice)) return true;
    const found = await scheduling.standingIn(notice, volunteerId);
    if (!found || !stillHolds(notice, found)) return false;
    switch (notice.kind) {
      case 'shiftUnderstaffed':
        return (await scheduling.freePlacesOf(notice.shiftId)) > 0;
      case 'shiftRelocated':
        return placeInWords(found.shift.place) === notice.place;
      case 'handoverOffered':
      case 'swapOffered':
      case 'handoverByLeader':
      case 'memberHandsOver':
        return scheduling.handoverLists.isOpen(notice.shiftId, notice.handoverId);
      default:
        return true;
    }
  }

  async function hand(message: MessageItem, channel: Channel, { email, language }: NoticeChoice): Promise<Answer> {
    const { accountId, eventId, notice } = message;
    const to = channel === 'email' ? email : await identity.accounts.mobileOf(accountId);
    if (to === undefined) return 'failed';
    const token = channel === 'email' ? await choices.unsubscribeToken(accountId) : undefined;
    const key = digestOf('message', accountId, eventId, channel);
    const words = outsideWords(notice, language);
    return messenger
      .send({
        ...{ key, channel, to, kind: notice.kind },
        ...words,
        ...(token && { unsubscribePath: `/unsubscribe/${token}` }),
      })
      .then(
        () => 'sent' as const,
        () => 'failed' as const,
      );
  }

  async function attempt(message: MessageItem, now: Instant): Promise<void> {
    const { accountId, notice, failed } = message;
    const [choice, closed] = await Promise.all([choices.find(accountId), table.get(ClosedRecipient, { accountId })]);
    const open = channelsFor(choice, groupOf(notice.kind)).filter((channel) => !failed.includes(channel));
    const channel = message.channel && open.includes(message.channel) ? message.channel : open[0];
    if (closed) return end(message, 'dropped');
    if (!channel) return end(message, failed.length > 0 ? 'failed' : 'dropped');
    const time = sendingTime(now, choice, usefulUntil(notice, message.at));
    if (time.when === 'later') {
      await transact(table.client, { message: move(message, { dueAt: time.at }) });
      return;
    }
    if (time.when === 'never' || !(await holds(message))) return end(message, 'dropped');

    // Whoever has moved it sends it; another tick finds it moved.
    const tries = (channel === message.channel ? message.tries : 0) + 1;
    const taken = { channel, tries, dueAt: shiftBy(now, lostAfter) };
    const outcome = await transact(table.client, { message: move(message, taken) });
    if (!outcome.committed) return;
    const mine = { ...message, ...taken, version: message.version + 1 };
    if ((await hand(mine, channel, choice)) === 'sent') return end(mine, 'sent', { sentAt: now });
    const after = afterFailure(now, { tries, rest: open.filter((other) => other !== channel) });
    if (after.next === 'giveUp') return end(mine, 'failed', { failed: [...failed, channel] });
    const change =
      after.next === 'retry'
        ? { dueAt: after.at }
        : { failed: [...failed, channel], channel: after.channel, tries: 0, dueAt: now };
    await transact(table.client, { message: move(mine, change) });
  }

  return {
    /** Sends what is due. @throws AggregateError when some could not be looked at, after all were tried */
    async sendDue(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: onPage };
      const pageFrom = (cursor?: string) => table.query(MessageItem, 'MESSAGES', { ...due, cursor });
      await workThrough(pageFrom, (message) => attempt(message, now));
    },
  };
}

/** Fields that a change takes away are not there, rather than empty. */
function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Value;
}
