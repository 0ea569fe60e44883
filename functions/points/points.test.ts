import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type ServiceRecorded, serviceRecorded } from '@kaifong/shared/attendance/events.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { communityFund, volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { reconcile } from '@kaifong/shared/points/ledger/ledger.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installedFont } from '../platform/installed-font.ts';
import { type AnyItemType, decode } from '../platform/item-type.ts';
import { EventItem } from '../platform/outbox.ts';
import { Table } from '../platform/table.ts';
import { transact } from '../platform/transact.ts';
import { aServiceRecord } from '../test/a-service-record.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../test/district.ts';
import { unruly } from '../test/unruly-client.ts';
import { createPoints } from './index.ts';
import { LedgerAccount, PostingItem, VolunteerAccount } from './points.table.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const aVolunteerId = () => newId('volunteer', Date.now());

const book = (record: ServiceRecorded) => district.contexts.points.ledger.book(record, district.clock.now);

/** A consumer in the cloud: calls conflict, are throttled or lose their answer, and what failed is delivered again. */
function unrulyConsumer(seed: number) {
  const { client, name } = district.table('points');
  const wrapped = unruly({ seed, throttled: 0.05, lost: 0.05, delayed: 0.2 })(client);
  const { ledger } = createPoints({
    ...district.contexts,
    sealer: district.sealer,
    readFont: installedFont,
    table: new Table(wrapped, name),
  });
  return async (records: readonly ServiceRecorded[]) => {
    for (const record of records) {
      for (let booked = false; !booked; ) {
        booked = await ledger.book(record, district.clock.now).then(
          () => true,
          () => false,
        );
      }
    }
  };
}

/** Puts the event where attendance would have put it. */
async function tell(...records: ServiceRecorded[]): Promise<void> {
  const table = district.table('attendance');
  for (const record of records) {
    const event = serviceRecorded.make(district.clock.now, record);
    await transact(table.client, { event: table.put(EventItem, event) });
  }
}

/** Every posting and every balance there is; only a test may read a whole table. */
async function wholeLedger() {
  const table = district.table('points');
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
  const rowsOf = <Type extends AnyItemType>(type: Type) =>
    Items.filter(({ entity }) => entity === type.entity).map((row) => decode(type, row));
  const balances = new Map(rowsOf(LedgerAccount).map(({ account, balance }) => [account, balance]));
  for (const { volunteerId, balance } of rowsOf(VolunteerAccount)) balances.set(volunteerAccount(volunteerId), balance);
  return { postings: rowsOf(PostingItem), balances };
}

describe('a volunteer', () => {
  it('who has not served yet has nothing, and an hour to go', async () => {
    const { caller } = await aVolunteer(district);
    expect((await caller.get('/points')).body).toEqual({
      balance: 0,
      cap: 1500,
      carriedMinutes: 0,
      minutesToNextPoint: 60,
      star: { stars: 0, minutes: 0, minutesToNextStar: 6000 },
    });
    expect((await caller.get('/points/entries')).body).toEqual({ items: [] });
  });

  it('gets a point for each whole hour and sees how it was reckoned, newest first', async () => {
    const { caller, volunteerId } = await aVolunteer(district);
    await tell(aServiceRecord({ volunteerId, seq: 1, minutes: 130 }));
    await tell(aServiceRecord({ volunteerId, seq: 2, minutes: 50, day: '2026-11-25' }));
    await district.settle();

    expect((await caller.get('/points')).body).toMatchObject({
      balance: 3,
      carriedMinutes: 0,
      star: { minutes: 180, minutesToNextStar: 5820 },
    });
    const first = await caller.get('/points/entries?limit=1');
    expect(first.body.items).toEqual([
      {
        seq: 2,
        at: district.clock.now,
        points: 1,
        balance: 3,
        because: {
          ...{ kind: 'service', minutes: 50, day: '2026-11-25', carriedBefore: 10, carriedAfter: 0, toFund: 0 },
          earned: { minutes: 50, weights: [] },
        },
      },
    ]);
    const second = await caller.get(`/points/entries?limit=1&cursor=${first.body.cursor}`);
    expect(second.body.items).toMatchObject([{ seq: 1, points: 2, because: { minutes: 130, carriedAfter: 10 } }]);
  });

  it('sees only her own', async () => {
    const { caller } = await aVolunteer(district);
    const { caller: other, volunteerId } = await aVolunteer(district);
    await tell(aServiceRecord({ volunteerId, seq: 1, minutes: 600 }));
    await district.settle();
    const { cursor } = (await other.get('/points/entries?limit=1')).body;
    expect((await caller.get('/points/entries')).body.items).toEqual([]);
    if (cursor) expect((await caller.get(`/points/entries?cursor=${cursor}`)).status).toBe(400);
  });
});

describe('the points of a shift', () => {
  const leaderOf = (scope: string) => district.person({ role: 'teamLeader', scope });

  it('are seen by its leader, each volunteer once, with corrections taken off', async () => {
    const shiftId = newId('shift', Date.now());
    const [mei, lan] = [aVolunteerId(), aVolunteerId()].sort() as [string, string];
    await book(aServiceRecord({ volunteerId: mei, seq: 1, minutes: 90, shiftId }));
    await book(aServiceRecord({ volunteerId: lan, seq: 1, minutes: 130, shiftId }));
    await book(aServiceRecord({ volunteerId: lan, seq: 2, minutes: -130, kind: 'reversal', reverses: 1, shiftId }));
    await book(aServiceRecord({ volunteerId: lan, seq: 3, minutes: 180, shiftId }));

    const leader = await leaderOf(home.team);
    expect((await leader.get(`/shifts/${shiftId}/points`)).body).toEqual({
      items: [
        { volunteerId: mei, minutes: 90, points: 1, toFund: 0 },
        { volunteerId: lan, minutes: 180, points: 3, toFund: 0 },
      ],
    });
  });

  it('come in pages, of which the last may be empty, and are no other team’s to read', async () => {
    const shiftId = newId('shift', Date.now());
    await book(aServiceRecord({ volunteerId: aVolunteerId(), seq: 1, shiftId }));
    const leader = await leaderOf(home.team);
    const first = await leader.get(`/shifts/${shiftId}/points?limit=1`);
    expect(first.body.items).toHaveLength(1);
    expect(first.body.cursor).toBeDefined();
    const rest = `/shifts/${shiftId}/points?limit=1&cursor=${encodeURIComponent(first.body.cursor)}`;
    expect((await leader.get(rest)).body).toEqual({ items: [] });
    expect((await (await leaderOf(elsewhere.team)).get(rest)).status).toBe(403);
  });

  it('above the cap are told apart, and before the first booking there is nothing to find', async () => {
    const shiftId = newId('shift', Date.now());
    const volunteerId = aVolunteerId();
    await book(aServiceRecord({ volunteerId, seq: 1, minutes: 1499 * 60 }));
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    expect((await coordinator.get(`/shifts/${shiftId}/points`)).status).toBe(404);
    await book(aServiceRecord({ volunteerId, seq: 2, minutes: 180, shiftId }));
    expect((await coordinator.get(`/shifts/${shiftId}/points`)).body.items).toEqual([
      { volunteerId, minutes: 180, points: 1, toFund: 2 },
    ]);
  });
});

describe('the ledger', () => {
  it('books a record once, however often and by however many it is told', async () => {
    const { volunteerId } = await aVolunteer(district);
    const record = aServiceRecord({ volunteerId, seq: 1, minutes: 120 });
    await tell(record, record);
    await Promise.all([district.settle(), book(record), book(record), book(record)]);
    await district.redeliver();
    const account = await district.table('points').get(VolunteerAccount, { volunteerId });
    expect(account).toMatchObject({ balance: 2, minutes: 120, seq: 1 });
  });

  it('sends what is above the cap to the fund of the community, and a correction brings it back from there, wherever she lives by then', async () => {
    const volunteerId = aVolunteerId();
    const community = '440103/009/001';
    const fund = async () => {
      const account = communityFund(community);
      return (await district.table('points').get(LedgerAccount, { account }))?.balance;
    };
    const points = () => district.table('points').get(VolunteerAccount, { volunteerId });
    await book(aServiceRecord({ volunteerId, seq: 1, minutes: 1499 * 60, community }));
    await book(aServiceRecord({ volunteerId, seq: 2, minutes: 180, community }));
    expect([(await points())?.balance, await fund()]).toEqual([1500, 2]);
    await book(aServiceRecord({ volunteerId, seq: 3, kind: 'reversal', reverses: 2, minutes: -180 }));
    expect([(await points())?.balance, await fund()]).toEqual([1499, 0]);
  });
});

describe('the ledger, whatever happens on the way,', () => {
  const histories = fc.array(
    fc.record({ who: fc.nat(2), minutes: fc.integer({ min: 1, max: 300 }), correctedToo: fc.boolean() }),
    { minLength: 1, maxLength: 8 },
  );
  /** In which order, and how often, the source delivers. */
  const deliveries = fc.array(fc.nat(1000), { minLength: 30, maxLength: 40 });

  it('holds every minute once: told again, in any order, by rivals at the same time, over an unruly engine', async () => {
    await fc.assert(
      fc.asyncProperty(histories, deliveries, fc.nat(), async (history, order, seed) => {
        const consume = unrulyConsumer(seed);
        const people = [aVolunteerId(), aVolunteerId(), aVolunteerId()];
        const seqs = [0, 0, 0];
        const records = history.flatMap(({ who, minutes, correctedToo }) => {
          const volunteerId = people[who] ?? '';
          const next = () => {
            seqs[who] = (seqs[who] ?? 0) + 1;
            return seqs[who];
          };
          const service = aServiceRecord({ volunteerId, seq: next(), minutes });
          if (!correctedToo) return [service];
          return [
            service,
            aServiceRecord({ volunteerId, seq: next(), kind: 'reversal', reverses: service.seq, minutes: -minutes }),
          ];
        });
        const told = [...records, ...order.map((pick) => records[pick % records.length])].filter((one) => !!one);
        const shuffled = told.toSorted((one, other) => rank(one, order) - rank(other, order));
        const half = Math.ceil(shuffled.length / 2);
        await Promise.all([consume(shuffled.slice(0, half)), consume(shuffled.slice(half)), consume(records)]);

        for (const [who, volunteerId] of people.entries()) {
          const served = records
            .filter((record) => record.volunteerId === volunteerId)
            .reduce((sum, { minutes }) => sum + minutes, 0);
          const account = await district.table('points').get(VolunteerAccount, { volunteerId });
          expect(account?.seq ?? 0).toBe(seqs[who]);
          expect(account?.minutes ?? 0).toBe(served);
          expect((account?.balance ?? 0) * 60 + (account?.carriedMinutes ?? 0)).toBe(served);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is sound: every balance is what was posted, and nothing was posted twice', async () => {
    const { postings, balances } = await wholeLedger();
    expect(postings.length).toBeGreaterThan(20);
    expect(reconcile(postings, balances)).toEqual([]);
    const again = await district.contexts.points.reconciliation.all();
    expect(again).toMatchObject({ found: [] });
    expect(again.postings).toBe(postings.filter(({ legs }) => legs.length > 0).length);
  });
});

/** A place in the queue that depends on the record and on chance. */
function rank(record: ServiceRecorded, order: readonly number[]): number {
  return order[(record.seq * 7 + record.minutes) % order.length] ?? 0;
}
