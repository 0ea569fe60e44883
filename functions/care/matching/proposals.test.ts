import { afterEach, beforeEach, expect, it } from 'vitest';
import { home } from '../../test/district.ts';
import { aWaitingCase, type CareDistrict, startCareDistrict } from '../test-care.ts';

let district: CareDistrict;
beforeEach(async () => {
  district = await startCareDistrict();
});
afterEach(() => district.stop());

it('proposes to each her own cases, looks at those of all, and gives a place to one only', async () => {
  const [first, second] = [await district.socialWorker(), await district.socialWorker()];
  const family = await district.counsellor({ topics: ['family'], caseLimit: 1 });
  const work = await district.counsellor({ topics: ['work'], caseLimit: 1 });
  const mine = await aWaitingCase(first, { topics: ['family'], alias: '小舟' });
  const hers = await aWaitingCase(second, { topics: ['work'], alias: '阿月' });
  const path = `/care/proposals?place=${home.street}`;
  const proposed = async (caller: typeof first) => (await caller.get(path)).body.items;
  expect(await proposed(first)).toMatchObject([
    { caseId: mine, alias: '小舟', candidate: { counsellorId: family.counsellorId } },
  ]);
  expect(await proposed(second)).toMatchObject([{ caseId: hers, candidate: { counsellorId: work.counsellorId } }]);
  expect(JSON.stringify(await proposed(first))).not.toContain('阿月');

  const supervisor = await district.person({ role: 'careSupervisor', scope: '440103' });
  const read = await supervisor.get(`/care/readings?place=440103&caseId=${mine}`);
  expect(read.body.items[0]).toMatchObject({ opened: 'candidates', as: 'socialWorker' });
  expect(JSON.stringify(read.body)).not.toContain('小舟');
});

it('takes a proposal without a reason, also of one who is not among the three', async () => {
  const socialWorker = await district.socialWorker();
  for (let count = 0; count < 3; count += 1) await district.counsellor({ topics: ['family', 'work'], caseLimit: 1 });
  const fourth = await district.counsellor({ topics: ['other'], caseLimit: 1 });
  const cases: string[] = [];
  for (let count = 0; count < 4; count += 1) {
    cases.push(await aWaitingCase(socialWorker, { topics: count === 3 ? ['loneliness'] : ['family', 'work'] }));
  }
  const { items } = (await socialWorker.get(`/care/proposals?place=${home.street}`)).body;
  expect(items).toHaveLength(4);
  const last = items.find(({ caseId }: { caseId: string }) => caseId === cases[3]);
  expect(last.candidate.counsellorId).toBe(fourth.counsellorId);
  for (const { caseId, candidate } of [last, ...items.filter((each: unknown) => each !== last)]) {
    const answer = await socialWorker.post(`/care/cases/${caseId}/assignment`, {
      counsellorId: candidate.counsellorId,
    });
    expect(answer.body.state).toBe('assigned');
  }
});
