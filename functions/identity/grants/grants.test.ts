import { day } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const coordinator = (scope: string) => district.person({ role: 'coordinator', scope });
const security = () => district.person({ role: 'securityAdministrator', scope: '440103' });

/** Somebody who has signed in and holds nothing yet. */
async function somebody(): Promise<{ mobile: string; caller: TestClient; accountId: string }> {
  const mobile = district.nextMobile();
  const caller = district.stranger();
  await caller.signIn(mobile, district.sent);
  return { mobile, caller, accountId: (await caller.get('/session')).body.account.id };
}
const rolesOf = async (caller: TestClient) =>
  (await caller.get('/session')).body.account.roles.map(
    ({ role, scope }: { role: string; scope: string }) => `${role} ${scope}`,
  );

describe('giving a role', () => {
  it('counts at once, is listed by scope with who gave it, and is told to the person', async () => {
    const giver = await coordinator('440103');
    const { mobile, caller, accountId } = await somebody();
    const given = await giver.post('/grants', { mobile, role: 'coordinator', scope: home.street });
    expect([given.status, given.body.accountId]).toEqual([201, accountId]);
    expect(await rolesOf(caller)).toEqual([`coordinator ${home.street}`]);

    const list = await giver.get(`/grants?place=${home.street}&limit=100`);
    expect(list.body.items.find((grant: { accountId: string }) => grant.accountId === accountId)).toMatchObject({
      ...{ role: 'coordinator', scope: home.street, state: 'effective', grantedBy: '测试', mayEnd: true },
    });
    expect((await giver.get(`/grants?place=${elsewhere.street}&limit=100`)).body.items).not.toContainEqual(
      expect.objectContaining({ accountId }),
    );
    await district.settle();
    const [notice] = (await caller.get('/notifications')).body.items;
    expect(notice).toMatchObject({ kind: 'grantGiven', body: expect.stringContaining('协调员') });
  });

  it('begins and ends with its days in Liwan', async () => {
    const giver = await coordinator('440103');
    const { mobile, caller } = await somebody();
    const days = { from: '2026-11-26', to: '2026-11-27' };
    await giver.post('/grants', { mobile, role: 'coordinator', scope: home.community, ...days });
    const { now } = district.clock;
    const seen = [];
    for (const at of [
      '2026-11-25T15:59:59.999Z',
      '2026-11-25T16:00:00.000Z',
      '2026-11-27T15:59:59.999Z',
      '2026-11-27T16:00:00.000Z',
    ]) {
      district.clock.now = at;
      seen.push((await rolesOf(caller)).length);
      expect((await caller.get(`/grants?place=${home.community}`)).status).toBe(seen.at(-1) ? 200 : 403);
    }
    district.clock.now = now;
    expect(seen).toEqual([0, 1, 1, 0]);
  });

  it('opens an account for somebody who is new, who must be named', async () => {
    const giver = await coordinator('440103');
    const mobile = district.nextMobile();
    const grant = { mobile, role: 'coordinator', scope: home.street };
    expect((await giver.post('/grants', grant)).body).toMatchObject({
      code: 'grant.nameless',
      fields: [{ path: 'name' }],
    });
    expect((await giver.post('/grants', { ...grant, name: '苏小姐' })).status).toBe(201);
    const caller = district.stranger();
    await caller.signIn(mobile, district.sent);
    expect(await rolesOf(caller)).toEqual([`coordinator ${home.street}`]);
  });

  it.each([
    ['above one’s own', '440103', 'coordinator', 'grant.aboveOwn'],
    ['at one’s own place', home.street, 'coordinator', 'grant.aboveOwn'],
    ['elsewhere', elsewhere.community, 'coordinator', 'grant.aboveOwn'],
    ['of another role', home.community, 'socialWorker', 'grant.aboveOwn'],
    ['that comes with a team', home.team, 'teamLeader', 'grant.notGrantable'],
  ])('is refused %s, and nothing is half done', async (_where, scope, role, code) => {
    const giver = await coordinator(home.street);
    const { mobile, caller } = await somebody();
    const refused = await giver.post('/grants', { mobile, role, scope });
    expect(refused.body.code).toBe(code);
    expect(await rolesOf(caller)).toEqual([]);
    await district.settle();
    expect((await caller.get('/notifications')).body.items).toEqual([]);
  });

  it('is refused to oneself, twice, for a place that is not there, and for days that are over', async () => {
    const giver = await security();
    const { mobile, caller } = await somebody();
    await giver.post('/grants', { mobile, role: 'securityAdministrator', scope: '440103' });
    const own = await caller.post('/grants', { mobile, role: 'coordinator', scope: '440103' });
    expect([own.status, own.body.code]).toEqual([403, 'grant.own']);
    const grant = { mobile, role: 'coordinator', scope: home.street };
    expect((await giver.post('/grants', grant)).status).toBe(201);
    expect((await giver.post('/grants', grant)).body.code).toBe('grant.held');
    expect((await giver.post('/grants', { ...grant, scope: '440103/999' })).status).toBe(404);
    const late = await giver.post('/grants', { ...grant, scope: elsewhere.street, to: '2026-11-23' });
    expect(late.body.fields).toMatchObject([{ path: 'to', message: expect.stringContaining('今天') }]);
  });
});

describe('the three administrators', () => {
  it('are never one person, also not when two are given at once or one is to come', async () => {
    const giver = await security();
    const { mobile, caller } = await somebody();
    const roles = ['systemAdministrator', 'auditAdministrator', 'securityAdministrator'];
    const answers = await Promise.all(
      roles.map((role) => giver.post('/grants', { mobile, role, scope: '440103', from: '2026-12-01' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    for (const { body, status } of answers) if (status === 409) expect(body.code).toBe('grant.twoAdministrators');
    expect(await rolesOf(caller)).toEqual([]);
  });

  it('have no part in care, whoever would give it to them, as a deputy either', async () => {
    const giver = await security();
    const { mobile, caller } = await somebody();
    const give = (role: string, scope: string) => giver.post('/grants', { mobile, role, scope });
    expect((await give('systemAdministrator', '440103')).status).toBe(201);
    const worker = await district.person({ role: 'socialWorker', scope: home.street });
    const leave = { mobile, from: '2026-11-24', to: '2026-11-30' };
    for (const answer of [await give('careSupervisor', '440103'), await worker.post('/grants/deputies', leave)]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'grant.administratorInCare']);
    }
    const supporter = await somebody();
    const of = { mobile: supporter.mobile, scope: '440103' };
    expect((await giver.post('/grants', { ...of, role: 'onCall' })).status).toBe(201);
    const answer = await giver.post('/grants', { ...of, role: 'auditAdministrator' });
    expect([answer.status, answer.body.code]).toEqual([409, 'grant.administratorInCare']);
    expect(await rolesOf(caller)).toEqual(['systemAdministrator 440103']);
  });

  it('cannot be two by the operator’s command either', async () => {
    const { accounts } = district.contexts.identity;
    const deed = { actor: { accountId: 'operator' }, now: district.clock.now, idempotencyKey: 'operator-0000000000' };
    const mobile = '+8613700000001';
    const grant = { role: 'auditAdministrator', scope: '440103' } as const;
    expect(await accounts.appoint(deed, { mobile, grant, held: true, name: '霍建明' })).toBe('changed');
    const second = { ...grant, role: 'systemAdministrator' } as const;
    await expect(accounts.appoint(deed, { mobile, grant: second, held: true })).rejects.toMatchObject({
      code: 'grant.twoAdministrators',
    });
    expect(await accounts.appoint(deed, { mobile, grant, held: false })).toBe('changed');
    expect(await accounts.appoint(deed, { mobile, grant: second, held: true })).toBe('changed');
  });
});

it('who works in our care is shown to the security administrator only', async () => {
  const { mobile, accountId } = await somebody();
  await (await security()).post('/grants', { mobile, role: 'socialWorker', scope: home.street });
  const path = `/grants?place=${home.street}&limit=100`;
  const listed = async (caller: TestClient, kind: string) =>
    ((await caller.get(`${path}&kind=${kind}`)).body.items ?? []).some(
      (grant: object) => 'accountId' in grant && grant.accountId === accountId,
    );
  const [near, guardian] = [await coordinator('440103'), await security()];
  expect([await listed(near, 'staff'), await listed(guardian, 'staff')]).toEqual([false, false]);
  expect((await near.get(`${path}&kind=care`)).status).toBe(403);
  expect(await listed(guardian, 'care')).toBe(true);
});

describe('ending a role', () => {
  it('counts at the next request, and a second time says so', async () => {
    const giver = await coordinator('440103');
    const { mobile, caller, accountId } = await somebody();
    const grant = { role: 'coordinator', scope: home.street };
    await giver.post('/grants', { mobile, ...grant });
    const peer = await coordinator(home.street);
    expect((await peer.post('/grants/ends', { accountId, ...grant })).body.code).toBe('grant.aboveOwn');
    expect((await giver.post('/grants/ends', { accountId, ...grant })).status).toBe(200);
    expect((await caller.get(`/grants?place=${home.street}`)).status).toBe(403);
    expect((await giver.post('/grants/ends', { accountId, ...grant })).body.code).toBe('grant.notHeld');
    const list = await giver.get(`/grants?place=${home.street}&limit=100`);
    expect(list.body.items).not.toContainEqual(expect.objectContaining({ accountId }));
  });
});

describe('a deputy', () => {
  it('stands in for the days of a leave, appoints nobody, and lapses by itself', async () => {
    const away = await coordinator(home.street);
    const { mobile, caller, accountId } = await somebody();
    const named = await away.post('/grants/deputies', { mobile, from: '2026-11-24', to: '2026-11-26' });
    expect(named.body).toEqual({ accountId, grants: [{ role: 'coordinator', scope: home.street }] });
    expect(await rolesOf(caller)).toEqual([`coordinator ${home.street}`]);
    const third = await somebody();
    const onward = { mobile: third.mobile, role: 'coordinator', scope: home.community };
    expect((await caller.post('/grants', onward)).body.code).toBe('grant.aboveOwn');
    const further = { mobile: third.mobile, from: '2026-11-24', to: '2026-11-25' };
    expect((await caller.post('/grants/deputies', further)).body.code).toBe('grant.nothingToDeputise');
    expect((await away.get('/grants/deputies')).body.items).toMatchObject([
      { accountId, deputyFor: '测试', mayEnd: true },
    ]);
    await district.settle();
    expect((await caller.get('/notifications')).body.items[0]).toMatchObject({ kind: 'deputyNamed' });

    const { now } = district.clock;
    district.later(3 * day);
    expect(await rolesOf(caller)).toEqual([]);
    expect((await away.get('/grants/deputies')).body.items).toEqual([]);
    district.clock.now = now;
  });

  it('is sent home early by whom they stand in for', async () => {
    const away = await coordinator(home.street);
    const { mobile, caller, accountId } = await somebody();
    await away.post('/grants/deputies', { mobile, from: '2026-11-24', to: '2026-12-20' });
    const grant = { accountId, role: 'coordinator', scope: home.street };
    expect((await away.post('/grants/ends', grant)).status).toBe(200);
    expect(await rolesOf(caller)).toEqual([]);
  });

  it.each([
    ['for longer than ninety days', { from: '2026-11-24', to: '2027-03-01' }],
    ['for days that are over', { from: '2026-11-20', to: '2026-11-22' }],
    ['backwards', { from: '2026-12-20', to: '2026-12-01' }],
  ])('is refused %s', async (_what, days) => {
    const away = await coordinator(home.street);
    const { mobile } = await somebody();
    const refused = await away.post('/grants/deputies', { mobile, ...days });
    expect(refused.body).toMatchObject({ status: 400, fields: [{ path: 'to' }] });
  });

  it('must have an account', async () => {
    const away = await coordinator(home.street);
    const stranger = { mobile: district.nextMobile(), from: '2026-11-24', to: '2026-11-26' };
    expect((await away.post('/grants/deputies', stranger)).body.code).toBe('grant.unknownPerson');
  });
});
