import { careConsent } from '@kaifong/shared/care/asking/consent.ts';
import { referralDueAt } from '@kaifong/shared/care/cases/referral.ts';
import { endOf, type SessionState, toldWithin } from '@kaifong/shared/care/cases/session.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, hour, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Write } from '../../platform/transact.ts';
import { newCase } from '../asking/request.service.ts';
import { CaseItem, ScreeningItem } from '../care.table.ts';
import type { CounsellorRow } from '../counsellors/counsellor.table.ts';
import type { CareDemo } from '../demo.ts';
import { accountPseudonym } from '../pseudonym.ts';
import { OutreachRecord, ReferralRecord, SessionRecord } from '../sealed.ts';
import { PromiseItem, promised } from './promise.table.ts';
import { ReferralItem } from './referral.table.ts';
import { screened } from './screening.service.ts';
import { CounsellorDay, OutreachItem, SessionItem } from './session.table.ts';

const minutes = 50;
const room = '逢源街道 心理咨询室';

/** A whole PHQ-9 and GAD-7 with these sums, and nothing said about not wanting to live. */
function sums(phq9: number, gad7: number) {
  const summing = (total: number, items: number) =>
    Array.from({ length: items }, (_, place) => Math.max(0, Math.min(2, total - 2 * place)));
  return { dangerNow: false, phq9: [...summing(phq9, 8), 0], gad7: summing(gad7, 7) };
}

/** A case in the middle of its way, screened before and after the first talk: a session that was held, one that was missed, the next one, and a referral that nobody has confirmed. */
export async function sessionDemoItems(
  { table, sealer, now, place, socialWorkerAccountId }: CareDemo,
  counsellor: CounsellorRow,
): Promise<Write[]> {
  const by = await accountPseudonym(sealer, socialWorkerAccountId);
  const receivedAt = shiftBy(now, -20 * day);
  const request = {
    place,
    alias: '青石',
    forWhom: 'self' as const,
    channel: 'desk' as const,
    topics: ['family' as const],
    languages: ['cantonese' as const],
    slots: [{ weekday: 2, from: 19 * 60, to: 21 * 60 }],
    contact: '白天打手机',
    summary: '退休以后睡得少，想有人听听。',
    consent: { version: careConsent.version },
    keepAway: { teams: [], counsellors: [] },
  };
  const taken = await newCase(sealer, request, by, receivedAt);
  const screening = { dangerNow: false, phq2: [1, 1] as [number, number] };
  const told = { at: shiftBy(receivedAt, hour / 4), key: 'demoSessions' };
  const first = await screened(sealer, taken, screening, told);
  const second = await screened(sealer, first.after, sums(11, 9), { at: shiftBy(now, -17 * day), key: 'demoBefore' });
  const third = await screened(sealer, second.after, sums(8, 6), { at: shiftBy(now, -9 * day), key: 'demoAfter' });
  const after = third.after;
  const assigned = {
    ...after,
    state: 'assigned' as const,
    order: undefined,
    counsellorId: counsellor.id,
    counsellor: counsellor.person,
    assignedAt: shiftBy(now, -18 * day),
  };
  const caseId = taken.id;

  async function session(state: SessionState, days: number): Promise<Write[]> {
    const id = newId('session', Date.parse(now));
    const startsAt: Instant = instantAt(dayOf(shiftBy(now, days * day)), '19:00');
    const report = state === 'held' ? { outcome: state, minutes: 45 } : { outcome: 'noShow' as const };
    const at = shiftBy(startsAt, hour);
    const sealed = await SessionRecord.seal(
      sealer,
      { mode: 'centre', room, minutes, told: state === 'planned' ? [] : [{ at, by: counsellor.person, report }] },
      caseId,
      id,
    );
    const counsellorId = counsellor.id;
    const row = { id, caseId, counsellorId, counsellor: counsellor.person, state, startsAt, sealed, version: 1 };
    const time = { sessionId: id, startsAt, endsAt: endOf({ startsAt, minutes }) };
    const sessions = state === 'noShow' ? [] : [state === 'held' ? { ...time, minutes: 45 } : time];
    return [
      table.put(SessionItem, row),
      ...(state === 'planned' ? [table.put(PromiseItem, promised(caseId, id, shiftBy(time.endsAt, toldWithin)))] : []),
      table.put(CounsellorDay, { counsellorId, day: dayOf(startsAt), sessions, version: 1 }),
    ];
  }

  const triedAt = shiftBy(now, -2 * day);
  const tried = { way: 'phone' as const, outcome: 'noAnswer' as const, by: counsellor.person };
  const referralId = newId('referral', Date.parse(now));
  const referredAt = shiftBy(now, -day);
  const referral = {
    to: 'hospital' as const,
    name: '区医院 睡眠门诊',
    reason: '几个月睡得很少，想请医生看看。',
    consent: 'given' as const,
    answers: [],
    by,
  };
  return [
    table.put(CaseItem, assigned),
    ...[first, second, third].map(({ record }) => table.put(ScreeningItem, record)),
    ...(await session('held', -10)),
    ...(await session('noShow', -3)),
    ...(await session('planned', 4)),
    table.put(OutreachItem, {
      caseId,
      at: triedAt,
      sealed: await OutreachRecord.seal(sealer, tried, caseId, triedAt),
    }),
    table.put(ReferralItem, {
      id: referralId,
      caseId,
      socialWorker: by,
      at: referredAt,
      open: true,
      dueAt: referralDueAt(referredAt, false),
      sealed: await ReferralRecord.seal(sealer, referral, caseId, referralId),
      version: 0,
    }),
    table.put(PromiseItem, promised(caseId, referralId, referralDueAt(referredAt, false))),
  ];
}
