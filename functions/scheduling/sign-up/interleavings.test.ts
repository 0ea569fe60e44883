import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCrowd, type Member } from '../../test/a-crowd.ts';
import { aShift } from '../../test/a-shift.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { insist } from '../../test/insist.ts';
import { booksOf, faultsIn } from '../../test/shift-books.ts';
import type { TestClient } from '../../test/test-client.ts';
import { calm, storm, type Unruliness, unruly } from '../../test/unruly-client.ts';

const seed = 20_261_124;

const unruliness: Unruliness = { seed, ...calm };
let district: TestDistrict;
let leader: TestClient;

beforeAll(async () => {
  district = await startDistrict({ wrap: unruly(unruliness) });
  leader = await district.person({ role: 'teamLeader', scope: home.team });
});
afterAll(() => district.stop());

/** What a volunteer can do about a shift, and where she stands when the answer is yes. */
const deeds = {
  signUp: ['POST', '/sign-ups', ['signedUp']],
  cancel: ['DELETE', '/sign-ups/me', ['cancelled']],
  wait: ['POST', '/waitlist', ['waiting', 'offered', 'lapsed']],
  leave: ['DELETE', '/waitlist/me', ['left', 'declined']],
  accept: ['POST', '/offer/acceptance', ['signedUp']],
  decline: ['POST', '/offer/refusal', ['declined']],
} as const;
type Deed = keyof typeof deeds;

const deed = fc.record({
  deed: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Deed>('signUp') },
    { weight: 3, arbitrary: fc.constant<Deed>('wait') },
    { weight: 3, arbitrary: fc.constantFrom<Deed>('cancel', 'accept') },
    { weight: 1, arbitrary: fc.constantFrom<Deed>('leave', 'decline') },
  ),
  shift: fc.nat(2),
});
/** Some people use two devices at once, and then what one of them was told last may be what the other has just undone. */
const devices = fc.array(deed, { minLength: 2, maxLength: 6 });
const story = fc.record({
  places: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 1, max: 3 }))),
  people: fc.array(fc.array(devices, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 6 }),
  changes: fc.array(fc.record({ shift: fc.nat(2), places: fc.integer({ min: 1, max: 5 }) }), { maxLength: 4 }),
  ticks: fc.array(fc.integer({ min: 5, max: 40 }), { maxLength: 4 }),
});

/** Two shifts that overlap, and one over the midnight of a Sunday that overlaps neither. */
async function threeShifts(places: readonly number[]): Promise<string[]> {
  const sunday = '2027-03-07T02:00:00.000Z';
  const times = [
    [sunday, shiftBy(sunday, 2 * hour)],
    [shiftBy(sunday, hour), shiftBy(sunday, 4 * hour)],
    [shiftBy(sunday, 13 * hour), shiftBy(sunday, 15 * hour)],
  ] as const;
  return Promise.all(
    times.map(async ([startsAt, endsAt], index) => {
      const { shiftId } = await aShift(district, { leader, startsAt, endsAt, places: places[index] ?? 1 });
      return shiftId;
    }),
  );
}

/** One person at one device, who does one thing after another; `stands` keeps what she was last told about each shift. */
async function live(member: Member, script: readonly { deed: Deed; shift: number }[], shiftIds: readonly string[]) {
  const stands = new Map<string, readonly string[]>();
  for (const { deed: name, shift } of script) {
    const [method, path, outcome] = deeds[name];
    const shiftId = shiftIds[shift] ?? '';
    district.later(1);
    const answer = await insist(member.caller, method, `/shifts/${shiftId}${path}`);
    if (answer.status >= 500) throw new Error(JSON.stringify(answer.body));
    if (answer.status < 300) stands.set(shiftId, outcome);
    else expect(answer.status).toBe(409);
  }
  return stands;
}

async function tick(minutes: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 3 * minutes));
  district.later(minutes * minute);
  const now = district.clock.now;
  // What a tick could not do for throttling is due at the next; two may run at once.
  await Promise.allSettled([1, 2].map(() => district.contexts.scheduling.onTick(now)));
}

describe('whatever people do at the same time, under conflicts, throttling and lost answers', () => {
  it('nobody has a place too many, and everybody has a place, is in line, or was told no', async () => {
    let stories = 0;
    await fc.assert(
      fc.asyncProperty(story, async ({ places, people, changes, ticks }) => {
        stories += 1;
        Object.assign(unruliness, calm);
        const [shiftIds, crowd] = await Promise.all([threeShifts(places), aCrowd(district, people.length)]);
        Object.assign(unruliness, storm);

        const [told] = await Promise.all([
          Promise.all(
            crowd.map((member, index) =>
              Promise.all((people[index] ?? []).map((script) => live(member, script, shiftIds))),
            ),
          ),
          (async () => {
            for (const { shift, places: wanted } of changes) {
              const answer = await insist(leader, 'PUT', `/shifts/${shiftIds[shift]}/places`, { places: wanted });
              expect([200, 409]).toContain(answer.status);
            }
          })(),
          (async () => {
            for (const minutes of ticks) await tick(minutes);
          })(),
        ]);

        Object.assign(unruliness, calm);
        const books = await booksOf(
          district.table('scheduling'),
          shiftIds,
          crowd.map(({ volunteerId }) => volunteerId),
        );
        expect(faultsIn(books)).toEqual([]);
        for (const [index, { signUps }] of books.volunteers.entries()) {
          const [first, second] = told[index] ?? [];
          if (second) continue;
          for (const [shiftId, standings] of first ?? []) {
            expect(standings).toContain(signUps.find((signUp) => signUp.shiftId === shiftId)?.state);
          }
        }
      }),
      { seed, numRuns: 60, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false, endOnFailure: true },
    );
    expect(stories).toBeGreaterThan(5);
  });
});

describe('two hundred people who rush twenty places', () => {
  it('get exactly twenty, and everyone else is told that it is full and may wait in line', async () => {
    Object.assign(unruliness, calm);
    const { shiftId } = await aShift(district, { leader, startsAt: shiftBy(district.clock.now, 2 * day), places: 20 });
    const crowd = await aCrowd(district, 200);
    Object.assign(unruliness, { ...storm, throttled: 0.005, lost: 0.01 });
    const answers = await Promise.all(crowd.map(({ caller }) => insist(caller, 'POST', `/shifts/${shiftId}/sign-ups`)));
    const refused = crowd.filter((_, index) => answers[index]?.body.code === 'shift.full');
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(refused).toHaveLength(180);

    const waiting = await Promise.all(
      refused.slice(0, 60).map(({ caller }) => insist(caller, 'POST', `/shifts/${shiftId}/waitlist`)),
    );
    expect(waiting.map(({ status }) => status)).toEqual(Array(60).fill(201));
    Object.assign(unruliness, calm);
    const books = await booksOf(
      district.table('scheduling'),
      [shiftId],
      crowd.map(({ volunteerId }) => volunteerId),
    );
    expect(faultsIn(books)).toEqual([]);
    expect(books.shifts[0]?.line.waiting).toBe(60);
  });
});
