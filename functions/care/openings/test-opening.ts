import type { TestClient } from '../../test/test-client.ts';
import { anAssignedCase, type CareDistrict } from '../test-care.ts';

const reason = '当事人来电中断，社工和值班人员都联系不上，需要马上找到她';

export const breakGlass = (supervisor: TestClient, caseId: string, more: object = {}) =>
  supervisor.post('/care/openings', { caseId, reason, minutes: 60, ...more });

/** A case that a supervisor has just opened in an emergency. */
export async function anOpening(district: CareDistrict, supervisor: TestClient) {
  const { caseId } = await anAssignedCase(district);
  const answer = await breakGlass(supervisor, caseId);
  if (answer.status !== 201) throw new Error(`not opened: ${JSON.stringify(answer.body)}`);
  return { ...(answer.body as { caseId: string; openedAt: string }), reason };
}
