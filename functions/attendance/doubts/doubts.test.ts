import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDoubt, enterStay, farAway } from '../../test/a-doubt.ts';
import { must } from '../../test/a-handover.ts';
import { aMerge } from '../../test/a-merge.ts';
import { aShift } from '../../test/a-shift.ts';
import { aTeam } from '../../test/a-team.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { aCoordinator, anAttendance } from '../../test/an-attendance.ts';
import { awaitMorning } from '../../test/await-morning.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

type Found = { id: string; facts: { kind: string }; people: { volunteerId: string }[] };

/** The doubts of one kind that a coordinator of the street sees, of one person where one is named. */
async function found(kind: string, { state = 'open', of }: { state?: string; of?: string } = {}): Promise<Found[]> {
  const coordinator = await aCoordinator(district);
  const { items } = (await coordinator.get(`/doubts?place=${home.street}&state=${state}&limit=50`)).body;
  return items.filter(
    ({ facts, people }: Found) =>
      facts.kind === kind && (of === undefined || people.some(({ volunteerId }) => volunteerId === of)),
  );
}

const coordinatorWhoLeads = () =>
  district.person({ role: 'coordinator', scope: home.street }, { role: 'teamLeader', scope: home.team });

describe('hours that are unlikely', () => {
  it('at two places at once wait for a second person, once, and say what was seen', async () => {
    const { volunteer, stays, leader } = await aDoubt(district);
    const [first, second] = stays;
    await district.redeliver();
    expect(await found('twoPlaces', { of: volunteer.volunteerId })).toMatchObject([
      {
        state: 'open',
        peopleInAll: 1,
        isForOther: false,
        facts: {
          first: { shiftId: first?.shiftId, endedAt: first?.to },
          second: { shiftId: second?.shiftId, startedAt: second?.from },
          minutes: 0,
          metres: expect.toSatisfy((metres: number) => metres > 8_000 && metres < 10_000),
        },
      },
    ]);
    expect((await leader.get(`/doubts?place=${home.street}`)).status).toBe(403);
  });

  it('are decided once, and deciding takes nothing back', async () => {
    const { volunteer, stays } = await aDoubt(district);
    const [doubt] = await found('twoPlaces', { of: volunteer.volunteerId });
    const path = `/doubts/${doubt?.id}/decision`;
    const [one, other] = [await aCoordinator(district), await aCoordinator(district)];
    const vague = await one.post(path, { outcome: 'upheld', words: '嗯' });
    expect([vague.status, vague.body.code]).toEqual([400, 'platform.invalidInput']);
    const decision = { outcome: 'upheld', words: '对过签到表，第二处没有去' };
    expect((await one.post(path, decision)).body).toEqual({ id: doubt?.id, state: 'upheld' });
    const again = await other.post(path, decision);
    expect([again.status, again.body.code]).toEqual([409, 'doubt.alreadyDecided']);

    expect(await found('twoPlaces', { of: volunteer.volunteerId })).toEqual([]);
    expect(await found('twoPlaces', { of: volunteer.volunteerId, state: 'decided' })).toMatchObject([
      { id: doubt?.id, state: 'upheld', decision: { words: decision.words } },
    ]);
    const { items } = (await volunteer.caller.get('/service-records')).body;
    expect(items).toHaveLength(stays.length);
  });

  it('are not decided by whoever confirmed them', async () => {
    const both = await coordinatorWhoLeads();
    const { volunteer } = await aDoubt(district, both);
    const [doubt] = await found('twoPlaces', { of: volunteer.volunteerId });
    const decision = { outcome: 'explained', words: '是我自己记的，没有错' };
    const answer = await both.post(`/doubts/${doubt?.id}/decision`, decision);
    expect([answer.status, answer.body.code]).toEqual([403, 'doubt.decidedByAnother']);
    const listed = (await both.get(`/doubts?place=${home.street}&limit=50`)).body.items;
    expect(listed.find(({ id }: Found) => id === doubt?.id)).toMatchObject({ isForOther: true });
  });

  it('that came by one phone for many people are seen, and those of a household that shares one are not', async () => {
    const leader = await district.person({ role: 'teamLeader', scope: home.team });
    const owner = await aVolunteer(district);
    const people = [owner];
    for (let guest = 0; guest < 5; guest += 1) {
      expect(await found('oneDevice')).toEqual([]);
      const volunteer = await aVolunteer(district);
      volunteer.caller.borrow(owner.caller);
      people.push(volunteer);
      if (guest === 0) await anAttendance(district, 'confirmed', { leader, volunteer: owner, minutes: 5 });
      await anAttendance(district, 'confirmed', { leader, volunteer, minutes: 5 });
      await district.settle();
    }
    expect(await found('oneDevice')).toMatchObject([{ facts: { people: 6 }, peopleInAll: 6 }]);
  });

  it('that one account entered here and there are seen, though no team’s list is long', async () => {
    const administrator = await district.person({ role: 'coordinator', scope: home.street });
    const buyers = await Promise.all(Array.from({ length: 3 }, () => aVolunteer(district)));
    for (let sold = 0; sold < 8; sold += 1) {
      awaitMorning(district);
      const { team: teamScope } = await aTeam(district);
      const leader = await district.person({ role: 'teamLeader', scope: teamScope });
      const [from, to] = [shiftBy(district.clock.now, minute), shiftBy(district.clock.now, hour)];
      const { shiftId } = await aShift(district, { leader, teamScope, startsAt: from, endsAt: to, places: 3 });
      for (const { caller } of buyers) await must(caller.post(`/shifts/${shiftId}/sign-ups`));
      district.later(2 * hour);
      for (const { volunteerId } of buyers) {
        await enterStay({ leader, scribe: administrator }, shiftId, { volunteerId, from, to });
      }
      await district.settle();
      expect(await found('oneHand')).toHaveLength(sold === 7 ? 1 : 0);
      district.later(day);
    }
    const [doubt] = await found('oneHand');
    expect(doubt).toMatchObject({ facts: { entered: 24, teams: 8 }, peopleInAll: 3 });
    const words = '都是我替大家登记的';
    const own = await administrator.post(`/doubts/${doubt?.id}/decision`, { outcome: 'explained', words });
    expect([own.status, own.body.code]).toEqual([403, 'doubt.decidedByAnother']);
  });

  it('at two places under two numbers of one person wait too', async () => {
    awaitMorning(district);
    const leader = await district.person({ role: 'teamLeader', scope: home.team });
    const scribe = await district.person({ role: 'teamLeader', scope: home.team });
    const [stays, goes] = [await aVolunteer(district), await aVolunteer(district)];
    const startsAt = shiftBy(district.clock.now, minute);
    const [noon, end] = [shiftBy(startsAt, 30 * minute), shiftBy(startsAt, 60 * minute)];
    const near = await aShift(district, { leader, startsAt, endsAt: noon });
    const far = await aShift(district, { leader, startsAt: noon, endsAt: end, place: farAway });
    await must(stays.caller.post(`/shifts/${near.shiftId}/sign-ups`));
    await must(goes.caller.post(`/shifts/${far.shiftId}/sign-ups`));
    district.later(62 * minute);
    await enterStay({ leader, scribe }, near.shiftId, { volunteerId: stays.volunteerId, from: startsAt, to: noon });
    await aMerge(district, { stays, goes });
    await district.settle();
    await enterStay({ leader, scribe }, far.shiftId, { volunteerId: goes.volunteerId, from: noon, to: end });
    await district.settle();
    expect(await found('twoPlaces', { of: goes.volunteerId })).toMatchObject([
      { facts: { minutes: 0 }, peopleInAll: 2 },
    ]);
  });

  it('that a list gives in round times, confirmed at night all at once, are seen as what they are', async () => {
    const { team: teamScope } = await aTeam(district);
    const leader = await district.person({ role: 'teamLeader', scope: teamScope });
    const scribe = await district.person({ role: 'teamLeader', scope: teamScope });
    const people = await Promise.all(Array.from({ length: 15 }, () => aVolunteer(district)));
    awaitMorning(district);
    const startsAt = shiftBy(district.clock.now, 5 * minute);
    const { shiftId } = await aShift(district, {
      ...{ leader, teamScope, startsAt, endsAt: shiftBy(startsAt, 6 * hour), places: 20 },
    });
    for (const { caller } of people) await must(caller.post(`/shifts/${shiftId}/sign-ups`));
    const from = new Date(Math.ceil(Date.parse(startsAt) / hour) * hour).toISOString();
    // One in the morning of the next day, in Liwan.
    district.clock.now = `${startsAt.slice(0, 10)}T17:00:00.000Z`;
    for (const { volunteerId } of people) {
      await enterStay({ leader, scribe }, shiftId, { volunteerId, from, to: shiftBy(from, 3 * hour) });
    }
    await district.settle();
    const whose = { of: people[0]?.volunteerId ?? '' };
    expect(await found('batchAtNight', whose)).toMatchObject([{ facts: { records: 15 }, peopleInAll: 15 }]);
    expect(await found('mostlyTicked')).toHaveLength(1);
    expect(await found('roundTimes')).toHaveLength(1);
  });
});
