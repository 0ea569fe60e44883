import { communityFund } from '@kaifong/shared/points/ledger/accounts.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMerge } from '../test/a-merge.ts';
import { someoneWith } from '../test/a-reward.ts';
import { aServiceRecord } from '../test/a-service-record.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../test/district.ts';
import { LedgerAccount } from './points.table.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

type Person = Awaited<ReturnType<typeof aVolunteer>>;
const choose = ({ caller }: Person, community: string) => caller.put('/points-funds/mine', { community });
const holds = async (community: string) =>
  (await district.table('points').get(LedgerAccount, { account: communityFund(community) }))?.balance ?? 0;
const serve = ({ volunteerId }: Person, seq: number, hours: number, more = {}) =>
  district.contexts.points.ledger.book(
    aServiceRecord({ volunteerId, seq, minutes: hours * 60, ...more }),
    district.clock.now,
  );

describe('what is above the cap', () => {
  it('goes to the fund of her own community, unless she picks another one', async () => {
    const mei = await someoneWith(district, 1503);
    expect((await mei.caller.get('/points-funds/mine')).body).toEqual({
      community: home.community,
      own: home.community,
    });
    const before = [await holds(home.community), await holds(elsewhere.community)] as const;
    expect(await choose(mei, elsewhere.community)).toMatchObject({
      ...{ status: 200, body: { community: elsewhere.community, own: home.community } },
    });
    await serve(mei, 2, 4);
    expect([await holds(home.community), await holds(elsewhere.community)]).toEqual([before[0], before[1] + 4]);
    expect((await choose(mei, home.community)).body.community).toBe(home.community);
    await serve(mei, 3, 2);
    expect([await holds(home.community), await holds(elsewhere.community)]).toEqual([before[0] + 2, before[1] + 4]);
  });

  it('comes back from the fund that it went to, whatever was picked since', async () => {
    const mei = await someoneWith(district, 1500);
    await choose(mei, elsewhere.community);
    await serve(mei, 2, 3);
    const before = [await holds(home.community), await holds(elsewhere.community)] as const;
    await choose(mei, home.community);
    await serve(mei, 3, -3, { kind: 'reversal', reverses: 2 });
    expect([await holds(home.community), await holds(elsewhere.community)]).toEqual([before[0], before[1] - 3]);
    expect((await mei.caller.get('/points')).body.balance).toBe(1500);
  });

  it('can be decided on before the first point, which comes all the same', async () => {
    const mei = await aVolunteer(district);
    expect((await choose(mei, elsewhere.community)).status).toBe(200);
    await serve(mei, 1, 5);
    expect((await mei.caller.get('/points')).body.balance).toBe(5);
    expect((await mei.caller.get('/points-funds/mine')).body.community).toBe(elsewhere.community);
  });

  it('goes where the record that stayed says, after a merge', async () => {
    const [goes, stays] = [await someoneWith(district, 700), await someoneWith(district, 800)];
    await choose(stays, elsewhere.community);
    await aMerge(district, { goes, stays });
    await district.settle();
    const before = await holds(elsewhere.community);
    await serve(goes, 2, 6);
    expect(await holds(elsewhere.community)).toBe(before + 6);
    expect((await district.contexts.points.reconciliation.all()).found).toEqual([]);
  });

  it('goes to no place that is not there, or is no community', async () => {
    const mei = await aVolunteer(district);
    expect((await choose(mei, '440103/999/999')).body.code).toBe('place.unknown');
    expect((await choose(mei, home.street)).status).toBe(400);
  });

  it('is lost to nobody when many bookings and choices come at once', async () => {
    const mei = await someoneWith(district, 1490);
    const before = (await holds(home.community)) + (await holds(elsewhere.community));
    const answers = await Promise.all([
      ...[2, 3, 4, 5].map((seq) => serve(mei, seq, 5)),
      choose(mei, elsewhere.community),
      choose(mei, elsewhere.community),
    ]);
    expect(answers).toHaveLength(6);
    expect((await mei.caller.get('/points')).body.balance).toBe(1500);
    expect((await holds(home.community)) + (await holds(elsewhere.community))).toBe(before + 10);
  });
});
