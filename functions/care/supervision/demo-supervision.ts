import { coveredUntil } from '@kaifong/shared/care/counsellors/counsellor-standing.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, hour, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Write } from '../../platform/transact.ts';
import type { CounsellorRow } from '../counsellors/counsellor.table.ts';
import type { CareDemo } from '../demo.ts';
import { MemberItem } from '../on-call/rota.table.ts';
import { accountPseudonym } from '../pseudonym.ts';
import {
  CheckInRecord,
  DiscussionRecord,
  DutyCardRecord,
  SupervisionRecord,
  SupervisorChangeRecord,
} from '../sealed.ts';
import { CheckInItem, DiscussionItem } from './discussion.table.ts';
import { SupervisionItem, SupervisionSessionItem, SupervisorChangeItem, SupervisorItem } from './supervision.table.ts';

const where = '逢源街道社工站 二楼';
const heldDaysAgo = 12;

/** Until when the session that was held covers new cases. */
export const demoSupervisedUntil = ({ now }: Pick<CareDemo, 'now'>) =>
  coveredUntil(dayOf(shiftBy(now, -heldDaysAgo * day)), now);

/** A counsellor with a supervisor, a session that was held and the next one, an open discussion and a check-in; and another whose session has just been. */
export async function supervisionDemoItems(
  demo: CareDemo,
  { id: counsellorId }: CounsellorRow,
  other: CounsellorRow | undefined,
): Promise<Write[]> {
  const { table, sealer, now } = demo;
  if (!demo.supervisor) return [];
  const { accountId, ...card } = demo.supervisor;
  const supervisor = await accountPseudonym(sealer, accountId);
  const at = shiftBy(now, -60 * day);
  const change = { supervisor, reason: '新登记', by: supervisor };

  const atThree = (days: number) => instantAt(dayOf(shiftBy(now, days * day)), '15:00');
  type Told = { minutes?: string; steps: string[] };

  async function session(counsellorId: string, state: 'held' | 'planned', startsAt: Instant, told: Told) {
    const id = newId('session', Date.parse(now));
    const sealed = await SupervisionRecord.seal(sealer, { where, ...told }, counsellorId, id);
    return table.put(SupervisionSessionItem, { id, counsellorId, startsAt, state, sealed, version: 0 });
  }

  const broughtAt = shiftBy(now, -day);
  const discussionId = newId('discussion', Date.parse(now));
  const discussion = {
    ageBand: '60plus' as const,
    audience: 'group' as const,
    topics: ['family' as const],
    risk: 'low' as const,
    sessions: 1,
    text: '当事人一说到家里就停下来，转去讲天气。我不知道该陪着停，还是轻轻问一句。',
  };
  const checkedAt = shiftBy(now, -30 * day);
  const checkIn = { isSkipped: false, wellbeing: 64, load: 'right' as const, words: '这个月还好。', isLow: false };

  return [
    table.put(DiscussionItem, {
      id: discussionId,
      counsellorId,
      at: broughtAt,
      open: true,
      group: supervisor,
      sealed: await DiscussionRecord.seal(sealer, discussion, counsellorId, discussionId),
      version: 0,
    }),
    table.put(CheckInItem, {
      counsellorId,
      at: checkedAt,
      sealed: await CheckInRecord.seal(sealer, checkIn, counsellorId, checkedAt),
    }),
    table.put(SupervisorItem, { supervisor, scopes: ['440103'] }),
    table.put(MemberItem, { member: supervisor, sealed: await DutyCardRecord.seal(sealer, card, supervisor) }),
    table.put(SupervisionItem, { counsellorId, supervisor, version: 1 }),
    table.put(SupervisorChangeItem, {
      counsellorId,
      at,
      version: 0,
      sealed: await SupervisorChangeRecord.seal(sealer, change, counsellorId, at),
    }),
    await session(counsellorId, 'held', atThree(-heldDaysAgo), {
      minutes: '谈了当事人没有来时的着急，和怎样把话留到下一次。',
      steps: ['没来的那天先打一次电话', '每周给自己留一个晚上不接个案'],
    }),
    await session(counsellorId, 'planned', atThree(5), { steps: [] }),
    ...(other
      ? [
          table.put(SupervisionItem, { counsellorId: other.id, supervisor, version: 1 }),
          await session(other.id, 'planned', shiftBy(now, -2 * hour), { steps: [] }),
        ]
      : []),
  ];
}
