import { day, hour } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAssignedCase, aWaitingCase, type CareDistrict, startCareDistrict, takeRequest } from '../test-care.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

const caseload = async (who: Awaited<ReturnType<CareDistrict['socialWorker']>>) =>
  (await who.get('/care/caseload')).body;

it('a caseload counts the own open cases and names those past their target, the longest first', async () => {
  const { socialWorker, caseId: assigned } = await anAssignedCase(district);
  const other = await district.socialWorker();
  const empty = { intake: 0, waiting: 0, assigned: 0, escalated: 0, overdue: 0, first: [] };
  expect(await caseload(other)).toEqual(empty);

  const moderate = await aWaitingCase(socialWorker, { alias: '木棉' }, [2, 2]);
  await aWaitingCase(socialWorker, { alias: '榕树' });
  district.later(3 * hour);
  const unscreened = await takeRequest(socialWorker, { alias: '白兰' });
  expect(await caseload(socialWorker)).toEqual({ ...empty, intake: 1, waiting: 2, assigned: 1 });

  district.later(5 * day);
  const late = await caseload(socialWorker);
  expect(late).toMatchObject({ intake: 1, waiting: 2, assigned: 1, overdue: 2 });
  expect(late.first.map(({ caseId, alias }: { caseId: string; alias: string }) => [caseId, alias])).toEqual([
    [unscreened, '白兰'],
    [moderate, '木棉'],
  ]);
  expect(await caseload(other)).toEqual(empty);

  await socialWorker.post(`/care/cases/${assigned}/closure`, { outcome: 'completed' });
  expect(await caseload(socialWorker)).toMatchObject({ assigned: 0 });
});

it('a caseload is no counsellor’s to ask for', async () => {
  const { caller } = await district.counsellor();
  expect((await caller.get('/care/caseload')).status).toBe(403);
});
