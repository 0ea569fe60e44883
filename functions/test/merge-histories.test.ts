import { verifyChain } from '@kaifong/shared/attendance/chain.ts';
import { hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { reconcile } from '@kaifong/shared/points/ledger/ledger.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChainHead, RecordItem } from '../attendance/attendance.table.ts';
import { EntryItem, PostingItem, VolunteerAccount } from '../points/points.table.ts';
import { SeatItem } from '../scheduling/scheduling.table.ts';
import { aMerge } from './a-merge.ts';
import { aShift } from './a-shift.ts';
import { aVolunteer } from './a-volunteer.ts';
import { home, startDistrict, type TestDistrict } from './district.ts';
import type { TestClient } from './test-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
let leader: TestClient;
/** Another leader, since who enters does not confirm. */
let scribe: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await district.person({ role: 'coordinator', scope: home.street });
  leader = await district.person({ role: 'teamLeader', scope: home.team });
  scribe = await district.person({ role: 'teamLeader', scope: home.team });
});
afterAll(() => district.stop());

type Person = Awaited<ReturnType<typeof aVolunteer>>;

/** What may happen to two records of one person, to either of them. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('serve' as const),
      who: fc.nat(1),
      minutes: fc.integer({ min: 20, max: 119 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('correct' as const), which: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('merge' as const), stays: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('deliver' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('redeliver' as const) }) },
);

/** What one of the two served, entered by a leader before any merge, and confirmed when the step comes. */
async function aService(person: Person, minutes: number) {
  const startsAt = shiftBy(district.clock.now, 30 * minute);
  const { shiftId } = await aShift(district, { startsAt, endsAt: shiftBy(startsAt, 2 * hour), leader });
  await person.caller.post(`/shifts/${shiftId}/sign-ups`);
  const enter = (what: 'in' | 'out', at: string) =>
    scribe.post(`/shifts/${shiftId}/check-ins/by-leader`, { volunteerId: person.volunteerId, what, at });
  district.later(3 * hour);
  await enter('in', startsAt);
  await enter('out', shiftBy(startsAt, minutes * minute));
  district.later(10 * hour);
  return { shiftId, volunteerId: person.volunteerId, minutes };
}

async function booksOf(volunteerIds: readonly string[]) {
  const attendance = district.table('attendance');
  const points = district.table('points');
  const chains = await Promise.all(
    volunteerIds.map(async (volunteerId) => {
      const { records } = await attendance.collect(
        `VOLUNTEER#${volunteerId}`,
        { beginsWith: 'RECORD#' },
        { records: RecordItem },
      );
      const head = await attendance.get(ChainHead, { volunteerId });
      const account = await points.get(VolunteerAccount, { volunteerId });
      const { entries } = await points.collect(
        `ACCOUNT#${volunteerAccount(volunteerId)}`,
        { beginsWith: 'ENTRY#' },
        { entries: EntryItem },
      );
      return { volunteerId, records, head, account, entries };
    }),
  );
  // What moves between two accounts is two postings under one reference, out of the one and into the other.
  const references = new Set(
    chains.flatMap(({ entries }) => entries.flatMap(({ reference }) => [reference, `${reference}/in`])),
  );
  const postings = [];
  for (const reference of references) postings.push(await points.get(PostingItem, { reference }));
  return { chains, postings: postings.filter((posting) => posting !== undefined) };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('two records of one person', () => {
  it('have the minutes and points of both together, whatever is merged, undone, confirmed late, corrected and told twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const people = [await aVolunteer(district), await aVolunteer(district)] as const;
        const ids = people.map(({ volunteerId }) => volunteerId);
        // Who is merged cannot sign up: so all shifts are served first, and what is drawn is when they are confirmed.
        const services: Awaited<ReturnType<typeof aService>>[] = [];
        for (const drawn of steps) {
          if (drawn.what === 'serve') services.push(await aService(people[drawn.who] as Person, drawn.minutes));
        }
        const waiting = [...services];
        const confirmed: typeof services = [];
        let mergeId = '';
        for (const drawn of steps) {
          if (drawn.what === 'serve') {
            const service = waiting.shift();
            if (!service) continue;
            const path = `/shifts/${service.shiftId}/attendance/${service.volunteerId}/confirmation`;
            expect((await leader.post(path)).status).toBe(201);
            confirmed.push(service);
          }
          if (drawn.what === 'correct') {
            const [service] = confirmed.splice(drawn.which % Math.max(1, confirmed.length), 1);
            if (!service) continue;
            const path = `/shifts/${service.shiftId}/attendance/${service.volunteerId}/reversal`;
            expect((await coordinator.post(path, { reason: '签退时间登记错了' })).status).toBe(201);
          }
          if (drawn.what === 'merge') {
            const [stays, goes] = [people[drawn.stays], people[1 - drawn.stays]] as [Person, Person];
            mergeId = await aMerge(district, { coordinator, stays, goes }).then(
              (merge) => merge.mergeId,
              () => mergeId,
            );
          }
          if (drawn.what === 'undo' && mergeId) {
            await coordinator.post(`/merges/${mergeId}/undoing`, { reason: '核对后不是同一人' });
          }
          if (drawn.what === 'deliver') await district.settle();
          if (drawn.what === 'redeliver') await district.redeliver();
        }
        await district.settle();
        await district.redeliver();

        const served = sum(confirmed.map(({ minutes }) => minutes));
        const { chains, postings } = await booksOf(ids);
        expect(sum(chains.map(({ head }) => head?.minutes ?? 0))).toBe(served);
        for (const { records, head } of chains) {
          expect(sum(records.map(({ minutes }) => minutes))).toBe(head?.minutes ?? 0);
          expect(await verifyChain(records)).toMatchObject({ sound: true, head: { seq: head?.seq ?? 0 } });
        }
        // Every point is sixty minutes, and what is not a point is carried.
        const accounts = chains.map(({ account }) => account);
        expect(sum(accounts.map((account) => account?.minutes ?? 0))).toBe(served);
        expect(sum(accounts.map((account) => 60 * (account?.balance ?? 0) + (account?.carriedMinutes ?? 0)))).toBe(
          served,
        );
        const balances = new Map(
          chains.map(({ volunteerId, account }) => [volunteerAccount(volunteerId), account?.balance ?? 0]),
        );
        const wrong = reconcile(postings, balances).filter(
          (each) => !('account' in each) || balances.has(each.account),
        );
        expect(wrong).toEqual([]);
        // A record that went, if one did, has nothing left of its own.
        for (const { head, account } of chains) {
          if (head?.movedTo) expect(head.minutes).toBe(0);
          if (account?.movedTo) expect(account).toMatchObject({ balance: 0, carriedMinutes: 0, minutes: 0 });
        }
      }),
      { numRuns: 12 },
    );
  });

  it('never hold two seats for one, and none is lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ who: fc.nat(1), late: fc.nat(5) }), { minLength: 1, maxLength: 5 }),
        fc.nat(2),
        async (wishes, rounds) => {
          const people = [await aVolunteer(district), await aVolunteer(district)] as const;
          const shiftIds: string[] = [];
          for (const { who, late } of wishes) {
            const startsAt = shiftBy(district.clock.now, 24 * hour + late * hour);
            const { shiftId } = await aShift(district, {
              startsAt,
              endsAt: shiftBy(startsAt, 2 * hour),
              places: 1,
              leader,
            });
            const answer = await (people[who] as Person).caller.post(`/shifts/${shiftId}/sign-ups`);
            // She may be busy then already, which is no part of this.
            if (answer.status === 201) shiftIds.push(shiftId);
          }
          const [stays, goes] = people;
          const { mergeId } = await aMerge(district, { coordinator, stays, goes });
          for (let round = 0; round <= rounds; round += 1) {
            if (round === 1) await coordinator.post(`/merges/${mergeId}/undoing`, { reason: '核对后不是同一人' });
            await district.settle();
            await district.redeliver();
          }
          const scheduling = district.table('scheduling');
          for (const shiftId of shiftIds) {
            const { seats } = await scheduling.collect(
              `SHIFT#${shiftId}`,
              { beginsWith: 'SHIFT#' },
              { seats: SeatItem },
            );
            expect(seats).toHaveLength(1);
            const [seat] = seats;
            if (rounds === 0 && seat?.volunteerId) expect(seat.volunteerId).toBe(stays.volunteerId);
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
