import type { HandoverView } from '@kaifong/shared/care/cases/handover.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type * as z from 'zod';
import type { Write } from '../../platform/transact.ts';
import { orderOf } from '../asking/request.service.ts';
import { CaseItem, HandoverItem, SafetyPlanItem, type SupportCase } from '../care.table.ts';
import { CounsellorItem } from '../counsellors/counsellor.table.ts';
import type { CareDeps } from '../deps.ts';
import { followUpsOfCase } from '../on-call/follow-up.service.ts';
import { CaseContent, CaseHead, HandoverRecord } from '../sealed.ts';
import { referralsOfCase } from './referral.service.ts';
import { reportsOfCase } from './report.service.ts';
import { cancelledToCome, sessionRowsOf } from './sessions-of-case.ts';

type Storage = Pick<CareDeps, 'table' | 'sealer'>;
type Summary = z.output<typeof HandoverView>;
type Words = Pick<Summary, 'reason' | 'text' | 'nextStep' | 'byRule'>;

/** What stands open in a case, put together by the system; `isUntold` while a session that is over was not told of. */
export async function leftOpen(
  { table, sealer }: Storage,
  { id, headSealed }: SupportCase,
  now: Instant,
): Promise<Readonly<{ open: Summary['open']; isUntold: boolean }>> {
  const [{ risk }, reports, referrals, sessions, followUps, plans] = await Promise.all([
    CaseHead.open(sealer, headSealed, id),
    reportsOfCase({ table, sealer }, id),
    referralsOfCase({ table, sealer }, id),
    sessionRowsOf(table, id),
    followUpsOfCase(table, id),
    table.query(SafetyPlanItem, `CASE#${id}`, { range: { beginsWith: 'PLAN#' }, limit: 1 }),
  ]);
  const inState = (state: string) => sessions.filter((session) => session.state === state);
  const planned = inState('planned');
  const isUntold = planned.some(({ startsAt }) => startsAt <= now);
  return {
    isUntold,
    open: {
      risk,
      reports: reports.filter(({ open }) => open).length,
      referrals: referrals.filter(({ open }) => open).map(({ to, name }) => ({ to, name })),
      sessions: { held: inState('held').length, noShow: inState('noShow').length },
      cancelled: planned.findLast(({ startsAt }) => startsAt > now)?.startsAt,
      followUps: followUps.filter(({ open }) => open).length,
      hasPlan: plans.items.length > 0,
    },
  };
}

/**
 * What ends an assignment with a summary: the counsellor reads nothing from the next request on, sessions that were to come are cancelled, and the
 * case waits for another, or is where it was while a crisis is not settled.
 */
export async function leavingWrites(
  { table, sealer }: Storage,
  supportCase: SupportCase & Readonly<{ counsellorId: string }>,
  summary: Readonly<{ words: Words; open: Summary['open']; by: string }>,
  now: Instant,
): Promise<{
  after: SupportCase;
  writes: Record<'supportCase' | 'counsellor' | 'handover', Write> & Record<string, Write>;
}> {
  const { id: caseId, counsellorId, version } = supportCase;
  const { words, open, by } = summary;
  const staysAway = words.reason === 'personAsked' || words.reason === 'beyondMe';
  const [sealed, contentSealed, cancelled] = await Promise.all([
    HandoverRecord.seal(sealer, { ...words, open, by }, caseId, now),
    staysAway ? withoutReturn(sealer, supportCase) : supportCase.contentSealed,
    cancelledToCome(table, caseId, now),
  ]);
  const after = { ...withoutCounsellor(supportCase, open.risk), contentSealed };
  return {
    after,
    writes: {
      supportCase: table.put(CaseItem, after, { is: { version } }),
      ...cancelled,
      counsellor: table.adjust(CounsellorItem, { id: counsellorId }, { add: { openCases: -1 } }, { present: true }),
      handover: table.put(HandoverItem, { caseId, at: now, counsellorId, sealed }, { absent: true }),
    },
  };
}

function withoutCounsellor(supportCase: SupportCase, risk: Summary['open']['risk']): SupportCase {
  const { state, version } = supportCase;
  const isWaiting = state === 'assigned' && risk !== 'emergency';
  return {
    ...supportCase,
    ...(isWaiting && { state: 'waiting' as const, order: orderOf(risk) }),
    counsellor: undefined,
    counsellorId: undefined,
    assignedAt: undefined,
    version: version + 1,
  };
}

/** What was asked for, with this counsellor kept away from now on. */
async function withoutReturn(
  sealer: Storage['sealer'],
  { contentSealed, counsellorId, id }: SupportCase,
): Promise<string> {
  const content = await CaseContent.open(sealer, contentSealed, id);
  const { keepAway } = content;
  const counsellors = [...new Set([...keepAway.counsellors, ...(counsellorId ? [counsellorId] : [])])].slice(-20);
  return CaseContent.seal(sealer, { ...content, keepAway: { ...keepAway, counsellors } }, id);
}
