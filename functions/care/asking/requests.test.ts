import { day } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elsewhere, home } from '../../test/district.ts';
import { aRequest, aWaitingCase, type CareDistrict, startCareDistrict, takeRequest } from '../test-care.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

const screeningOf = (caseId: string) => `/care/cases/${caseId}/screening`;

describe('taking a request down', () => {
  it('asks for a consent of its own, given and in the version that is read out now', async () => {
    const socialWorker = await district.socialWorker();
    const fieldOf = async (consent: unknown) =>
      (await socialWorker.post('/care/requests', aRequest({ consent }))).body.fields?.[0];
    expect(await fieldOf({ version: '2026-11', given: false })).toMatchObject({ path: 'consent.given' });
    expect(await fieldOf({ version: '2020-01', given: true })).toMatchObject({
      path: 'consent.version',
      message: expect.stringContaining('新版本'),
    });
    expect(await fieldOf(undefined)).toMatchObject({ path: 'consent' });
  });

  it('takes an alias, and no number for one', async () => {
    const socialWorker = await district.socialWorker();
    for (const alias of ['13800000001', '木棉139', '440103190001019982', '', '一二三四五六七八九十甲乙丙']) {
      const answer = await socialWorker.post('/care/requests', aRequest({ alias }));
      expect(answer.body.fields).toEqual([{ path: 'alias', message: expect.stringContaining('化名') }]);
    }
    expect((await socialWorker.post('/care/requests', aRequest({ alias: 'Mrs. Wong' }))).status).toBe(201);
  });

  it('refuses what it does not ask for, such as a name', async () => {
    const socialWorker = await district.socialWorker();
    expect((await socialWorker.post('/care/requests', aRequest({ name: '陈小明' }))).status).toBe(400);
  });
});

describe('screening', () => {
  it('is scored here, by a version that is kept', async () => {
    const socialWorker = await district.socialWorker();
    const caseId = await takeRequest(socialWorker);
    expect((await socialWorker.get(`/care/cases/${caseId}`)).body).not.toHaveProperty('risk');
    const answer = await socialWorker.post(screeningOf(caseId), { dangerNow: false, phq2: [1, 2] });
    expect(answer.body).toEqual({ caseId, state: 'waiting' });
    expect((await socialWorker.get(`/care/cases/${caseId}`)).body).toMatchObject({
      state: 'waiting',
      risk: 'moderate',
      screenings: [
        {
          at: district.clock.now,
          dangerNow: false,
          results: [{ instrument: 'phq2', version: 1, complete: true, total: 3, band: 'positive' }],
        },
      ],
    });
    const scored = { dangerNow: false, phq2: [0, 0], total: 0 };
    expect((await socialWorker.post(screeningOf(caseId), scored)).status).toBe(400);
  });

  it('raises a risk and never lowers it', async () => {
    const socialWorker = await district.socialWorker();
    const caseId = await aWaitingCase(socialWorker, {}, [0, 0]);
    const riskAfter = async (screening: object) => {
      await socialWorker.post(screeningOf(caseId), { dangerNow: false, ...screening });
      return (await socialWorker.get(`/care/cases/${caseId}`)).body.risk;
    };
    expect(await riskAfter({ phq2: [2, 2] })).toBe('moderate');
    expect(await riskAfter({ cssrs: { q2: true, q3: true } })).toBe('high');
    expect(await riskAfter({ phq2: [0, 0], cssrs: { q1: false, q2: false, q6: 'never' } })).toBe('high');
  });

  it('waits with a form that was left half way until it is complete, and keeps what was said', async () => {
    const socialWorker = await district.socialWorker();
    const caseId = await takeRequest(socialWorker);
    const half = await socialWorker.post(screeningOf(caseId), { dangerNow: false, phq2: [3, null] });
    expect(half.body.state).toBe('intake');
    const read = await socialWorker.get(`/care/cases/${caseId}`);
    expect(read.body).toMatchObject({ risk: 'moderate', screenings: [{ results: [{ complete: false, version: 1 }] }] });
    const candidates = await socialWorker.get(`/care/cases/${caseId}/candidates`);
    expect(candidates.body.code).toBe('care.notScreened');
  });

  it.each([
    ['danger now', { dangerNow: true, phq2: [0, 0] }],
    ['danger now, the form left half way', { dangerNow: true, phq2: [null, null] }],
    ['danger now, and nothing else', { dangerNow: true }],
    ['a plan, in a Columbia screener left half way', { dangerNow: false, cssrs: { q2: true, q5: true } }],
  ])('with %s opens an escalation and takes the case out of the queue', async (_case, screening) => {
    const socialWorker = await district.socialWorker();
    const caseId = await aWaitingCase(socialWorker);
    const before = district.pages.length;
    expect((await socialWorker.post(screeningOf(caseId), screening)).body.state).toBe('escalated');
    expect(district.pages.slice(before)).toMatchObject([{ place: home.street, level: 0, reason: 'opened' }]);

    const { items } = (await socialWorker.get(`/care/queue?place=${home.street}&limit=100`)).body;
    expect(items.map((entry: { caseId: string }) => entry.caseId)).not.toContain(caseId);
    expect((await socialWorker.get(`/care/cases/${caseId}/candidates`)).body.code).toBe('care.emergency');
    const { counsellorId } = await district.counsellor();
    const assignment = await socialWorker.post(`/care/cases/${caseId}/assignment`, { counsellorId });
    expect(assignment.body.code).toBe('care.emergency');
    const again = await socialWorker.post(screeningOf(caseId), { dangerNow: false, phq2: [0, 0] });
    expect(again.body.state).toBe('escalated');
    expect(district.pages.length).toBe(before + 1);
  });

  it('is not lost to an assignment at the same moment: danger wins', async () => {
    const socialWorker = await district.socialWorker();
    const { counsellorId } = await district.counsellor();
    const caseId = await aWaitingCase(socialWorker);
    const overrideReason = '当事人指定这位心理志愿者';
    const [danger] = await Promise.all([
      socialWorker.post(screeningOf(caseId), { dangerNow: true }),
      socialWorker.post(`/care/cases/${caseId}/assignment`, { counsellorId, overrideReason }),
    ]);
    expect(danger.status).toBe(200);
    expect((await socialWorker.get(`/care/cases/${caseId}`)).body).toMatchObject({
      state: 'escalated',
      risk: 'emergency',
    });
  });
});

describe('the queue', () => {
  it('goes by urgency and waiting together, page by page, with aliases and no content', async () => {
    const place = '440103/014';
    const [socialWorker, colleague] = await Promise.all(
      [1, 2].map(() => district.person({ role: 'socialWorker', scope: place })),
    );
    if (!socialWorker || !colleague) throw new Error('nobody came');
    const take = async (alias: string, screening?: object, desk = place) => {
      const caseId = await takeRequest(socialWorker, { alias, place: desk });
      if (screening) await socialWorker.post(screeningOf(caseId), { dangerNow: false, ...screening });
      district.later(day);
    };
    await take('低', { phq2: [0, 0] });
    await take('中先', { phq2: [2, 2] });
    await take('未问');
    await take('中后', { phq2: [2, 2] }, `${place}/002`);
    await take('高', { phq2: [2, 2], cssrs: { q2: true, q3: true } });
    // Waited 5, 4, 3, 2 and 1 days, which weigh 1, 4, 16 (nobody knows yet), 4 and 16 each.

    const queue = async (caller: typeof socialWorker, desk: string) => {
      const entries: Record<string, unknown>[] = [];
      let cursor = '';
      do {
        const page = (await caller.get(`/care/queue?place=${desk}&limit=2${cursor && `&cursor=${cursor}`}`)).body;
        expect(page.items.length).toBeLessThanOrEqual(2);
        entries.push(...page.items);
        cursor = page.cursor ?? '';
      } while (cursor);
      return entries;
    };
    const all = await queue(colleague, place);
    expect(all.map(({ alias, risk, state, mine, priority }) => [alias, risk, state, mine, priority])).toEqual([
      ['未问', undefined, 'intake', false, 48],
      ['中先', 'moderate', 'waiting', false, 16],
      ['高', 'high', 'waiting', false, 16],
      ['中后', 'moderate', 'waiting', false, 8],
      ['低', 'low', 'waiting', false, 5],
    ]);
    expect(Object.keys(all[1] ?? {}).toSorted()).toEqual([
      'alias',
      'caseId',
      'inHand',
      'mine',
      'priority',
      'receivedAt',
      'risk',
      'state',
    ]);
    expect((await queue(socialWorker, place)).every(({ mine }) => mine)).toBe(true);
    expect((await queue(socialWorker, `${place}/002`)).map(({ alias }) => alias)).toEqual(['中后']);
  });

  it('is refused beyond one’s own branch', async () => {
    const socialWorker = await district.socialWorker();
    expect((await socialWorker.get(`/care/queue?place=${elsewhere.street}`)).status).toBe(403);
  });
});
