import { careErrors } from '@kaifong/shared/care/errors.ts';
import {
  type FollowUpEntry,
  type FollowUpReport,
  followUpAgain,
  followUpsAfter,
} from '@kaifong/shared/care/on-call/follow-up.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { mustHold } from '../access.ts';
import { aliasesOf } from '../aliases.ts';
import type { SupportCase } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { type Escalation, type FollowUp, FollowUpItem, followUpsOf } from './crisis.table.ts';
import { withAlarms } from './old-follow-ups.ts';

type Key = Readonly<{ caseId: string; escalationId: string; step: string }>;

/** The follow-ups of a crisis that is over, to be written together with its end. */
export function followUpWrites(
  table: Table,
  { id: escalationId }: Escalation,
  { id: caseId, socialWorker }: SupportCase,
  endedAt: Instant,
): Record<string, Write> {
  const item = { caseId, escalationId, socialWorker, open: true, tries: [], alarms: 0, version: 0 };
  return Object.fromEntries(
    followUpsAfter(endedAt).map((due) => [
      `followUp ${due.step}`,
      table.put(FollowUpItem, { ...item, ...due }, { absent: true }),
    ]),
  );
}

/** All follow-ups of a case, those of one crisis together. */
export async function followUpsOfCase(table: Table, caseId: string): Promise<FollowUp[]> {
  const { found } = await table.collect(`CASE#${caseId}`, { beginsWith: 'FOLLOWUP#' }, { found: FollowUpItem });
  return found.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
}

/** Getting in touch again after a crisis. */
export function followUpService({ table, sealer }: CareDeps) {
  /** What a follow-up becomes: a try in vain leaves it open and due again. */
  function told(found: FollowUp, { outcome }: z.output<typeof FollowUpReport>, now: Instant): Write {
    const { version } = found;
    const tries = [...found.tries, { at: now, outcome }];
    const next = outcome === 'notReached' ? { dueAt: followUpAgain(now), alarms: 0 } : { open: false };
    return table.put(FollowUpItem, { ...found, tries, ...next, version: version + 1 }, { is: { version } });
  }

  /** Tells it; when the clock moved one of them meanwhile, once more. */
  async function record(
    command: Command,
    { caseId, escalationId, step }: Key,
    report: z.output<typeof FollowUpReport>,
    attempt = 0,
  ) {
    await mustHold(table, command.actor, 'care.followUp', caseId);
    const all = (await followUpsOfCase(table, caseId)).filter((each) => each.escalationId === escalationId);
    const found = all.find((each) => each.step === step);
    if (!found?.open) throw new AppError(careErrors.followUpEnded);
    const touched = report.outcome === 'declined' ? all.filter(({ open }) => open) : [found];
    const writes = Object.fromEntries(touched.map((each) => [each.step, told(each, report, command.now)]));
    const answer = { caseId, open: all.filter(({ open }) => open).length - touched.length };
    if (report.outcome === 'notReached') answer.open += 1;
    const outcome = await commit(command, table, writes, { answer });
    if (!outcome.committed && attempt < 5) return record(command, { caseId, escalationId, step }, report, attempt + 1);
    if (!outcome.committed) mustCommit(outcome, Object.fromEntries(touched.map(({ step }) => [step, ended])));
    return answer;
  }

  return {
    /** The follow-ups that one's own cases still need, the next first. Those of before there were alarms get one. */
    async mine({ actor }: Request, paging: PageQuery): Promise<Page<FollowUpEntry>> {
      if (actor.scopesAs('socialWorker').length === 0) throw new AppError(platformErrors.notAllowed);
      const page = await table.query(FollowUpItem, followUpsOf(actor.accountId), {
        index: 'openBySocialWorker',
        ...paging,
      });
      await withAlarms(table, page.items);
      const aliasOf = await aliasesOf({ table, sealer }, page.items);
      const items = page.items.map(({ caseId, escalationId, step, dueAt }) => ({
        caseId,
        alias: aliasOf(caseId),
        escalationId,
        step,
        dueAt,
      }));
      return { ...page, items };
    },

    /**
     * Tells how a follow-up went. One who declines is asked no more after this crisis.
     *
     * @throws AppError care.followUpEnded
     */
    record: (command: Command, key: Key, report: z.output<typeof FollowUpReport>) => record(command, key, report),
  };
}

const ended = () => new AppError(careErrors.followUpEnded);
