import { describe, expect, it } from 'vitest';
import { dayOf } from '../kernel/time.ts';
import { communityOf, isWithin, Scope, streetOf } from '../organisation/scope.ts';
import { teamKindCodes } from '../organisation/team-kinds.ts';
import { parseMobile } from '../people/mobile/mobile.ts';
import { ageOn, checkDocument } from '../people/registration/document.ts';
import { overlap } from '../scheduling/rules.ts';
import { demoAccounts, demoStreet, demoTeam } from './accounts.ts';
import { demoDistrict } from './district.ts';
import { teamCount } from './teams.ts';

const now = '2026-11-24T06:40:00.000Z';
const world = demoDistrict({ seed: 1, volunteers: 2_000, now });
const people = [...world.volunteers];
const activities = [...world.activities];

describe('the demo district', () => {
  it('is the same for the same seed, and another for another', () => {
    const again = demoDistrict({ seed: 1, volunteers: 2_000, now });
    expect([...again.volunteers]).toEqual(people);
    expect([...again.activities]).toEqual(activities);
    expect([...demoDistrict({ seed: 2, volunteers: 2_000, now }).volunteers]).not.toEqual(people);
  });

  it('has 191 communities under names of their own, some in every street', () => {
    expect(world.communities).toHaveLength(191);
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const)
      expect(new Set(world.communities.map(({ name }) => name[language])).size).toBe(191);
    expect(new Set(world.communities.map(({ scope }) => streetOf(scope))).size).toBe(22);
    expect(world.communities.every(({ scope }) => communityOf(scope) === scope)).toBe(true);
  });

  it('has teams of every kind, each in a community and under a name of its own', () => {
    expect([20, 2_000, 83_000].map(teamCount)).toEqual([8, 60, 500]);
    expect(world.teams).toHaveLength(60);
    expect(new Set(world.teams.map(({ kind }) => kind))).toEqual(new Set(teamKindCodes));
    expect(new Set(world.teams.map(({ name }) => name['zh-Hans'])).size).toBe(60);
    expect(
      world.teams.every(({ scope, community }) => Scope.safeParse(scope).success && isWithin(scope, community.scope)),
    ).toBe(true);
    expect(world.teams[0]?.scope).toBe(demoTeam);
  });

  it('is refused when it is too small for its teams', () => {
    expect(() => demoDistrict({ seed: 1, volunteers: 19, now })).toThrow(RangeError);
    expect([...demoDistrict({ seed: 1, volunteers: 20, now }).volunteers]).toHaveLength(20);
  });
});

describe('the volunteers of the demo', () => {
  it('have documents and mobiles that are valid and unique', () => {
    for (const { documentKind, documentNumber, birthDate, gender, mobile } of people) {
      const checked = checkDocument(documentKind, documentNumber, dayOf(now));
      expect(checked).toMatchObject({ ok: true, number: documentNumber });
      if (documentKind === 'mainlandId') expect(checked).toMatchObject({ birthDate, gender });
      expect(parseMobile(mobile)).toMatchObject({ ok: true, e164: mobile });
    }
    expect(new Set(people.map(({ documentNumber }) => documentNumber)).size).toBe(2_000);
    expect(new Set(people.map(({ mobile }) => mobile)).size).toBe(2_000);
  });

  it('have long been adults', () => {
    const ages = people.map(({ birthDate }) => ageOn(birthDate, dayOf(now)));
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(21);
    expect(Math.max(...ages)).toBeLessThanOrEqual(83);
  });

  it('live in a community of the district, in all streets, and in that of their team', () => {
    const communities = new Set(world.communities.map(({ scope }) => scope));
    expect(people.every(({ communityScope }) => communities.has(communityScope))).toBe(true);
    expect(new Set(people.map(({ communityScope }) => streetOf(communityScope))).size).toBe(22);
    for (const { teamScope, communityScope } of people)
      if (teamScope) expect(streetOf(teamScope)).toBe(streetOf(communityScope));
  });

  it('are mostly active; some wait, also with the coordinator who has a demo account', () => {
    const active = people.filter(({ state }) => state === 'active');
    const waiting = people.filter(({ state }) => state === 'applied');
    expect(active.length).toBeGreaterThan(1_700);
    expect(waiting.length).toBeGreaterThan(40);
    expect(waiting.every(({ approvedAt, teamScope }) => !approvedAt && !teamScope)).toBe(true);
    expect(waiting.some(({ communityScope }) => isWithin(communityScope, demoStreet))).toBe(true);
  });

  it('lead one team each, and the demo accounts are among them', () => {
    const leaders = people.filter(({ leadsTeam }) => leadsTeam);
    expect(new Set(leaders.map(({ teamScope }) => teamScope)).size).toBe(60);
    expect(leaders.every(({ state }) => state === 'active')).toBe(true);
    const byMobile = new Map(people.map((person) => [person.mobile, person]));
    expect(byMobile.get(demoAccounts.teamLeader.mobile)).toMatchObject({
      name: '梁国强',
      teamScope: demoTeam,
      leadsTeam: true,
    });
    expect(byMobile.get(demoAccounts.volunteer.mobile)).toMatchObject({
      name: '陈嘉敏',
      teamScope: demoTeam,
      leadsTeam: false,
    });
    const { mobile, grants } = demoAccounts.severalRoles;
    const { scope } = grants.find(({ role }) => role === 'teamLeader') ?? {};
    expect(byMobile.get(mobile)).toMatchObject({ name: '区咏欣', teamScope: scope, leadsTeam: true });
  });

  it('of the whole district stay unique', () => {
    const seen = new Set<string>();
    let count = 0;
    for (const { documentNumber, mobile } of demoDistrict({ seed: 1, volunteers: 83_000, now }).volunteers) {
      seen.add(documentNumber).add(mobile);
      count += 1;
    }
    expect(count).toBe(83_000);
    expect(seen.size).toBe(2 * 83_000);
  });
});

describe('the shifts of the demo', () => {
  const shifts = activities.flatMap((activity) => activity.shifts.map((shift) => ({ ...shift, activity })));

  it('lie in last week, today and next week', () => {
    const past = shifts.filter(({ endsAt }) => endsAt <= now);
    expect(past.length).toBeGreaterThan(100);
    expect(shifts.filter(({ startsAt }) => dayOf(startsAt) === dayOf(now)).length).toBeGreaterThan(50);
    expect(shifts.filter(({ startsAt }) => startsAt > now).length).toBeGreaterThan(100);
    for (const { state, endsAt } of shifts) expect(state).toBe(endsAt <= now ? 'finished' : 'open');
  });

  it('hold active people with the needed skill, never more than the places', () => {
    for (const { signUps, places, neededSkill } of shifts) {
      expect(signUps.length).toBeLessThanOrEqual(places);
      for (const { serial } of signUps) {
        expect(people[serial]?.state).toBe('active');
        if (neededSkill) expect(people[serial]?.skills).toContain(neededSkill);
      }
    }
  });

  it('ask for people by role in one of the first team, where first aid is still missing', () => {
    const [asked, ...others] = shifts.filter(({ roles }) => roles !== undefined);
    expect(others).toEqual([]);
    expect(asked?.activity.team.scope).toBe(demoTeam);
    expect(asked?.places).toBe(asked?.roles?.reduce((sum, { most }) => sum + most, 0));
    expect(asked?.signUps).toHaveLength(2);
  });

  it('hold nobody twice at the same time, and no time that has not come', () => {
    const byPerson = Map.groupBy(
      shifts.flatMap(({ startsAt, endsAt, signUps }) => signUps.map((signUp) => ({ startsAt, endsAt, ...signUp }))),
      ({ serial }) => serial,
    );
    for (const times of byPerson.values()) {
      times.forEach((one, place) => {
        expect(times.slice(place + 1).some((other) => overlap(one, other))).toBe(false);
        expect([one.checkedInAt, one.checkedOutAt].every((time) => time === undefined || time <= now)).toBe(true);
        if (one.endsAt <= now) expect(one.checkedOutAt).toBe(one.endsAt);
      });
    }
  });

  it.each(['2026-11-24T06:40:00.000Z', '2026-11-24T15:59:59.000Z', '2026-11-24T16:00:00.000Z'])(
    'let the demo go at %s: one runs, and one can be signed up for and checked in to',
    (moment) => {
      const { activities: later } = demoDistrict({ seed: 1, volunteers: 200, now: moment });
      const own = [...later][0]?.shifts ?? [];
      const running = own.filter(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt);
      const opens = own.filter(({ startsAt }) => {
        const wait = Date.parse(startsAt) - Date.parse(moment);
        return wait > 0 && wait <= 30 * 60_000;
      });
      expect(running).toHaveLength(1);
      const isHere = running[0]?.signUps.map(({ checkedInAt }) => checkedInAt !== undefined);
      expect(isHere?.slice(0, 2)).toEqual([true, true]);
      expect(opens).toHaveLength(1);
      expect(opens[0]?.signUps.length).toBeLessThan(opens[0]?.places ?? 0);
    },
  );
});
