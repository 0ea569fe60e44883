import { newId } from '@kaifong/shared/kernel/ids.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedFont } from '../../platform/installed-font.ts';
import { Table } from '../../platform/table.ts';
import { transact } from '../../platform/transact.ts';
import { aMerge } from '../../test/a-merge.ts';
import { aServiceRecord } from '../../test/a-service-record.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { meteredClient } from '../../test/metered.ts';
import { unruly } from '../../test/unruly-client.ts';
import { createPoints } from '../index.ts';
import { shards } from '../shards.ts';
import { partFor, partsOf, StandingItem, StepItem } from './rankings.table.ts';

const metered = meteredClient();
let district: TestDistrict;
beforeEach(async () => {
  district = await startDistrict({ wrap: metered.wrap });
});
afterEach(() => district.stop());

const count = (record: Parameters<typeof aServiceRecord>[0]) =>
  district.contexts.points.counting.count(aServiceRecord(record));

type Person = Awaited<ReturnType<typeof aVolunteer>>;

const consent = async ({ caller }: Person, given = true) => {
  const answer = await caller.post('/rights/consents', { kind: 'rankings', given });
  expect(answer.status).toBe(200);
};

const ranking = async ({ caller }: Pick<Person, 'caller'>, scope: string, period = '2026-11') =>
  (await caller.get(`/rankings?scope=${scope}&period=${period}`)).body;

describe('a ranking', () => {
  it('names those who consented, each with her true place, and everybody sees her own', async () => {
    const [mei, lan, hua] = [
      await aVolunteer(district, { name: '陈美' }),
      await aVolunteer(district, { name: '李兰' }),
      await aVolunteer(district, { name: '黄花' }),
    ];
    await count({ volunteerId: mei.volunteerId, seq: 1, minutes: 300 });
    await count({ volunteerId: lan.volunteerId, seq: 1, minutes: 250 });
    await count({ volunteerId: hua.volunteerId, seq: 1, minutes: 90 });
    await consent(mei);
    await consent(hua);
    expect(await ranking(lan, home.community)).toEqual({
      people: 3,
      top: [
        { place: 1, name: '陈美', minutes: 300, isOwn: false },
        { place: 3, name: '黄花', minutes: 90, isOwn: false },
      ],
      own: { place: 2, minutes: 250, isNamed: false },
    });
    expect((await ranking(hua, home.community)).top[1]).toMatchObject({ name: '黄花', isOwn: true });
  });

  it('names nobody any more who takes the consent back, at once', async () => {
    const [mei, lan] = [await aVolunteer(district, { name: '陈美' }), await aVolunteer(district)];
    await count({ volunteerId: mei.volunteerId, seq: 1, minutes: 300 });
    await consent(mei);
    expect((await ranking(lan, home.team)).top).toMatchObject([{ name: '陈美' }]);
    await consent(mei, false);
    expect(await ranking(lan, home.team)).toEqual({ people: 1, top: [] });
    expect((await ranking(mei, home.team)).own).toEqual({ place: 1, minutes: 300, isNamed: false });
  });

  it('is of a team, a community, a street and the district, of a month and of all time', async () => {
    const mei = await aVolunteer(district);
    const { volunteerId } = mei;
    await count({ volunteerId, seq: 1, minutes: 60, day: '2026-10-31' });
    await count({ volunteerId, seq: 2, minutes: 120, day: '2026-11-01', teamScope: elsewhere.team });
    const minutes = async (scope: string, period: string) => (await ranking(mei, scope, period)).own?.minutes;
    for (const scope of [home.community, home.street, '440103']) {
      expect([await minutes(scope, '2026-10'), await minutes(scope, '2026-11'), await minutes(scope, 'all')]).toEqual([
        60, 120, 180,
      ]);
    }
    expect([await minutes(home.team, 'all'), await minutes(elsewhere.team, 'all')]).toEqual([60, 120]);
    expect(await minutes(elsewhere.street, 'all')).toBeUndefined();
  });

  it('lets a correction take places back, down to none', async () => {
    const [mei, lan] = [await aVolunteer(district), await aVolunteer(district)];
    await count({ volunteerId: mei.volunteerId, seq: 1, minutes: 300 });
    await count({ volunteerId: lan.volunteerId, seq: 1, minutes: 120 });
    expect((await ranking(lan, '440103')).own.place).toBe(2);
    await count({ volunteerId: mei.volunteerId, seq: 2, kind: 'reversal', reverses: 1, minutes: -300 });
    expect(await ranking(lan, '440103')).toMatchObject({ people: 1, own: { place: 1 } });
    expect((await ranking(mei, '440103')).own).toBeUndefined();
  });

  it('has one place for two records that were made one, counts what comes late there, and two again when that is undone', async () => {
    const [goes, stays, lan] = [await aVolunteer(district), await aVolunteer(district), await aVolunteer(district)];
    const { ledger } = district.contexts.points;
    const serve = async ({ volunteerId }: Person, seq: number, minutes: number) => {
      const record = aServiceRecord({ volunteerId, seq, minutes });
      await ledger.book(record, district.clock.now);
      await district.contexts.points.counting.count(record);
    };
    await serve(goes, 1, 300);
    await serve(stays, 1, 120);
    await serve(lan, 1, 360);
    const { mergeId, coordinator } = await aMerge(district, { goes, stays });
    await district.settle();
    for (const scope of [home.team, home.street, '440103']) {
      expect(await ranking(stays, scope)).toMatchObject({ people: 2, own: { place: 1, minutes: 420 } });
      expect(await ranking(lan, scope)).toMatchObject({ people: 2, own: { place: 2, minutes: 360 } });
    }
    await serve(goes, 2, 120);
    await district.redeliver();
    expect((await ranking(stays, home.community)).own).toMatchObject({ minutes: 540 });
    const undone = await coordinator.post(`/merges/${mergeId}/undoing`, { reason: '核对后不是同一人' });
    expect(undone.status).toBe(202);
    await district.settle();
    await district.redeliver();
    expect(await ranking(stays, home.community)).toMatchObject({ people: 3, own: { place: 3, minutes: 120 } });
    expect((await ranking(lan, home.community)).own).toMatchObject({ place: 2, minutes: 360 });
    await serve(goes, 3, 60);
    expect(await ranking(lan, home.community)).toMatchObject({ people: 3, own: { place: 2 } });
  });

  it('shares places among those with the same whole hours', async () => {
    const people = [await aVolunteer(district), await aVolunteer(district), await aVolunteer(district)];
    for (const [at, { volunteerId }] of people.entries())
      await count({ volunteerId, seq: 1, minutes: [190, 185, 70][at] ?? 0 });
    for (const person of people) await consent(person);
    const [first, second, third] = people as [Person, Person, Person];
    const { top } = await ranking(first, home.street);
    expect(top.map(({ place }: { place: number }) => place)).toEqual([1, 1, 3]);
    expect((await ranking(second, home.street)).own.place).toBe(1);
    expect((await ranking(third, home.street)).own.place).toBe(3);
  });

  it('has no own place for one who leads and does not volunteer', async () => {
    const leader = await district.person({ role: 'teamLeader', scope: home.team });
    expect(await ranking({ caller: leader }, home.team)).toEqual({ people: 0, top: [] });
  });

  it.each([['scope=440103/001/001/G001&period=all'], ['scope=440103&period=week'], ['scope=440103']])(
    'is refused of %s',
    async (query) => {
      const { caller } = await aVolunteer(district);
      expect((await caller.get(`/rankings?${query}`)).status).toBe(400);
    },
  );
});

describe('teams of the month', () => {
  it('are those whose people served most, the most first', async () => {
    const { caller } = await aVolunteer(district);
    const volunteerId = newId('volunteer', Date.now());
    await count({ volunteerId, seq: 1, minutes: 120 });
    await count({ volunteerId, seq: 2, minutes: 180, teamScope: elsewhere.team });
    await count({ volunteerId, seq: 3, minutes: 600, day: '2026-10-01' });
    expect((await caller.get('/rankings/teams?month=2026-11')).body.items).toEqual([
      { team: elsewhere.team, minutes: 180 },
      { team: home.team, minutes: 120 },
    ]);
    expect((await caller.get('/rankings/teams?month=2026-13')).status).toBe(400);
  });
});

describe('counting', () => {
  const histories = fc.array(
    fc.record({ who: fc.nat(3), minutes: fc.integer({ min: 1, max: 400 }), isTakenBack: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 8,
    },
  );

  it('comes to the same however often and by however many it is told, over an unruly engine', async () => {
    // A team for each run: drawn by lot two runs may have the same.
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (history, seed) => {
        runs += 1;
        const team = `${home.community}/T${5_000 + runs}`;
        const { client, name } = district.table('points');
        const wrapped = unruly({ seed, throttled: 0.05, lost: 0.05, delayed: 0.2 })(client);
        const { counting } = createPoints({
          ...district.contexts,
          sealer: district.sealer,
          readFont: installedFont,
          table: new Table(wrapped, name),
        });
        const people = [0, 1, 2, 3].map(() => newId('volunteer', Date.now()));
        const seqs = [0, 0, 0, 0];
        const records = history.flatMap(({ who, minutes, isTakenBack }) => {
          const next = () => {
            seqs[who] = (seqs[who] ?? 0) + 1;
            return { volunteerId: people[who] ?? '', seq: seqs[who] ?? 0, teamScope: team };
          };
          const service = aServiceRecord({ ...next(), minutes });
          const back = { kind: 'reversal' as const, reverses: service.seq, minutes: -minutes };
          return isTakenBack ? [service, aServiceRecord({ ...next(), ...back })] : [service];
        });
        const tell = async (told: typeof records) => {
          for (const record of told) {
            for (let isCounted = false; !isCounted; )
              isCounted = await counting.count(record).then(
                () => true,
                () => false,
              );
          }
        };
        await Promise.all([tell(records), tell(records.toReversed()), tell(records)]);
        const served = people.map((volunteerId) =>
          records.filter((record) => record.volunteerId === volunteerId).reduce((sum, { minutes }) => sum + minutes, 0),
        );
        const found = await Promise.all(
          people.map((volunteerId) =>
            district.table('points').get(StandingItem, { volunteerId, period: 'all', scope: team }),
          ),
        );
        expect(found.map((standing) => standing?.minutes ?? 0)).toEqual(served);
        const { items } = await district.table('points').query(StepItem, `STEPS#all#${team}#0`, { limit: 100 });
        expect(items.reduce((sum, step) => sum + step.people, 0)).toBe(served.filter((minutes) => minutes > 0).length);
        expect(items.every((step) => step.people >= 0)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });
});

describe('at 83,000 volunteers', () => {
  it('the top of the district and one’s own place take a few request units', async () => {
    const mei = await aVolunteer(district);
    const [scope, period] = ['440103', 'all'];
    const table = district.table('points');
    // Every ladder as long as it gets, and more people at the top of each part than are looked at.
    const steps = partsOf(scope).flatMap((part) =>
      Array.from({ length: 320 }, (_, step) =>
        table.put(StepItem, { period, scope, part, step, people: Math.ceil(83_000 / 4 / 320) }),
      ),
    );
    const top = Array.from({ length: 480 }, (_, at) =>
      table.put(StandingItem, { volunteerId: newId('volunteer', at), period, scope, minutes: 60_000 + at }),
    );
    const all = [...steps, ...top];
    for (let from = 0; from < all.length; from += 100)
      await transact(table.client, Object.fromEntries(all.slice(from, from + 100).entries()));
    await count({ volunteerId: mei.volunteerId, seq: 1, minutes: 600 });
    metered.take();
    const { own, people } = await ranking(mei, scope, period);
    const { units, calls } = metered.take();
    expect(people).toBeGreaterThan(83_000);
    expect(own.place).toBeGreaterThan(1);
    expect(units).toBeLessThan(100);
    expect(calls).toBeLessThan(14);
  });

  it('the district is cut into parts, and no other place', () => {
    const parts = shards.map((_, at) => partFor('440103', newId('volunteer', at)));
    expect(new Set(parts).size).toBe(4);
    expect(partsOf('440103')).toHaveLength(4);
    expect(partFor(home.street, newId('volunteer', 1))).toBe(0);
  });
});
