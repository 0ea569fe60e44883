import { randomUUID } from 'node:crypto';
import type { ApprovalResults } from '@kaifong/shared/people/schema.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actor } from '../../platform/actor.ts';
import { aRegistration, aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

const applicants = (count: number) =>
  Promise.all(Array.from({ length: count }, () => aVolunteer(district, { state: 'applied' })));
const approve = (volunteerIds: readonly string[], options: { key?: string; by?: TestClient } = {}) =>
  (options.by ?? coordinator).post(
    '/volunteers/approvals',
    { place: home.street, volunteerIds },
    { key: options.key ?? randomUUID() },
  );
const stateOf = async (volunteerId: string) => (await coordinator.get(`/volunteers/${volunteerId}`)).body.state;
const movesOf = async (volunteerId: string) =>
  (await coordinator.get(`/volunteers/${volunteerId}/moves`)).body.items.map(({ move }: { move: string }) => move);

describe('approving several at once', () => {
  it('lets each of them in, with a line of history each, and tells them', async () => {
    const people = await applicants(12);
    const answer = await approve(people.map(({ volunteerId }) => volunteerId));
    expect(answer.body.results).toEqual(people.map(({ volunteerId }) => ({ id: volunteerId, approved: true })));
    for (const { volunteerId } of people) expect(await movesOf(volunteerId)).toEqual(['approve']);
    await district.settle();
    const [notice] = (await people[0]?.caller.get('/notifications'))?.body.items ?? [];
    expect(notice).toMatchObject({ kind: 'volunteerApproved' });
  });

  it('says of each who was not let in why, and lets the others in all the same', async () => {
    const [good, declined, abroad] = [
      await aVolunteer(district, { state: 'applied' }),
      await aVolunteer(district, { state: 'applied' }),
      await aVolunteer(district, { state: 'applied', scope: elsewhere.community }),
    ];
    const own = await coordinator.post('/volunteers', aRegistration());
    await coordinator.post(`/volunteers/${declined.volunteerId}/approval`, { decision: 'decline', reason: '资料不全' });
    const unknown = 'vol_00000000000000000000';
    const asked = [declined.volunteerId, abroad.volunteerId, own.body.id, unknown, good.volunteerId];
    const { results } = (await approve(asked)).body as ApprovalResults;
    expect(results.map(({ code }) => code)).toEqual([
      'people.alreadyDecided',
      'platform.notFound',
      'people.ownApplication',
      'platform.notFound',
      undefined,
    ]);
    expect(results[0]).toMatchObject({ approved: false, detail: '这份申请已经处理过，请刷新名单。' });
    expect(await stateOf(good.volunteerId)).toBe('active');
    expect(await stateOf(declined.volunteerId)).toBe('declined');
  });

  it('does it once when it is sent twice, also at the same moment', async () => {
    const ids = (await applicants(9)).map(({ volunteerId }) => volunteerId);
    const key = randomUUID();
    const answers = await Promise.all([approve(ids, { key }), approve(ids, { key })]);
    const again = await approve(ids, { key });
    for (const { status, body } of [...answers, again]) {
      expect([status, body.results]).toEqual([200, ids.map((id) => ({ id, approved: true }))]);
    }
    for (const id of ids) expect(await movesOf(id)).toEqual(['approve']);
  });

  it('leaves to one of two coordinators what both approve', async () => {
    const ids = (await applicants(6)).map(({ volunteerId }) => volunteerId);
    const other = await district.person({ role: 'coordinator', scope: home.community });
    const answers = await Promise.all([
      approve(ids),
      other.post('/volunteers/approvals', { place: home.community, volunteerIds: ids }),
    ]);
    const approved = answers.flatMap(({ body }) => body.results).filter(({ approved }) => approved);
    expect(approved.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    for (const id of ids) expect(await movesOf(id)).toEqual(['approve']);
  });

  it('goes on where it broke off', async () => {
    const ids = (await applicants(4)).map(({ volunteerId }) => volunteerId);
    const key = randomUUID();
    // The same command got as far as the first two, and no further: it has no receipt.
    const actor = (await coordinator.get('/session')).body.account;
    const halfway = {
      actor: new Actor({ accountId: actor.id, grants: actor.roles }),
      now: district.clock.now,
      idempotencyKey: key,
      receipt: () => {
        throw new Error('the machine stopped');
      },
    };
    const first = { place: home.street, volunteerIds: ids.slice(0, 2) };
    await expect(district.contexts.people.approval.approveAll(halfway, first, 'zh-Hans')).rejects.toThrow('stopped');
    const { results } = (await approve(ids, { key })).body as ApprovalResults;
    expect(results).toEqual(ids.map((id) => ({ id, approved: true })));
    for (const id of ids) expect(await movesOf(id)).toEqual(['approve']);
  });

  it('takes fifty at most, and at least one', async () => {
    const ids = Array.from({ length: 51 }, (_, index) => `vol_${String(index).padStart(20, '0')}`);
    expect((await approve(ids)).body.fields[0]).toMatchObject({
      path: 'volunteerIds',
      message: expect.stringContaining('50'),
    });
    expect((await approve([])).body.fields[0].path).toBe('volunteerIds');
  });
});
