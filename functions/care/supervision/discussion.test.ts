import { hour } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anAssignedCase, type CareDistrict, startCareDistrict } from '../test-care.ts';
import { DiscussionItem } from './discussion.table.ts';
import { aDiscussion, bring } from './test-discussion.ts';
import {
  aNamedSupervisor,
  aSupervisedCase,
  aSupervisionSession,
  changeSupervisor,
  heldReport,
} from './test-supervision.ts';

let district: CareDistrict;
beforeEach(async () => {
  district = await startCareDistrict();
});
afterEach(() => district.stop());

/** Another counsellor of the same supervisor. */
async function aPeer(lead: Awaited<ReturnType<typeof aNamedSupervisor>>) {
  const peer = await district.counsellor();
  await changeSupervisor(lead.caller, peer.counsellorId, { supervisor: lead.supervisor });
  return peer;
}

const text = '当事人每次都在最后五分钟才说要紧的话，我不知道怎么收尾。';

describe('a case that is brought to supervision', () => {
  it('is read by the supervisor and, where she says so, the group: without case, alias or who brought it', async () => {
    const { caseId, counsellor, lead, counsellorId } = await aSupervisedCase(district);
    const [peer, stranger] = [await aPeer(lead), await district.counsellor()];
    await bring(counsellor.caller, caseId);
    await bring(counsellor.caller, caseId, { audience: 'supervisor' });
    const forGroup = (await peer.caller.get('/care/group-discussions')).body;
    const facts = { ageBand: '45to59', topics: ['family'], sessions: 0, text, isMine: false, isOpen: true };
    expect(forGroup.items).toMatchObject([facts]);
    expect(JSON.stringify(forGroup)).not.toMatch(new RegExp(`${caseId}|${counsellorId}|晨曦|木棉`));
    expect((await stranger.caller.get('/care/group-discussions')).body.items).toEqual([]);
    const seen = (await lead.caller.get(`/care/supervision/${counsellorId}/discussions`)).body;
    expect(seen.items).toHaveLength(2);
    expect(JSON.stringify(seen)).not.toContain(caseId);
    const { items: own } = (await counsellor.caller.get('/care/own-discussions')).body;
    expect(own.map(({ isMine }: { isMine: boolean }) => isMine)).toEqual([true, true]);
    const { items: lines } = (await lead.caller.get('/care/readings?place=440103&limit=50')).body;
    const read = lines.filter(({ opened }: { opened: string }) => opened === 'discussion');
    expect(read.map(({ as }: { as: string }) => as).toSorted()).toEqual(['careSupervisor', 'counsellor']);
  });

  it('warns of what gives somebody away, and never takes the alias or the case', async () => {
    const { caseId, counsellor } = await aSupervisedCase(district);
    const tryOn = async (words: string, asMeant = false) => {
      const body = aDiscussion(caseId, { text: `${text}${words}`, asMeant });
      const answer = await counsellor.caller.post('/care/discussions', body);
      return answer.status === 201 ? 'kept' : answer.body.code;
    };
    expect(await tryOn('晨曦说的')).toBe('careDiscussion.namesAlias');
    expect(await tryOn('晨曦说的', true)).toBe('careDiscussion.namesAlias');
    expect(await tryOn(caseId, true)).toBe('careDiscussion.namesAlias');
    expect(await tryOn('电话 138 0013 8000')).toBe('careDiscussion.namesNumber');
    expect(await tryOn('住宝华路 12 号')).toBe('careDiscussion.namesAddress');
    expect(await tryOn('像是抑郁症')).toBe('care.namesAnIllness');
    expect(await tryOn('她说“医生说我是抑郁症”')).toBe('kept');
    expect(await tryOn('住宝华路 12 号', true)).toBe('kept');
  });

  it('closes with the session in which it was talked about, or when it is taken back', async () => {
    const { caseId, counsellor, lead, counsellorId } = await aSupervisedCase(district);
    const peer = await aPeer(lead);
    const group = async () => (await peer.caller.get('/care/group-discussions')).body.items.length;
    const first = await bring(counsellor.caller, caseId);
    await bring(counsellor.caller, caseId);
    expect(await group()).toBe(2);
    expect((await peer.caller.post(`/care/discussions/${first}/withdrawal`)).status).toBe(404);
    expect((await counsellor.caller.post(`/care/discussions/${first}/withdrawal`)).status).toBe(200);
    expect(await group()).toBe(1);
    const session = await aSupervisionSession(district, lead.caller, counsellorId);
    district.later(3 * hour);
    const told = await lead.caller.post(`/care/supervision/${counsellorId}/outcome`, heldReport(session));
    expect(told.status).toBe(200);
    expect(await group()).toBe(0);
    const again = await counsellor.caller.post(`/care/discussions/${first}/withdrawal`);
    expect(again.body.code).toBe('careDiscussion.closed');
  });

  it('leaves the group when its counsellor has another supervisor, and is three at most', async () => {
    const { caseId, counsellor, lead, counsellorId } = await aSupervisedCase(district);
    const peer = await aPeer(lead);
    for (let count = 0; count < 3; count += 1) await bring(counsellor.caller, caseId);
    const fourth = await counsellor.caller.post('/care/discussions', aDiscussion(caseId));
    expect(fourth.body.code).toBe('careDiscussion.tooMany');
    expect((await peer.caller.get('/care/group-discussions?limit=2')).body.items).toHaveLength(2);
    const next = await aNamedSupervisor(district, '何督导');
    const { supervision } = (await lead.caller.get('/care/counsellors?place=440103')).body.items.find(
      (each: { counsellorId: string }) => each.counsellorId === counsellorId,
    );
    await changeSupervisor(lead.caller, counsellorId, { version: supervision.version, supervisor: next.supervisor });
    expect((await peer.caller.get('/care/group-discussions')).body.items).toEqual([]);
    expect((await lead.caller.get(`/care/supervision/${counsellorId}/discussions`)).status).toBe(403);
    expect((await next.caller.get(`/care/supervision/${counsellorId}/discussions`)).body.items).toHaveLength(3);
  });

  it('is brought of one’s own case only, lies under seal, and names no case in its row', async () => {
    const { caseId, counsellor, counsellorId } = await aSupervisedCase(district);
    const other = await district.counsellor();
    expect((await other.caller.post('/care/discussions', aDiscussion(caseId))).status).toBe(403);
    await bring(counsellor.caller, caseId);
    const range = { beginsWith: 'DISCUSSION#' };
    const pk = `COUNSELLOR#${counsellorId}`;
    const { items } = await district.table('care').query(DiscussionItem, pk, { range, limit: 10 });
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toMatch(new RegExp(`${caseId}|family|收尾|45to59`));
  });

  it('takes a supervisor', async () => {
    const { counsellor, caseId } = await anAssignedCase(district);
    const answer = await counsellor.caller.post('/care/discussions', aDiscussion(caseId));
    expect(answer.body.code).toBe('careSupervision.noSupervisor');
  });
});
