import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Scope } from '@kaifong/shared/organisation/scope.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { RewardItem } from './rewards.table.ts';

const madeUp = [
  ['西关早茶券', '逢源街坊茶楼', '茶楼前台，每天 7:00–11:00', 120, 40, 1],
  ['免费理发一次', '阿珍理发店', '阿珍理发店，星期二至星期日', 100, 25, 2],
  ['粤剧入门课（两节）', '逢源街道文化站', '文化站二楼，星期六 15:00', 150, 16, 1],
  ['雨伞', '社区服务站', '社区服务站，工作日 9:00–17:00', 100, 3, 1],
  ['血压计', '街道志愿服务中心', '服务中心前台，工作日', 500, 10, 1],
] as const;

/** Made-up thanks of the shops around a place, which began a month ago. */
export function* rewardDemoItems(table: Table, place: Scope, now: Instant): Generator<Write> {
  const days = { startsOn: dayOf(shiftBy(now, -30 * day)), endsOn: dayOf(shiftBy(now, 120 * day)), keptDays: 14 };
  for (const [title, givenBy, pickUpAt, cost, stock, limitPerPerson] of madeUp) {
    const id = newId('reward', Date.parse(now));
    const offer = { id, title, givenBy, place, pickUpAt, cost, limitPerPerson, ...days };
    yield table.put(RewardItem, { ...offer, state: 'offered', stock: stock + 20, left: stock });
  }
}
