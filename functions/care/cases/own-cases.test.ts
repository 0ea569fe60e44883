import { day, hour } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHandover, anAssignedCase, aPlan, aWaitingCase, type CareDistrict, startCareDistrict } from '../test-care.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

type Client = Awaited<ReturnType<CareDistrict['socialWorker']>>;
const own = async (who: Client, query = '') => (await who.get(`/care/my-cases?as=socialWorker${query}`)).body;
const aliases = async (who: Client, query = '') =>
  (await own(who, query)).items.map(({ alias }: { alias: string }) => alias);

describe('the own cases', () => {
  it('list what needs something first, with the last talk and the next session', async () => {
    const { socialWorker, counsellor, caseId } = await anAssignedCase(district);
    const sessions = `/care/cases/${caseId}/sessions`;
    const held = aPlan(district.clock.now);
    const { sessionId } = (await counsellor.caller.post(sessions, held)).body;
    district.later(3 * hour);
    await counsellor.caller.post(`${sessions}/${sessionId}/outcome`, { outcome: 'held', minutes: 50 });
    const next = aPlan(district.clock.now);
    await counsellor.caller.post(sessions, next);
    const entry = { alias: '晨曦', talkedAt: held.startsAt, nextAt: next.startsAt };
    expect((await counsellor.caller.get('/care/my-cases')).body.items).toMatchObject([entry]);

    await aWaitingCase(socialWorker, { alias: '榕树' });
    await aWaitingCase(socialWorker, { alias: '木棉' }, [2, 2]);
    expect(await aliases(socialWorker)).toEqual(['木棉', '晨曦', '榕树']);
    expect((await own(socialWorker)).items[1]).toMatchObject(entry);

    district.later(2 * day);
    const first = await own(socialWorker, '&limit=2');
    const rest = await aliases(socialWorker, `&limit=2&cursor=${first.cursor}`);
    expect([...first.items.map(({ alias }: { alias: string }) => alias), ...rest]).toEqual(await aliases(socialWorker));
    expect(first.items).toHaveLength(2);
  });

  it('that ended are the social worker’s to look up, those that came last first', async () => {
    const { socialWorker, counsellor, caseId } = await anAssignedCase(district, { alias: '白兰' });
    district.later(hour);
    const other = await aWaitingCase(socialWorker, { alias: '紫荆' });
    expect(await aliases(socialWorker, '&which=ended')).toEqual([]);
    for (const each of [caseId, other]) {
      expect((await socialWorker.post(`/care/cases/${each}/closure`, { outcome: 'withdrawn' })).status).toBe(200);
    }
    expect(await aliases(socialWorker)).toEqual([]);
    expect(await aliases(socialWorker, '&which=ended')).toEqual(['紫荆', '白兰']);
    expect((await counsellor.caller.get('/care/my-cases?which=ended')).body).toEqual({ items: [] });
  });

  it('tell a counsellor nothing of the sessions that another one held', async () => {
    const { socialWorker, counsellor, caseId } = await anAssignedCase(district, { alias: '苏铁' });
    const sessions = `/care/cases/${caseId}/sessions`;
    const held = aPlan(district.clock.now);
    const { sessionId } = (await counsellor.caller.post(sessions, held)).body;
    district.later(3 * hour);
    await counsellor.caller.post(`${sessions}/${sessionId}/outcome`, { outcome: 'held', minutes: 50 });
    expect((await counsellor.caller.post(`/care/cases/${caseId}/handovers`, aHandover())).body).toMatchObject({
      caseId,
    });
    const next = await district.counsellor();
    const assignment = { counsellorId: next.counsellorId, overrideReason: '本人希望换一位，已经说好了。' };
    expect((await socialWorker.post(`/care/cases/${caseId}/assignment`, assignment)).body).toMatchObject({ caseId });
    const [hers] = (await next.caller.get('/care/my-cases')).body.items;
    expect(hers).toMatchObject({ alias: '苏铁' });
    expect(hers.talkedAt).toBeUndefined();
    expect((await own(socialWorker)).items[0]).toMatchObject({ alias: '苏铁', talkedAt: held.startsAt });
  });
});
