import { aServiceRecord } from './a-service-record.ts';
import { aVolunteer } from './a-volunteer.ts';
import { home, type TestDistrict } from './district.ts';

/** A reward of the home community, 120 points each. */
export async function aReward(district: TestDistrict, overrides: Record<string, unknown> = {}) {
  const coordinator = await district.person({ role: 'coordinator', scope: home.community });
  const added = await coordinator.post('/rewards', aNewReward(overrides));
  if (added.status !== 201) throw new Error(`not added: ${JSON.stringify(added.body)}`);
  const rewardId: string = added.body.id;
  return { rewardId, coordinator };
}

/** What a coordinator fills in. */
export const aNewReward = (overrides: Record<string, unknown> = {}) => ({
  title: '陶陶居早茶券',
  givenBy: '陶陶居',
  place: home.community,
  pickUpAt: '沙面社区服务站，工作日 9:00–17:00',
  cost: 120,
  stock: 5,
  limitPerPerson: 1,
  startsOn: '2026-11-01',
  endsOn: '2026-12-31',
  keptDays: 14,
  ...overrides,
});

/** A volunteer who has earned so many points. */
export async function someoneWith(district: TestDistrict, points: number) {
  const volunteer = await aVolunteer(district);
  const record = aServiceRecord({ volunteerId: volunteer.volunteerId, seq: 1, minutes: points * 60 });
  await district.contexts.points.ledger.book(record, district.clock.now);
  return volunteer;
}

/** A voucher that can be picked up: its code, the coordinator of its reward, and the key of the shop. */
export async function aVoucher(district: TestDistrict) {
  const { rewardId, coordinator } = await aReward(district);
  const holder = await someoneWith(district, 200);
  const redeemed = await holder.caller.post(`/rewards/${rewardId}/redemptions`);
  if (redeemed.status !== 201) throw new Error(`not redeemed: ${JSON.stringify(redeemed.body)}`);
  const { code } = (await holder.caller.get('/vouchers')).body.items[0];
  const managed = await coordinator.get(`/rewards/managed?place=${home.community}&limit=100`);
  const { shopKey } = managed.body.items.find(({ id }: { id: string }) => id === rewardId);
  return { rewardId, coordinator, holder, code: code as string, shopKey: shopKey as string };
}
