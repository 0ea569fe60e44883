import { careErrors } from '@kaifong/shared/care/errors.ts';
import {
  clockAcknowledged,
  clockOpened,
  clockTriedInVain,
  clockWithDeputy,
  pageDue,
} from '@kaifong/shared/care/on-call/escalation.ts';
import type {
  ContactOutcome,
  EscalationEntry,
  EscalationView,
} from '@kaifong/shared/care/on-call/escalation-schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import type { Actor } from '../../platform/actor.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact, type Writes } from '../../platform/transact.ts';
import { writeAudit } from '../audit.ts';
import { CaseItem, type SupportCase } from '../care.table.ts';
import { coolDownWrite } from '../counsellors/counsellor.service.ts';
import type { CareDeps } from '../deps.ts';
import { filteredPage } from '../filtered-page.ts';
import { CaseContent, CaseHead } from '../sealed.ts';
import { type Escalation, EscalationItem, openEscalations } from './crisis.table.ts';
import { followUpWrites } from './follow-up.service.ts';
import type { OnCallService } from './on-call.service.ts';

/** Emergencies: what is open, who answered, and calling more people when time runs out. */
export type EscalationService = ReturnType<typeof escalationService>;

export function escalationService({ table, sealer, log }: CareDeps, onCall: Pick<OnCallService, 'call'>) {
  /** The escalation, for one on call in its branch; to others it is the same as one that is not there. */
  async function mustReach(actor: Actor, id: string): Promise<Escalation> {
    const escalation = await table.get(EscalationItem, { id });
    actor.mustReach('care.answerEscalation', escalation ? { scope: escalation.place } : {});
    return escalation as Escalation;
  }

  /** Calls whom the clock says and moves it on, unless somebody else did. Calling comes first: twice is better than never. */
  async function pageIfDue(escalation: Escalation, now: Instant): Promise<void> {
    const page = escalation.open ? pageDue(escalation, now) : undefined;
    if (!page) return;
    const { id, place, version } = escalation;
    const { level, reason, paged } = page;
    const { event, called, hasDeputy } = await onCall.call({ escalationId: id, place, level, reason }, now);
    const clock = reason === 'opened' && hasDeputy ? clockWithDeputy(paged, now) : paged;
    const isUnmanned = reason === 'opened' && called === 'everyone' ? true : escalation.isUnmanned;
    const moved = { ...escalation, ...clock, isUnmanned, version: version + 1 };
    await transact(table.client, {
      escalation: table.put(EscalationItem, moved, { is: { version } }),
      event: table.put(EventItem, event, { absent: true }),
    });
  }

  /** Takes it for the one who asks; when the clock moved it meanwhile, once more. */
  async function acknowledge(command: Command, id: string, attempt = 0) {
    const { actor, now } = command;
    const escalation = await mustReach(actor, id);
    if (!escalation.open || escalation.acknowledgedAt) throw new AppError(careErrors.escalationAnswered);
    const { version } = escalation;
    const acknowledged = {
      ...escalation,
      ...clockAcknowledged(escalation),
      acknowledgedAt: now,
      acknowledgedBy: actor.accountId,
      version: version + 1,
    };
    const answer = { escalationId: id, open: true };
    const writes = { escalation: table.put(EscalationItem, acknowledged, { is: { version } }) };
    const outcome = await commit(command, table, writes, { answer });
    if (!outcome.committed && attempt < 5) return acknowledge(command, id, attempt + 1);
    mustCommit(outcome, { escalation: changedMeanwhile });
    return answer;
  }

  async function recordContact(command: Command, id: string, outcome: ContactOutcome, attempt = 0) {
    const { actor, now } = command;
    const isOver = outcome !== 'notReached';
    const escalation = await mustReach(actor, id);
    if (!escalation.open) throw new AppError(careErrors.escalationAnswered);
    const supportCase = await mustFindCase(escalation);
    const tried: Escalation = {
      ...escalation,
      ...clockTriedInVain(escalation, now),
      acknowledgedAt: escalation.acknowledgedAt ?? now,
      acknowledgedBy: escalation.acknowledgedBy ?? actor.accountId,
      tries: [...escalation.tries, { at: now, outcome, by: actor.accountId }],
      ...(isOver && { open: false, endedAt: now }),
      version: escalation.version + 1,
    };
    const freed = { ...supportCase, escalationId: undefined, version: supportCase.version + 1 };
    const answer = { escalationId: id, open: !isOver };
    const writes: Writes<string> = {
      escalation: table.put(EscalationItem, tried, { is: { version: escalation.version } }),
      ...(isOver && {
        supportCase: table.put(CaseItem, freed, { is: { version: supportCase.version } }),
        ...followUpWrites(table, escalation, supportCase, now),
        counsellor: coolDownWrite(table, supportCase, now),
      }),
    };
    const written = await commit(command, table, writes, { answer });
    if (!written.committed && attempt < 5) return recordContact(command, id, outcome, attempt + 1);
    mustCommit(written, { escalation: changedMeanwhile, supportCase: changedMeanwhile });
    return answer;
  }

  async function mustFindCase({ caseId }: Escalation): Promise<SupportCase> {
    const supportCase = await table.get(CaseItem, { id: caseId });
    if (!supportCase) throw new Error('an escalation without its case');
    return supportCase;
  }

  return {
    /** A new escalation of a case, to be written together with what it came from. */
    opened({ id: caseId, place }: SupportCase, now: Instant) {
      const id = newId('escalation', Date.parse(now));
      const escalation = { id, caseId, place, open: true, ...clockOpened(now), tries: [], version: 0 };
      return { id, write: table.put(EscalationItem, escalation, { absent: true }) };
    },

    /** Calls the people on call now. When that fails the page stays due, and the clock tries again every minute. */
    async pageAtOnce(id: string, now: Instant): Promise<void> {
      try {
        const escalation = await table.get(EscalationItem, { id });
        if (escalation) await pageIfDue(escalation, now);
      } catch (error) {
        log.error('escalation.pageFailed', error);
      }
    },

    /**
     * Calls whoever is due to be called. It may run twice, or twice at once.
     *
     * @throws AggregateError when any call failed, after all were tried
     */
    async onTick(now: Instant): Promise<void> {
      const failures: unknown[] = [];
      let cursor: string | undefined;
      do {
        const range = { to: `${now}#~` };
        const page = await table.query(EscalationItem, openEscalations, { index: 'byDue', range, limit: 100, cursor });
        for (const escalation of page.items) {
          await pageIfDue(escalation, now).catch((error: unknown) => failures.push(error));
        }
        cursor = page.cursor;
      } while (cursor);
      if (failures.length > 0) throw new AggregateError(failures, 'pages failed');
    },

    /** What is open at a place and below, the next deadline first. */
    async list({ actor }: Request, place: string, paging: PageQuery): Promise<Page<EscalationEntry>> {
      actor.mustReach('care.answerEscalation', { scope: place });
      const keep = (escalation: Escalation) => isWithin(escalation.place, place);
      const where = { index: 'byDue', partition: openEscalations, keep };
      const page = await filteredPage(table, EscalationItem, where, paging);
      return { ...page, items: page.items.map(entryOf) };
    },

    /** How to reach the person, while the call is open. @throws AppError care.escalationAnswered, platform.notAllowed */
    async read(request: Request, id: string): Promise<EscalationView> {
      const escalation = await mustReach(request.actor, id);
      if (!escalation.open) throw new AppError(careErrors.escalationAnswered);
      const supportCase = await mustFindCase(escalation);
      await writeAudit(table, request, supportCase, 'contact');
      const [{ alias }, { forWhom, contact, languages, summary }] = await Promise.all([
        CaseHead.open(sealer, supportCase.headSealed, supportCase.id),
        CaseContent.open(sealer, supportCase.contentSealed, supportCase.id),
      ]);
      const tries = escalation.tries.map(({ by: _, ...each }) => each);
      return { ...entryOf(escalation), alias, forWhom, contact, languages, summary, tries };
    },

    /** Somebody on call takes it. @throws AppError care.escalationAnswered when another was quicker */
    acknowledge: (command: Command, id: string) => acknowledge(command, id),

    /**
     * Contact was tried. Once somebody spoke with the person, or 110 or 120 has confirmed that it is with her, the call is over; the case goes
     * on with its social worker, whose follow-ups are written in the same transaction.
     *
     * @throws AppError care.escalationAnswered
     */
    recordContact: (command: Command, id: string, outcome: ContactOutcome) => recordContact(command, id, outcome),
  };
}

const changedMeanwhile = () => new AppError(careErrors.changedMeanwhile);

function entryOf(escalation: Escalation): EscalationEntry {
  const { id, place, level, openedAt, awaits, dueAt, acknowledgedAt, isUnmanned = false } = escalation;
  return { escalationId: id, place, level, openedAt, awaits, dueAt, acknowledgedAt, isUnmanned };
}
