import { owesCssrs } from '@kaifong/shared/care/asking/questioning.ts';
import { onCallPaged } from '@kaifong/shared/care/events.ts';
import { highestLevel } from '@kaifong/shared/care/on-call/escalation.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { screeningsOf, soFarOf } from '../asking/answers-so-far.ts';
import { CaseItem, casesToLookAt, isUnclaimed, type SupportCase } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { eachDue } from '../each-due.ts';
import { CaseHead } from '../sealed.ts';
import type { EscalationService } from './escalation.service.ts';
import { lookedAtBy, untakenDueAt } from './look-at.ts';

/** What the clock looks after: questions about life and death that were left open, and requests that nobody has taken. */
export function lookoutService({ table, sealer, pageOnCall }: CareDeps, escalations: EscalationService) {
  /** Who spoke of not wanting to live and then said no more is looked for by the people on call. */
  async function lookFor(supportCase: SupportCase, now: Instant): Promise<void> {
    const { id, version, headSealed } = supportCase;
    const head = await CaseHead.open(sealer, headSealed, id);
    const opened = escalations.opened(supportCase, now);
    const escalated: SupportCase = {
      ...supportCase,
      state: 'escalated',
      order: undefined,
      escalationId: opened.id,
      lookAt: lookedAtBy(supportCase),
      headSealed: await CaseHead.seal(sealer, { ...head, risk: 'emergency' }, id),
      version: version + 1,
    };
    const outcome = await transact(table.client, {
      supportCase: table.put(CaseItem, escalated, { is: { version } }),
      escalation: opened.write,
    });
    if (outcome.committed) await escalations.pageAtOnce(opened.id, now);
  }

  /** Calls somebody once more each day that a request from the web is in nobody's hands. Calling comes first: twice is better than never. */
  async function remind(supportCase: SupportCase, now: Instant): Promise<void> {
    const { place, version, untakenAlarms = 0 } = supportCase;
    const level = Math.min(untakenAlarms, highestLevel);
    const event = onCallPaged.make(now, { place, level, reason: 'untaken', called: 'everyone' });
    await pageOnCall(onCallPaged.read(event), []);
    const reminded = { ...supportCase, untakenAlarms: untakenAlarms + 1, version: version + 1 };
    await transact(table.client, {
      supportCase: table.put(CaseItem, { ...reminded, lookAt: lookedAtBy(reminded) }, { is: { version } }),
      event: table.put(EventItem, event, { absent: true }),
    });
  }

  async function look(found: SupportCase, now: Instant): Promise<void> {
    // By the table itself: the index may be a moment behind.
    const supportCase = await table.get(CaseItem, { id: found.id });
    if (!supportCase?.lookAt || supportCase.lookAt > now || supportCase.state === 'closed') return;
    const isOwed = owesCssrs(soFarOf(await screeningsOf(table, sealer, supportCase.id), now));
    if (isOwed && !supportCase.escalationId) return lookFor(supportCase, now);
    if (isUnclaimed(supportCase) && untakenDueAt(supportCase) <= now) return remind(supportCase, now);
    const { version } = supportCase;
    const seen = { ...supportCase, lookAt: lookedAtBy(supportCase), version: version + 1 };
    await transact(table.client, { supportCase: table.put(CaseItem, seen, { is: { version } }) });
  }

  return {
    /**
     * Looks at every case that is due. It may run twice, or twice at once.
     *
     * @throws AggregateError when any failed, after all were tried
     */
    onTick: (now: Instant): Promise<void> => eachDue(table, [CaseItem, casesToLookAt], now, (item) => look(item, now)),
  };
}
