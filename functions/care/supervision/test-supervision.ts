import { hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { TestClient } from '../../test/test-client.ts';
import { aSupervisor } from '../on-call/test-rota.ts';
import { anAssignedCase, type CareDistrict } from '../test-care.ts';

const listed = async (caller: TestClient): Promise<string[]> =>
  (await caller.get('/care/supervisors?place=440103')).body.items.map(
    ({ supervisor }: { supervisor: string }) => supervisor,
  );

let phones = 0;

/** A care supervisor who has told who she is, and so can be given counsellors. */
export async function aNamedSupervisor(district: CareDistrict, workName = '冯督导', caller?: TestClient) {
  const client = caller ?? (await aSupervisor(district));
  const before = new Set(await listed(client));
  phones += 1;
  const mobile = `138222${String(phones).padStart(5, '0')}`;
  const kept = await client.post('/care/supervision/card', { workName, mobile });
  const supervisor = (await listed(client)).find((each) => !before.has(each));
  if (!supervisor) throw new Error(`no card: ${JSON.stringify(kept.body)}`);
  return { caller: client, supervisor, phone: `+86${mobile}` };
}

export const changeSupervisor = (by: TestClient, counsellorId: string, body: object) =>
  by.post(`/care/counsellors/${counsellorId}/supervisor`, { version: 0, reason: '新登记', ...body });

/** A case whose counsellor has a supervisor and a deputy. */
export async function aSupervisedCase(district: CareDistrict) {
  const found = await anAssignedCase(district);
  const [lead, deputy] = [await aNamedSupervisor(district), await aNamedSupervisor(district, '梁督导')];
  const { counsellorId } = found.counsellor;
  const body = { supervisor: lead.supervisor, deputy: deputy.supervisor };
  const answer = await changeSupervisor(lead.caller, counsellorId, body);
  if (answer.status !== 200) throw new Error(`no supervisor: ${JSON.stringify(answer.body)}`);
  return { ...found, lead, deputy, counsellorId };
}

/** A counsellor with a supervisor and without cases. */
export async function aSupervisee(district: CareDistrict, overrides: Record<string, unknown> = {}) {
  const counsellor = await district.counsellor(overrides);
  const lead = await aNamedSupervisor(district);
  await changeSupervisor(lead.caller, counsellor.counsellorId, { supervisor: lead.supervisor });
  return { ...counsellor, lead };
}

/** A supervision session that is planned for two hours from now. */
export async function aSupervisionSession(district: CareDistrict, lead: TestClient, counsellorId: string) {
  const body = { startsAt: shiftBy(district.clock.now, 2 * hour), where: '街道社工站' };
  const answer = await lead.post(`/care/supervision/${counsellorId}/sessions`, body);
  if (answer.status !== 201) throw new Error(`not planned: ${JSON.stringify(answer.body)}`);
  const { sessionId, startsAt } = answer.body as { sessionId: string; startsAt: string };
  return { sessionId, startsAt };
}

export const heldReport = (session: { sessionId: string; startsAt: string }) => ({
  ...session,
  outcome: 'held',
  minutes: '谈了最近两个个案，累的时候怎么停一停。',
  steps: ['下周前写好交接', '周末不看消息'],
});
