import { type Day, day, dayOf, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { ChangedFigures } from '@kaifong/shared/organisation/settings/figures.ts';
import type { GroupName } from '@kaifong/shared/organisation/settings/groups.ts';
import type { TestDistrict } from './district.ts';

/** The day in so many days. */
export const inDays = (district: TestDistrict, days: number): Day => dayOf(shiftBy(district.clock.now, days * day));

/** A later grace from tomorrow on, or what is said. */
export const newSettings = (district: TestDistrict, changed: object = {}) => ({
  group: 'attendance',
  from: inDays(district, 1),
  figures: { lateAfterMinutes: 15 },
  why: '早上公交常常晚点，多给五分钟。',
  ...changed,
});

export const systemAdministrator = (district: TestDistrict) =>
  district.person({ role: 'systemAdministrator', scope: '440103' });
export const districtCoordinator = (district: TestDistrict) =>
  district.person({ role: 'coordinator', scope: '440103' });

/** A change that a system administrator has proposed. */
export async function aSettingsChange(district: TestDistrict, changed: object = {}) {
  const proposer = await systemAdministrator(district);
  const { status, body } = await proposer.post('/settings/changes', newSettings(district, changed));
  if (status !== 201) throw new Error(`not proposed: ${JSON.stringify(body)}`);
  return { proposer, changeId: body.id as string };
}

/** Figures that were proposed and approved, from a day on: tomorrow, if not said. */
export async function decidedSettings(
  district: TestDistrict,
  group: GroupName,
  figures: ChangedFigures,
  from = inDays(district, 1),
): Promise<void> {
  const { changeId } = await aSettingsChange(district, { group, figures, from });
  const decider = await districtCoordinator(district);
  const { status, body } = await decider.post(`/settings/changes/${changeId}/decision`, { decision: 'approve' });
  if (status !== 200) throw new Error(`not approved: ${JSON.stringify(body)}`);
}
