import { coveredUntil } from '@kaifong/shared/care/counsellor-standing.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Write } from '../platform/transact.ts';
import type { CounsellorRow } from './care.table.ts';
import type { CareDemo } from './demo.ts';
import { accountPseudonym } from './pseudonym.ts';
import { MemberItem } from './rota.table.ts';
import { DutyCardRecord, SupervisionRecord, SupervisorChangeRecord } from './sealed.ts';
import { SupervisionItem, SupervisionSessionItem, SupervisorChangeItem, SupervisorItem } from './supervision.table.ts';

const where = '逢源街道社工站 二楼';
const heldDaysAgo = 12;

/** Until when the session that was held covers new cases. */
export const demoSupervisedUntil = ({ now }: Pick<CareDemo, 'now'>) =>
  coveredUntil(dayOf(shiftBy(now, -heldDaysAgo * day)), now);

/** A counsellor with a supervisor, a session that was held and the next one. */
export async function supervisionDemoItems(demo: CareDemo, { id: counsellorId }: CounsellorRow): Promise<Write[]> {
  const { table, sealer, now } = demo;
  if (!demo.supervisor) return [];
  const { accountId, ...card } = demo.supervisor;
  const supervisor = await accountPseudonym(sealer, accountId);
  const at = shiftBy(now, -60 * day);
  const change = { supervisor, reason: '新登记', by: supervisor };

  async function session(state: 'held' | 'planned', days: number, told: { minutes?: string; steps: string[] }) {
    const id = newId('session', Date.parse(now));
    const startsAt = instantAt(dayOf(shiftBy(now, days * day)), '15:00');
    const sealed = await SupervisionRecord.seal(sealer, { where, ...told }, counsellorId, id);
    return table.put(SupervisionSessionItem, { id, counsellorId, startsAt, state, sealed, version: 0 });
  }

  return [
    table.put(SupervisorItem, { supervisor, scopes: ['440103'] }),
    table.put(MemberItem, { member: supervisor, sealed: await DutyCardRecord.seal(sealer, card, supervisor) }),
    table.put(SupervisionItem, { counsellorId, supervisor, version: 1 }),
    table.put(SupervisorChangeItem, {
      counsellorId,
      at,
      version: 0,
      sealed: await SupervisorChangeRecord.seal(sealer, change, counsellorId, at),
    }),
    await session('held', -heldDaysAgo, {
      minutes: '谈了当事人没有来时的着急，和怎样把话留到下一次。',
      steps: ['没来的那天先打一次电话', '每周给自己留一个晚上不接个案'],
    }),
    await session('planned', 5, { steps: [] }),
  ];
}
