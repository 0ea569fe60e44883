import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { type EarningRules, plainRules } from '@kaifong/shared/points/rules/earning-rules.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aProposal, aSpecialDay, newRules } from '../../test/a-rules-proposal.ts';
import { aServiceRecord } from '../../test/a-service-record.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { anAttendance } from '../../test/an-attendance.ts';
import { auditOf } from '../../test/audit-of.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { EntryItem, VolunteerAccount } from '../points.table.ts';

let district: TestDistrict;
beforeEach(async () => {
  district = await startDistrict();
});
afterEach(() => district.stop());

const ofDistrict = () => district.person({ role: 'coordinator', scope: '440103' });
const aVolunteerId = () => newId('volunteer', Date.now());
const atNight = { activity: { kind: 'patrol' as const, atNight: true } };

const decide = async (rulesId: string, decision: 'approve' | 'decline', caller = ofDistrict()) =>
  (await caller).post(`/points-rules/proposals/${rulesId}/decision`, { decision });

const book = (record: Parameters<typeof aServiceRecord>[0]) =>
  district.contexts.points.ledger.book(aServiceRecord(record), district.clock.now);

/** Rules that hold, on the first day of theirs. */
async function inForce(rules: Partial<EarningRules>): Promise<string> {
  const { rulesId, proposed } = await aProposal(district, newRules(district, rules));
  expect((await decide(rulesId, 'approve')).status).toBe(200);
  while (dayOf(district.clock.now) < proposed.from) district.later(day);
  return proposed.from;
}

async function accountOf(volunteerId: string) {
  const account = await district.table('points').get(VolunteerAccount, { volunteerId });
  return { points: account?.balance, carried: account?.carriedMinutes, minutes: account?.minutes };
}

const lastEntry = async (volunteerId: string, seq: number) =>
  (await district.table('points').get(EntryItem, { volunteerId, seq }))?.because;

describe('a service', () => {
  it('earns by the rules of its day, and says how: 2 h 10 min × 1.2 at night are 2 points, 36 minutes carried over', async () => {
    const from = await inForce({ night: 120 });
    const volunteerId = aVolunteerId();
    await book({ volunteerId, seq: 1, minutes: 130, day: from, ...atNight });
    expect(await accountOf(volunteerId)).toEqual({ points: 2, carried: 36, minutes: 130 });
    expect(await lastEntry(volunteerId, 1)).toMatchObject({
      minutes: 130,
      carriedAfter: 36,
      earned: {
        rulesFrom: from,
        kind: 'patrol',
        atNight: true,
        minutes: 156,
        weights: [{ because: 'night', percent: 120 }],
      },
    });
  });

  it('of training earns what the rules say of training: two hours at half weight are a point', async () => {
    const from = await inForce({ kinds: { training: 50 } });
    const volunteerId = aVolunteerId();
    await book({ volunteerId, seq: 1, minutes: 120, day: from, activity: { kind: 'training', atNight: false } });
    expect(await accountOf(volunteerId)).toEqual({ points: 1, carried: 0, minutes: 120 });
    expect(await lastEntry(volunteerId, 1)).toMatchObject({
      earned: { kind: 'training', minutes: 60, weights: [{ because: 'kind', percent: 50 }] },
    });
  });

  it('of an earlier day earns by what held then, however late it is confirmed, and so does its correction', async () => {
    const from = await inForce({ night: 120 });
    const volunteerId = aVolunteerId();
    const before = dayOf(shiftBy(`${from}T04:00:00.000Z`, -day));
    await book({ volunteerId, seq: 1, minutes: 120, day: before, ...atNight });
    await book({ volunteerId, seq: 2, minutes: 60, day: from, ...atNight });
    expect(await accountOf(volunteerId)).toEqual({ points: 3, carried: 12, minutes: 180 });
    await book({ volunteerId, seq: 3, kind: 'reversal', reverses: 2, minutes: -60, day: from, ...atNight });
    expect(await accountOf(volunteerId)).toEqual({ points: 2, carried: 0, minutes: 120 });
  });

  it('is corrected to the minute when the correction comes first', async () => {
    const from = await inForce({ night: 120, dailyMinutes: 60 });
    const volunteerId = aVolunteerId();
    await book({ volunteerId, seq: 2, kind: 'reversal', reverses: 1, minutes: -130, day: from, ...atNight });
    await book({ volunteerId, seq: 1, minutes: 130, day: from, ...atNight });
    expect(await accountOf(volunteerId)).toEqual({ points: 0, carried: 0, minutes: 0 });
  });

  it('earns no more in a day than the rules let, over all teams, and more again once another one is taken back', async () => {
    const from = await inForce({ dailyMinutes: 240 });
    const volunteerId = aVolunteerId();
    await book({ volunteerId, seq: 1, minutes: 180, day: from });
    await book({ volunteerId, seq: 2, minutes: 180, day: from });
    expect(await accountOf(volunteerId)).toEqual({ points: 4, carried: 0, minutes: 360 });
    expect((await lastEntry(volunteerId, 2))?.earned).toMatchObject({ minutes: 60, overDay: 120 });
    await book({ volunteerId, seq: 3, kind: 'reversal', reverses: 1, minutes: -180, day: from });
    expect(await accountOf(volunteerId)).toEqual({ points: 3, carried: 0, minutes: 180 });
    await book({ volunteerId, seq: 4, minutes: 60, day: dayOf(shiftBy(`${from}T04:00:00.000Z`, day)) });
    expect(await accountOf(volunteerId)).toEqual({ points: 4, carried: 0, minutes: 240 });
  });

  it('counts once in a day, however many book at the same time', async () => {
    const from = await inForce({ dailyMinutes: 240 });
    const volunteerId = aVolunteerId();
    const records = [1, 2, 3, 4].map((seq) => ({ volunteerId, seq, minutes: 90, day: from }));
    await Promise.all([...records, ...records].map(book));
    expect(await accountOf(volunteerId)).toEqual({ points: 4, carried: 0, minutes: 360 });
  });

  it('that was entered later earns none where the rules say so, and the hours stay', async () => {
    const from = await inForce({ backEntered: 'earnNone' });
    const volunteerId = aVolunteerId();
    await book({ volunteerId, seq: 1, minutes: 180, day: from, backEntered: true });
    expect(await accountOf(volunteerId)).toEqual({ points: 0, carried: 0, minutes: 180 });
  });

  it('tells what was served at, so that it can be weighed', async () => {
    const { caller } = await anAttendance(district, 'confirmed');
    await district.settle();
    const [entry] = (await caller.get('/points/entries')).body.items;
    expect(entry.because.earned).toMatchObject({ kind: 'patrol', atNight: false, weights: [] });
  });
});

describe('rules', () => {
  it('are read by everybody who has signed in: those of today, and those to come', async () => {
    const { caller } = await aVolunteer(district);
    expect((await caller.get('/points-rules')).body).toEqual({
      ...{ now: { rules: plainRules }, coming: [], special: [] },
    });
    const { rulesId, proposed } = await aProposal(district);
    const { from, rules } = proposed;
    expect((await caller.get('/points-rules')).body.coming).toEqual([]);
    await decide(rulesId, 'approve');
    const decided = { id: rulesId, from, rules };
    expect((await caller.get('/points-rules')).body).toMatchObject({ now: { rules: plainRules }, coming: [decided] });
    while (dayOf(district.clock.now) < from) district.later(day);
    expect((await caller.get('/points-rules')).body).toMatchObject({ now: decided, coming: [] });
  });

  it('need a second person, and nobody decides twice', async () => {
    const { rulesId, proposer } = await aProposal(district);
    const own = await decide(rulesId, 'approve', Promise.resolve(proposer));
    expect([own.status, own.body.code]).toEqual([409, 'pointsRules.secondPersonNeeded']);
    const other = await ofDistrict();
    expect((await other.get(`/points-rules/proposals/${rulesId}`)).body).toMatchObject({ isOwn: false });
    expect((await decide(rulesId, 'approve', Promise.resolve(other))).body.state).toBe('approved');
    expect((await decide(rulesId, 'decline')).body.code).toBe('pointsRules.alreadyDecided');
    expect((await auditOf(district, rulesId)).map(({ action }) => action).toSorted()).toEqual([
      'pointsRules.approved',
      'pointsRules.proposed',
    ]);
  });

  it('are taken back by whoever proposed them', async () => {
    const { rulesId, proposer } = await aProposal(district);
    expect((await decide(rulesId, 'decline', Promise.resolve(proposer))).body.state).toBe('declined');
    expect((await proposer.get('/points-rules/proposals')).body.items).toMatchObject([
      { id: rulesId, state: 'declined', isOwn: true },
    ]);
  });

  it('are announced a week before, when they are proposed and when they are approved', async () => {
    const proposer = await ofDistrict();
    const tomorrow = dayOf(shiftBy(district.clock.now, day));
    const soon = await proposer.post('/points-rules/proposals', { ...newRules(district), from: tomorrow });
    expect([soon.status, soon.body.code]).toEqual([409, 'pointsRules.tooSoon']);
    const { rulesId, proposed } = await aProposal(district);
    while (shiftBy(district.clock.now, 7 * day) < `${proposed.from}T16:00:00.000Z`) district.later(hour);
    expect((await decide(rulesId, 'approve')).body.code).toBe('pointsRules.tooSoon');
    expect((await decide(rulesId, 'decline')).status).toBe(200);
  });

  it('take no day that others have', async () => {
    const first = await aProposal(district);
    const second = await aProposal(district, first.proposed);
    expect((await decide(first.rulesId, 'approve')).status).toBe(200);
    expect((await decide(second.rulesId, 'approve')).body.code).toBe('pointsRules.dateTaken');
  });

  it.each([
    ['a night that earns less', { night: 90 }],
    ['a weight of no whole hundredths', { night: 120.5 }],
    ['a day of half an hour', { dailyMinutes: 30 }],
    ['a kind that nobody knows', { kinds: { skating: 100 } }],
  ])('are refused with %s', async (_name, changed) => {
    const proposed = newRules(district);
    const body = { ...proposed, rules: { ...proposed.rules, ...changed } };
    expect((await (await ofDistrict()).post('/points-rules/proposals', body)).status).toBe(400);
  });
});

describe('a day of bad weather', () => {
  const call = async (changed: object = {}) =>
    (await ofDistrict()).post('/points-rules/special-days', { ...aSpecialDay(district), ...changed });

  it('makes services at its place earn more, and those elsewhere not', async () => {
    const today = await inForce({ badWeather: 150 });
    expect((await call()).status).toBe(201);
    const [here, there] = [aVolunteerId(), aVolunteerId()];
    await book({ volunteerId: here, seq: 1, minutes: 120, day: today });
    await book({ volunteerId: there, seq: 1, minutes: 120, day: today, teamScope: elsewhere.team });
    expect(await accountOf(here)).toMatchObject({ points: 3 });
    expect(await accountOf(there)).toMatchObject({ points: 2 });
    const { caller } = await aVolunteer(district);
    const { special } = (await caller.get('/points-rules')).body;
    expect(special).toEqual([{ day: today, kind: 'badWeather', place: home.street }]);
  });

  it('that is called later leaves what was booked, and a correction takes back just that', async () => {
    const today = await inForce({ emergency: 200 });
    const volunteerId = aVolunteerId();
    await book({ volunteerId, seq: 1, minutes: 120, day: today });
    expect((await call({ kind: 'emergency' })).status).toBe(201);
    expect(await accountOf(volunteerId)).toMatchObject({ points: 2 });
    await book({ volunteerId, seq: 2, kind: 'reversal', reverses: 1, minutes: -120, day: today });
    expect(await accountOf(volunteerId)).toEqual({ points: 0, carried: 0, minutes: 0 });
    await book({ volunteerId, seq: 3, minutes: 120, day: today });
    expect(await accountOf(volunteerId)).toMatchObject({ points: 4 });
  });

  it('is called once, and neither for yesterday nor for next month', async () => {
    expect((await call()).status).toBe(201);
    expect((await call()).body.code).toBe('pointsRules.dayCalled');
    const now = district.clock.now;
    for (const wrong of [dayOf(shiftBy(now, -day)), dayOf(shiftBy(now, 8 * day))]) {
      expect((await call({ day: wrong })).body.code).toBe('pointsRules.dayNotNow');
    }
    expect((await call({ kind: 'holiday' })).status).toBe(400);
  });
});

describe('last month', () => {
  it('is reckoned by proposed rules before anybody approves them, and who would be most affected is named', async () => {
    const { volunteerId } = await aVolunteer(district, { name: '夜班阿姨' });
    const others = [aVolunteerId(), aVolunteerId()] as const;
    await book({ volunteerId, seq: 1, minutes: 600, day: '2026-10-31', ...atNight });
    await book({ volunteerId, seq: 2, minutes: 600, day: '2026-11-01', ...atNight });
    await book({ volunteerId: others[0], seq: 1, minutes: 300, day: '2026-10-01', ...atNight });
    await book({ volunteerId: others[1], seq: 1, minutes: 700, day: '2026-10-15' });

    const proposer = await ofDistrict();
    const { id } = (await proposer.post('/points-rules/proposals', newRules(district))).body;
    expect((await proposer.get(`/points-rules/proposals/${id}`)).body.simulation).toMatchObject({ done: 0, parts: 8 });
    expect((await decide(id, 'approve')).body.code).toBe('pointsRules.stillReckoning');
    await district.settle();
    await district.redeliver();
    expect((await proposer.get(`/points-rules/proposals/${id}`)).body.simulation).toEqual({
      ...{ month: '2026-10', done: 8, parts: 8, people: 3, services: 3, pointsBefore: 26, pointsAfter: 29 },
      most: [
        { volunteerId, name: '夜班阿姨', pointsBefore: 10, pointsAfter: 12 },
        { volunteerId: others[0], pointsBefore: 5, pointsAfter: 6 },
      ],
    });
  });

  it('is not for a coordinator of a street', async () => {
    const { rulesId } = await aProposal(district);
    const street = await district.person({ role: 'coordinator', scope: home.street });
    expect((await street.get(`/points-rules/proposals/${rulesId}`)).status).toBe(403);
  });
});
