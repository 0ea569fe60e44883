import { newId } from '@kaifong/shared/kernel/ids.ts';
import { communityFund, issueAccount, volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact, type Write } from '../platform/transact.ts';
import { aServiceRecord } from '../test/a-service-record.ts';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';
import { LedgerAccount, PostingItem, VolunteerAccount } from './points.table.ts';
import { shardOf, shards } from './shards.ts';

let district: TestDistrict;
beforeEach(async () => {
  district = await startDistrict();
});
afterEach(() => district.stop());

const points = () => district.contexts.points;
const table = () => district.table('points');
const aVolunteerId = () => newId('volunteer', Date.now());
const book = (record: Parameters<typeof aServiceRecord>[0]) =>
  points().ledger.book(aServiceRecord(record), district.clock.now);
/** What no code of ours does. */
const tamper = (write: Write) => transact(table().client, { write });

/** Somebody at the cap, so that her fund has something too. */
async function someoneRich() {
  const volunteerId = aVolunteerId();
  await book({ volunteerId, seq: 1, minutes: 1499 * 60 });
  await book({ volunteerId, seq: 2, minutes: 180 });
  return { volunteerId, account: volunteerAccount(volunteerId), shard: shardOf(volunteerId) };
}

describe('adding up', () => {
  it('finds nothing wrong with books that are sound, nor with none', async () => {
    expect(await points().reconciliation.all()).toMatchObject({ postings: 0, found: [] });
    await someoneRich();
    // A volunteer, a fund, and issue, reward, expiry and escrow of each shard.
    expect(await points().reconciliation.all()).toEqual({ accounts: 2 + 4 * shards.length, postings: 2, found: [] });
  });

  it('names the account of a volunteer, of a fund and of issue whose balance was changed', async () => {
    const { volunteerId, account, shard } = await someoneRich();
    const fund = communityFund(home.community);
    await tamper(table().adjust(VolunteerAccount, { volunteerId }, { add: { balance: -5 } }));
    await tamper(table().adjust(LedgerAccount, { account: fund }, { add: { balance: 1 } }));
    await tamper(table().adjust(LedgerAccount, { account: issueAccount(shard) }, { add: { balance: 4 } }));
    const { found } = await points().reconciliation.all();
    expect(found).toHaveLength(3);
    expect(found).toContainEqual({ kind: 'differs', account, posted: 1500, balance: 1495 });
    expect(found).toContainEqual({ kind: 'differs', account: fund, posted: 2, balance: 3 });
    expect(found).toContainEqual({ kind: 'differs', account: issueAccount(shard), posted: -1502, balance: -1498 });
  });

  it('names an account whose posting was taken away or made up, and one that has none', async () => {
    const { account, shard } = await someoneRich();
    const [stranger, nobody] = [aVolunteerId(), aVolunteerId()];
    await tamper(table().remove(PostingItem, { reference: `service/${account.slice('volunteer:'.length)}/2` }));
    const legs = [
      { account: volunteerAccount(stranger), amount: 7 },
      { account: issueAccount(shardOf(stranger)), amount: -7 },
    ];
    await tamper(table().put(PostingItem, { reference: 'made up', at: district.clock.now, legs }));
    await tamper(
      table().put(VolunteerAccount, {
        volunteerId: nobody,
        balance: 9,
        carriedMinutes: 0,
        minutes: 0,
        seq: 1,
        used: 0,
      }),
    );
    const { found } = await points().reconciliation.all();
    const named = found.map((one) => 'account' in one && one.account);
    expect(named).toContain(account);
    expect(named).toContain(communityFund(home.community));
    expect(named).toContain(issueAccount(shard));
    expect(found).toContainEqual({ kind: 'differs', account: volunteerAccount(stranger), posted: 7, balance: 0 });
    expect(found).toContainEqual({ kind: 'differs', account: volunteerAccount(nobody), posted: 0, balance: 9 });
  });

  it('does not cry wolf while the books are written', async () => {
    const people = Array.from({ length: 12 }, aVolunteerId);
    let done = false;
    const writing = Promise.all(
      people.map(async (volunteerId) => {
        for (let seq = 1; seq <= 12; seq += 1) await book({ volunteerId, seq, minutes: 130 });
      }),
    ).finally(() => {
      done = true;
    });
    const found: unknown[] = [];
    while (!done) {
      for (const volunteerId of people) {
        found.push(...(await points().reconciliation.shard(shardOf(volunteerId))).found);
        if (done) break;
      }
    }
    await writing;
    expect(found).toEqual([]);
  });
});

describe('the clock', () => {
  it('has added up every shard after five hours and twenty minutes, and rings with the name of an account that differs', async () => {
    const { volunteerId, account } = await someoneRich();
    const checkPass = async () => {
      const alerts: string[] = [];
      for (let minute = 0; minute < 320; minute += 1) {
        await points()
          .onTick(district.clock.now)
          .catch((error) => alerts.push(error.facts.accounts));
        district.later(60_000);
      }
      return alerts;
    };
    expect(await checkPass()).toEqual([]);
    await tamper(table().adjust(VolunteerAccount, { volunteerId }, { add: { balance: -5 } }));
    expect(await checkPass()).toEqual([`differs account ${account} posted 1500 balance 1495`]);
  });
});
