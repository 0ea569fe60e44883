import { hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { type Move, moveNames, moves, movesFrom } from '@kaifong/shared/people/registration/moves.ts';
import { type VolunteerState, volunteerStates } from '@kaifong/shared/people/volunteer-state.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShift } from '../../test/a-shift.ts';
import { aConfirmation, aPersonOnPaper, aRegistration, aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

type Person = Awaited<ReturnType<typeof aVolunteer>>;
const reason = '多次无故缺席';

/** Sends the request that makes a move, as whoever makes it. */
function make(move: Move, { caller, volunteerId }: Person) {
  const path = `/volunteers/${volunteerId}`;
  if (move === 'confirm') return caller.post('/volunteers/me/confirmation', aConfirmation);
  if (moves[move].by === 'volunteer') return caller.post('/volunteers/me/moves', { move });
  if (move === 'takeUp') return coordinator.post(`${path}/review`);
  if (move === 'approve') return coordinator.post(`${path}/approval`, { decision: move });
  if (move === 'decline') return coordinator.post(`${path}/approval`, { decision: move, reason });
  return coordinator.post(`${path}/suspension`, { move, reason });
}

/** The shortest way to each state that a move leads to, from applying or from a form on paper. */
const waysTo: Record<Exclude<VolunteerState, 'merged'>, Move[]> = {
  unconfirmed: [],
  applied: [],
  inReview: ['takeUp'],
  active: ['approve'],
  declined: ['decline'],
  paused: ['approve', 'pause'],
  suspended: ['approve', 'suspend'],
  withdrawn: ['withdraw'],
};

async function aPersonIn(state: keyof typeof waysTo): Promise<Person> {
  const person =
    state === 'unconfirmed' ? await aPersonOnPaper(district) : await aVolunteer(district, { state: 'applied' });
  for (const move of waysTo[state]) expect((await make(move, person)).status).toBe(200);
  return person;
}

describe.each(volunteerStates.filter((state) => state !== 'merged'))('from %s', (state) => {
  it('every move of the table is made, and no other', async () => {
    const allowed: Move[] = [...movesFrom(state, 'volunteer'), ...movesFrom(state, 'coordinator')];
    const untouched = await aPersonIn(state);
    for (const move of moveNames) {
      const person = allowed.includes(move) ? await aPersonIn(state) : untouched;
      const answer = await make(move, person);
      if (allowed.includes(move)) {
        expect([move, answer.status, answer.body.state]).toEqual([move, 200, moves[move].to]);
      } else {
        const refusal = refusalOf(move, state);
        expect([move, answer.status, answer.body.code]).toEqual([move, 409, refusal]);
      }
      const own = (await person.caller.get('/volunteers/me')).body.state;
      expect(own).toBe(allowed.includes(move) ? moves[move].to : state);
    }
  });
});

function refusalOf(move: Move, state: VolunteerState): string {
  if (move === 'confirm') return 'people.notUnconfirmed';
  if (move === 'approve' && state === 'unconfirmed') return 'people.notConfirmed';
  return move === 'approve' || move === 'decline' ? 'people.alreadyDecided' : 'people.cannotMove';
}

describe('a move', () => {
  it('is in the history with its reason, which she reads as well, and in the audit', async () => {
    const person = await aPersonIn('suspended');
    await make('lift', person);
    const history = await coordinator.get(`/volunteers/${person.volunteerId}/moves`);
    expect(history.body.items).toEqual([
      { move: 'lift', from: 'suspended', to: 'active', at: district.clock.now, reason },
      { move: 'suspend', from: 'active', to: 'suspended', at: district.clock.now, reason },
      { move: 'approve', from: 'applied', to: 'active', at: district.clock.now },
    ]);
    const page = (await coordinator.get(`/volunteers/${person.volunteerId}/moves?limit=1`)).body;
    const next = await coordinator.get(`/volunteers/${person.volunteerId}/moves?limit=1&cursor=${page.cursor}`);
    expect([...page.items, ...next.body.items]).toEqual(history.body.items.slice(0, 2));
    expect((await person.caller.get('/volunteers/me')).body.stateReason).toBe(reason);
  });

  it('needs the reason where the table says so, and says what stands in its way', async () => {
    const person = await aPersonIn('active');
    const path = `/volunteers/${person.volunteerId}/suspension`;
    expect((await coordinator.post(path, { move: 'suspend' })).body.fields[0].path).toBe('reason');
    expect((await coordinator.post(path, { move: 'resume', reason })).body.fields[0].path).toBe('move');
    expect((await make('lift', person)).body.detail).toContain('“服务中”');
  });

  it('is not made by a coordinator on herself, nor by one of another branch', async () => {
    const own = await coordinator.post('/volunteers', aRegistration());
    const path = `/volunteers/${own.body.id}`;
    expect((await coordinator.post(`${path}/review`)).body.code).toBe('people.ownApplication');
    expect((await coordinator.post(`${path}/suspension`, { move: 'suspend', reason })).body.code).toBe(
      'people.ownState',
    );
    const stranger = await district.person({ role: 'coordinator', scope: elsewhere.street });
    const { volunteerId } = await aPersonIn('active');
    const suspension = { move: 'suspend', reason };
    expect((await stranger.post(`/volunteers/${volunteerId}/suspension`, suspension)).status).toBe(403);
  });

  it('is made once when two are made at the same moment', async () => {
    const person = await aPersonIn('active');
    const answers = await Promise.all([make('suspend', person), make('withdraw', person), make('pause', person)]);
    const { body } = await coordinator.get(`/volunteers/${person.volunteerId}/moves`);
    const states = body.items.toReversed().map(({ from, to }: { from: string; to: string }) => [from, to]);
    for (const [index, [from]] of states.entries()) expect(from).toBe(index === 0 ? 'applied' : states[index - 1][1]);
    expect(states).toHaveLength(1 + answers.filter(({ status }) => status === 200).length);
  });

  it('by which she applies again starts the days in which she is answered anew', async () => {
    const person = await aPersonIn('declined');
    district.later(20 * 24 * hour);
    coordinator = await district.person({ role: 'coordinator', scope: home.street });
    await make('applyAgain', person);
    const { body } = await coordinator.get(`/volunteers/waiting?place=${home.community}&limit=100`);
    const waiting = body.items.find(({ id }: { id: string }) => id === person.volunteerId);
    expect(waiting).toMatchObject({ state: 'applied', appliedAt: district.clock.now });
    expect(waiting.dueOn > district.clock.now.slice(0, 10)).toBe(true);
    expect((await person.caller.get('/volunteers/me')).body).toMatchObject({ next: 'waitForApproval' });
    expect((await person.caller.get('/volunteers/me')).body.stateReason).toBeUndefined();
  });
});

describe('who may serve no more', () => {
  it.each(['suspend', 'withdraw'] as const)('gives back what is to come when she is told to %s', async (move) => {
    const startsAt = shiftBy(district.clock.now, 30 * hour);
    const [held, line] = [await aShift(district, { places: 1, startsAt }), await aShift(district, { places: 1 })];
    const [person, next, rival] = [await aPersonIn('active'), await aPersonIn('active'), await aPersonIn('active')];
    await person.caller.post(`/shifts/${held.shiftId}/sign-ups`);
    await next.caller.post(`/shifts/${held.shiftId}/waitlist`);
    await rival.caller.post(`/shifts/${line.shiftId}/sign-ups`);
    await person.caller.post(`/shifts/${line.shiftId}/waitlist`);
    await district.settle();
    await make(move, person);
    await district.settle();

    const standing = async ({ volunteerId }: Person, shiftId: string) =>
      (await district.contexts.scheduling.signUpOf(shiftId, volunteerId))?.state;
    expect(await standing(person, held.shiftId)).toBe('cancelled');
    expect((await next.caller.post(`/shifts/${held.shiftId}/offer/acceptance`)).status).toBeLessThan(300);
    // She has left the line: the place that the other gives back is free for all.
    await rival.caller.delete(`/shifts/${line.shiftId}/sign-ups/me`);
    expect((await next.caller.post(`/shifts/${line.shiftId}/sign-ups`)).body.code ?? 'free').toBe('free');
    expect((await person.caller.post(`/shifts/${held.shiftId}/sign-ups`)).body.code).toBe('shift.notActive');
    await district.redeliver();
    expect(await standing(next, held.shiftId)).toBe('signedUp');
    district.later(minute);
  });

  it('keeps what is to come while she only takes a break', async () => {
    const { shiftId } = await aShift(district, { startsAt: shiftBy(district.clock.now, 80 * hour) });
    const person = await aPersonIn('active');
    await person.caller.post(`/shifts/${shiftId}/sign-ups`);
    await make('pause', person);
    await district.settle();
    expect(await district.contexts.scheduling.signUpOf(shiftId, person.volunteerId)).toMatchObject({
      state: 'signedUp',
    });
  });
});
