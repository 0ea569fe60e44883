import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../platform/transact.ts';
import { home } from '../test/district.ts';
import { careDemoItems } from './demo.ts';
import { type CareDistrict, startCareDistrict } from './test-care.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

type Entry = { caseId: string; alias: string; mine: boolean; inHand: boolean; risk: string };

it('the demo can be gone through: requests that wait, candidates with reasons, a counsellor who sees the case', async () => {
  const socialWorker = await district.volunteer({ role: 'socialWorker', scope: home.street });
  const counsellors = await Promise.all(
    Array.from({ length: 12 }, () => district.volunteer({ role: 'counsellor', scope: '440103' })),
  );
  const onCall = await Promise.all(
    ['阿勇', '珊姐', '华叔'].map(async (workName, index) => {
      const { accountId, caller } = await district.volunteer({ role: 'onCall', scope: '440103' });
      return { accountId, caller, workName, mobile: `+861970000000${index}` };
    }),
  );
  const table = district.table('care');
  const writes = await careDemoItems({
    table,
    sealer: district.careSealer,
    now: district.clock.now,
    counsellors: counsellors.map(({ volunteerId }, index) => ({
      volunteerId,
      scope: `440103/002/0${10 + index}`,
      languages: ['cantonese', 'mandarin'],
    })),
    socialWorkerAccountId: socialWorker.accountId,
    place: home.street,
    onCall: onCall.map(({ caller: _, ...person }) => person),
  });
  for (const write of writes) await transact(table.client, { write });

  const caller = district.atCare(socialWorker.caller);
  const waiting: Entry[] = (await caller.get(`/care/queue?place=${home.street}&limit=50`)).body.items;
  const queue = waiting.filter(({ inHand }) => inHand);
  expect(waiting.filter(({ inHand }) => !inHand).map(({ alias }) => alias)).toEqual(['细雨']);
  expect(queue.length).toBeGreaterThan(10);
  expect(queue.every(({ mine, risk }) => mine && risk !== 'emergency')).toBe(true);
  // A crisis that is over: four follow-ups, and a plan that was written with the person.
  const { items: followUps } = (await caller.get('/care/follow-ups')).body;
  expect(followUps).toHaveLength(4);
  expect(followUps[0].dueAt > district.clock.now).toBe(true);
  expect((await caller.get(`/care/cases/${followUps[0].caseId}/safety-plan`)).body.plan).toMatchObject({ version: 1 });

  const candidates = await Promise.all(
    queue.map(async ({ caseId }) => ({
      caseId,
      items: (await caller.get(`/care/cases/${caseId}/candidates`)).body.items,
    })),
  );
  expect(candidates.filter(({ items }) => items.length === 3).length).toBeGreaterThan(queue.length / 2);

  const matched = candidates.find(({ items }) => items.length > 0);
  const body = { counsellorId: matched?.items[0].counsellorId };
  await caller.post(`/care/cases/${matched?.caseId}/assignment`, body);
  const lists = await Promise.all(
    counsellors.map(async (each) => (await district.atCare(each.caller).get('/care/my-cases')).body.items.length),
  );
  // One of them is in the hands of the first counsellor from the beginning.
  const isFirst = lists[0] === 2;
  expect(lists.toSorted()).toEqual(isFirst ? [...Array(11).fill(0), 2] : [...Array(10).fill(0), 1, 1]);
  const first = district.atCare(counsellors[0]?.caller as never);
  const { items: upcoming } = (await first.get('/care/sessions')).body;
  expect(upcoming).toMatchObject([{ alias: '青石', mode: 'centre' }]);
  expect(upcoming[0].startsAt > district.clock.now).toBe(true);
  const read = (await first.get(`/care/cases/${upcoming[0].caseId}`)).body;
  expect(read.sessions.map(({ state }: { state: string }) => state)).toEqual(['planned', 'noShow', 'held']);
  expect(read.referrals).toMatchObject([{ open: true, to: 'hospital' }]);

  const own = (await district.atCare(onCall[0]?.caller as never).get('/care/own-duties')).body;
  expect(own.card).toMatchObject({ workName: '阿勇' });
  expect(own.duties.length).toBeGreaterThan(8);
  const supervisor = await district.person({ role: 'careSupervisor', scope: '440103' });
  const { duties, gaps } = (await supervisor.get('/care/rota?place=440103')).body;
  expect(duties[0].from <= district.clock.now && duties[0].until > district.clock.now).toBe(true);
  expect(gaps).toHaveLength(2);
});
