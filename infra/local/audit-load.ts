import type { Write } from '@kaifong/functions/platform/transact.ts';
import { contextsIn } from '@kaifong/functions/wiring.ts';
import { demoAccounts, demoStreet } from '@kaifong/shared/demo/accounts.ts';
import { hour, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import type { LocalSurroundings } from './surroundings.ts';
import type { LoadedVolunteer } from './teamwork-load.ts';

const reasons = ['班次改期，电话通知', '核对证件上的名字', '集合地点改了，逐个通知', '回复本人来电'] as const;

/** What a coordinator of the demo did in the last days: whose number was looked at, and why, and a list that was exported. */
export async function* auditLoad(
  surroundings: LocalSurroundings,
  {
    now,
    coordinator,
    volunteers,
  }: Readonly<{ now: Instant; coordinator: string; volunteers: readonly LoadedVolunteer[] }>,
): AsyncGenerator<Write> {
  const { audit } = contextsIn(surroundings.main).identity;
  const actor = { accountId: coordinator, grants: demoAccounts.coordinator.grants };
  const deedAt = (hoursAgo: number, operation: string) => ({
    actor,
    now: shiftBy(now, -hoursAgo * hour),
    operation,
    idempotencyKey: `demo-${operation}-${hoursAgo}`,
  });
  const near = volunteers.filter(({ community }) => isWithin(community, demoStreet)).slice(0, 12);
  for (const [index, { volunteerId, community }] of near.entries()) {
    const deed = deedAt(3 + index * 7, 'unmaskMobile');
    const reason = reasons[index % reasons.length] ?? reasons[0];
    yield* Object.values(await audit.withReason(deed, 'volunteer.unmaskMobile', `${volunteerId} ${community}`, reason));
  }
  yield audit.line(deedAt(26, 'exportVolunteers'), 'volunteer.export', `${demoStreet} active`);
}
