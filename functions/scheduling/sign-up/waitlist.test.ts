import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCrew, type Crew } from '../../test/a-crew.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
let crew: Crew;
beforeAll(async () => {
  district = await startDistrict();
  crew = await aCrew(district);
});
afterAll(() => district.stop());

/** Each test has days of its own, so that what earlier ones left in an agenda is not in its way. */
beforeEach(() => district.later(3 * day));

const tick = () => district.contexts.scheduling.onTick(district.clock.now);

describe('the line for a full shift', () => {
  it('is for full shifts only', async () => {
    const { mei, lan, shift, signUp, wait } = crew;
    const { shiftId } = await shift({ places: 1 });
    expect((await wait(lan, shiftId)).body.code).toBe('waitlist.placesFree');
    await signUp(mei, shiftId);
    expect((await signUp(lan, shiftId)).body).toMatchObject({ status: 409, code: 'shift.full' });
    expect((await wait(lan, shiftId)).body).toEqual({ shiftId, state: 'waiting' });
    expect((await wait(lan, shiftId)).body.code).toBe('waitlist.alreadyWaiting');
    expect((await signUp(lan, shiftId)).body.code).toBe('waitlist.alreadyWaiting');
    expect((await lan.get('/agenda')).body.items).toEqual([expect.objectContaining({ shiftId, state: 'waiting' })]);
  });

  it('gives a freed place to the first, for whom it is held and for nobody else', async () => {
    const { mei, lan, jun, shift, signUp, cancel, wait, accept, seen, names } = crew;
    const { shiftId } = await shift({ places: 1 });
    await signUp(mei, shiftId);
    await wait(lan, shiftId);
    district.later(1);
    await wait(jun, shiftId);
    await cancel(mei, shiftId);
    const offeredUntil = shiftBy(district.clock.now, 30 * minute);
    expect(await seen(lan, shiftId)).toMatchObject({ mine: 'offered', offeredUntil, freePlaces: 0 });
    expect((await signUp(mei, shiftId)).body.code).toBe('shift.full');
    expect((await accept(jun, shiftId)).body.code).toBe('waitlist.offerGone');
    expect((await accept(lan, shiftId)).body).toEqual({ shiftId, state: 'signedUp' });
    expect(await names(shiftId)).toEqual(['李兰']);
    expect((await seen(jun, shiftId)).mine).toBe('waiting');
  });

  it('moves on by itself when an offer is declined or nobody answers, and ends with a place free for all', async () => {
    const { mei, lan, jun, shift, signUp, cancel, wait, accept, decline, seen } = crew;
    const { shiftId } = await shift({ places: 1 });
    await signUp(mei, shiftId);
    await wait(lan, shiftId);
    district.later(1);
    await wait(jun, shiftId);
    await cancel(mei, shiftId);
    expect((await decline(lan, shiftId)).body).toEqual({ shiftId, state: 'declined' });
    expect((await seen(jun, shiftId)).mine).toBe('offered');

    district.later(30 * minute - 1);
    await tick();
    expect((await seen(jun, shiftId)).mine).toBe('offered');
    district.later(1);
    expect((await accept(jun, shiftId)).body.code).toBe('waitlist.offerGone');
    await Promise.all([tick(), tick(), tick()]);
    await tick();
    expect(await seen(jun, shiftId)).toMatchObject({ mine: 'none', freePlaces: 1 });
    expect((await signUp(jun, shiftId)).status).toBe(201);
  });

  it('holds a place for five minutes only when the shift begins soon', async () => {
    const { mei, lan, shift, signUp, cancel, wait, seen } = crew;
    const { shiftId } = await shift({ places: 1, startsAt: shiftBy(district.clock.now, 2 * hour) });
    await signUp(mei, shiftId);
    await wait(lan, shiftId);
    await cancel(mei, shiftId);
    expect((await seen(lan, shiftId)).offeredUntil).toBe(shiftBy(district.clock.now, 5 * minute));
  });

  it('lets people leave, also one who was offered a place', async () => {
    const { mei, lan, jun, shift, signUp, cancel, wait, leave, seen } = crew;
    const { shiftId } = await shift({ places: 1 });
    await signUp(mei, shiftId);
    await wait(lan, shiftId);
    district.later(1);
    await wait(jun, shiftId);
    expect((await leave(mei, shiftId)).body.code).toBe('waitlist.notWaiting');
    expect((await leave(lan, shiftId)).body).toEqual({ shiftId, state: 'left' });
    await cancel(mei, shiftId);
    expect((await seen(jun, shiftId)).mine).toBe('offered');
    expect((await leave(jun, shiftId)).body).toEqual({ shiftId, state: 'declined' });
    expect(await seen(jun, shiftId)).toMatchObject({ mine: 'none', freePlaces: 1 });
  });

  it('asks of one who accepts what it asks of one who signs up', async () => {
    const { mei, lan, shift, signUp, cancel, wait, accept } = crew;
    const startsAt = shiftBy(district.clock.now, day);
    const { shiftId } = await shift({ places: 1, startsAt });
    await signUp(mei, shiftId);
    await wait(lan, shiftId);
    const other = await shift({ startsAt });
    await signUp(lan, other.shiftId);
    await cancel(mei, shiftId);
    expect((await accept(lan, shiftId)).body.code).toBe('shift.overlaps');
    await cancel(lan, other.shiftId);
    expect((await accept(lan, shiftId)).status).toBe(201);
  });

  it('is told no when sign-up ends, by an event of its own', async () => {
    const { mei, lan, jun, shift, signUp, cancel, wait, seen } = crew;
    const { shiftId } = await shift({ places: 1, signUpClosesAt: shiftBy(district.clock.now, hour) });
    await signUp(mei, shiftId);
    await wait(lan, shiftId);
    await wait(jun, shiftId);
    district.later(hour);
    await Promise.all([tick(), tick()]);
    await tick();
    expect((await seen(lan, shiftId)).mine).toBe('none');
    expect((await lan.get('/agenda')).body.items).toEqual([]);
    expect((await signUp(lan, shiftId)).body).toMatchObject({ code: 'shift.signUpClosed' });
    await cancel(mei, shiftId);
    expect(await seen(jun, shiftId)).toMatchObject({ mine: 'none', freePlaces: 1 });
  });
});

describe('changing the places of a shift', () => {
  it('offers new places to the line first, and the rest to all', async () => {
    const { mei, lan, jun, shift, setPlaces, signUp, wait, seen } = crew;
    const { shiftId } = await shift({ places: 1 });
    await signUp(mei, shiftId);
    await wait(lan, shiftId);
    expect((await setPlaces(shiftId, 200)).body).toMatchObject({ places: 200, freePlaces: 198 });
    expect((await seen(lan, shiftId)).mine).toBe('offered');
    expect((await signUp(jun, shiftId)).status).toBe(201);
  });

  it('takes away free places only, and says how many are taken', async () => {
    const { mei, lan, jun, shift, setPlaces, signUp } = crew;
    const { shiftId } = await shift({ places: 150 });
    await signUp(mei, shiftId);
    await signUp(lan, shiftId);
    expect((await setPlaces(shiftId, 1)).body).toMatchObject({ code: 'shift.placesTaken' });
    expect((await setPlaces(shiftId, 1)).body.detail).toContain('已有 2 个名额');
    expect((await setPlaces(shiftId, 2)).body).toMatchObject({ places: 2, freePlaces: 0 });
    expect((await signUp(jun, shiftId)).body.code).toBe('shift.full');
    expect((await setPlaces(shiftId, 4)).body).toMatchObject({ places: 4, freePlaces: 2 });
    district.later(day);
    expect((await setPlaces(shiftId, 5)).body.code).toBe('shift.placesFixed');
  });
});
