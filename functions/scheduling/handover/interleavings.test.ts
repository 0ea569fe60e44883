import { hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantedMembers } from '../../people/index.ts';
import { transact } from '../../platform/transact.ts';
import { aCrowd, type Member } from '../../test/a-crowd.ts';
import { aShift } from '../../test/a-shift.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { insist } from '../../test/insist.ts';
import { booksOf, faultsIn } from '../../test/shift-books.ts';
import type { TestClient } from '../../test/test-client.ts';
import { calm, storm, type Unruliness, unruly } from '../../test/unruly-client.ts';

const seed = 20_261_128;

const unruliness: Unruliness = { seed, ...calm };
let district: TestDistrict;
let leader: TestClient;

beforeAll(async () => {
  district = await startDistrict({ wrap: unruly(unruliness) });
  leader = await district.person({ role: 'teamLeader', scope: home.team });
});
afterAll(() => district.stop());

const shift = fc.nat(2);
const someone = fc.nat(5);
const deed = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant('signUp' as const), shift }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('cancel' as const), shift }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('askAll', 'askTeam'), shift }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('askToSwap' as const), shift, someone, back: shift }) },
  { weight: 8, arbitrary: fc.record({ does: fc.constant('take' as const), which: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('decline', 'withdraw'), which: fc.nat(7) }) },
);
const story = fc.record({
  people: fc.array(fc.array(deed, { minLength: 3, maxLength: 8 }), { minLength: 3, maxLength: 6 }),
  ticks: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
});
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

/** Two shifts that overlap, and one over the midnight of a Sunday that overlaps neither; the first closes in an hour. */
async function threeShifts(): Promise<string[]> {
  const sunday = '2027-03-07T02:00:00.000Z';
  const signUpClosesAt = shiftBy(district.clock.now, hour);
  const times = [
    { startsAt: sunday, endsAt: shiftBy(sunday, 2 * hour), signUpClosesAt },
    { startsAt: shiftBy(sunday, hour), endsAt: shiftBy(sunday, 4 * hour) },
    { startsAt: shiftBy(sunday, 13 * hour), endsAt: shiftBy(sunday, 15 * hour) },
  ];
  const made = await Promise.all(times.map((each) => aShift(district, { leader, places: 3, ...each })));
  return made.map(({ shiftId }) => shiftId);
}

/** What is known to everybody: the handovers that were opened, how often each was taken, and how places came and went. */
type Talk = { opened: string[]; taken: Map<string, number>; places: Map<string, number> };

async function live(member: Member, script: readonly Deed[], shiftIds: string[], crowd: Member[], talk: Talk) {
  const ask = async (method: string, path: string, body?: unknown) => {
    district.later(1);
    const answer = await insist(member.caller, method, path, body);
    if (answer.status >= 500) throw new Error(JSON.stringify(answer.body));
    return answer.status < 300 ? answer.body : undefined;
  };
  const count = (shiftId: string, by: number) => talk.places.set(shiftId, (talk.places.get(shiftId) ?? 0) + by);
  for (const what of script) {
    if ('shift' in what) {
      const shiftId = shiftIds[what.shift] ?? '';
      if (what.does === 'signUp') {
        if (await ask('POST', `/shifts/${shiftId}/sign-ups`)) count(shiftId, 1);
      } else if (what.does === 'cancel') {
        if (await ask('DELETE', `/shifts/${shiftId}/sign-ups/me`)) count(shiftId, -1);
      } else {
        const swap =
          'back' in what
            ? {
                to: 'person',
                volunteerId: crowd[what.someone % crowd.length]?.volunteerId,
                inReturnFor: shiftIds[what.back],
              }
            : { to: what.does === 'askAll' ? 'everybody' : 'team' };
        const opened = await ask('POST', '/handovers', { shiftId, ...swap });
        if (opened) talk.opened.push(`/handovers/${shiftId}/${opened.id}`);
      }
    } else if (talk.opened.length > 0) {
      // The newest first: those are the likeliest to be open.
      const path = talk.opened.at(-1 - (what.which % talk.opened.length)) ?? '';
      if (what.does === 'take') {
        if (await ask('POST', `${path}/taking`)) talk.taken.set(path, (talk.taken.get(path) ?? 0) + 1);
      } else if (what.does === 'decline') await ask('POST', `${path}/refusal`);
      else await ask('DELETE', path);
    }
  }
}

async function tick(minutes: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 3 * minutes));
  district.later(minutes * minute);
  const now = district.clock.now;
  // What a tick could not do for throttling is due at the next; two may run at once.
  await Promise.allSettled([1, 2].map(() => district.contexts.scheduling.handoversDue.onTick(now)));
}

it('whatever people hand over at the same time, every place has one person, and every agenda says so', async () => {
  let handedOver = 0;
  const told: (() => Promise<string[]>)[] = [];
  await fc.assert(
    fc.asyncProperty(story, async ({ people, ticks }) => {
      Object.assign(unruliness, calm);
      const [shiftIds, crowd] = await Promise.all([threeShifts(), aCrowd(district, people.length)]);
      const members = crowd.map(({ volunteerId }) => ({ volunteerId, since: district.clock.now }));
      const planted = plantedMembers(district.table('people'), { scope: home.team, kind: 'patrol', members });
      await transact(district.table('people').client, Object.fromEntries([...planted].entries()));
      const talk: Talk = { opened: [], taken: new Map(), places: new Map() };
      // Everybody has a place to begin with.
      for (const [index, member] of crowd.entries()) {
        await live(member, [{ does: 'signUp', shift: index % 3 }], shiftIds, crowd, talk);
      }

      Object.assign(unruliness, storm);
      await Promise.all([
        ...crowd.map((member, index) => live(member, people[index] ?? [], shiftIds, crowd, talk)),
        (async () => {
          for (const minutes of ticks) await tick(minutes);
        })(),
      ]);
      Object.assign(unruliness, calm);

      const ids = crowd.map(({ volunteerId }) => volunteerId);
      const faults = async () => faultsIn(await booksOf(district.table('scheduling'), shiftIds, ids));
      expect(await faults()).toEqual([]);
      await district.settle();
      told.push(faults);
      const books = await booksOf(district.table('scheduling'), shiftIds, ids);
      expect(faultsIn(books)).toEqual([]);

      for (const { shift: one, seats, handovers } of books.shifts) {
        // Handing over neither makes a place nor loses one.
        const held = seats.filter(({ state }) => state === 'taken').length;
        expect(held).toBe(talk.places.get(one.id) ?? 0);
        for (const { id, state, giver } of handovers) {
          const takings = talk.taken.get(`/handovers/${one.id}/${id}`) ?? 0;
          expect(takings).toBe(state === 'taken' ? 1 : 0);
          const signUps = books.volunteers.find(({ volunteerId }) => volunteerId === giver)?.signUps;
          const hers = signUps?.find((signUp) => signUp.shiftId === one.id);
          // One that is still open is of somebody who has the place.
          if (state === 'open') expect(hers).toMatchObject({ state: 'signedUp', handoverId: id });
        }
      }
      handedOver += talk.taken.size;
    }),
    { seed, numRuns: 30, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false, endOnFailure: true },
  );
  expect(handedOver).toBeGreaterThan(3);
  await district.redeliver();
  for (const faults of told) expect(await faults()).toEqual([]);
});
