import { dayOf, minutesBetween, toInstant } from '@kaifong/shared/kernel/time.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { byShift } from '#lib/leader/to-confirm.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { teamsWith } from '#lib/places/teams.server.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { houseFigures } from '#lib/settings/figures.server.ts';
import type { PageServerLoad } from './$types';
import { dueWords } from './due-words.server.ts';
import { queuesOf } from './queues.server.ts';

/** How many of each the home names; the figures are of up to a hundred. */
const named = 4;

/** What waits in the own branches: applications, shifts that lack people, attendance that nobody confirmed, and the queues. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const [applications, staffing, overdue, queues] = await Promise.all([
    waitingApplications(event, branches),
    staffingOf(event, branches),
    overdueAttendance(event, branches),
    queuesOf(event, branches),
  ]);
  return { applications, staffing, overdue, queues, isOfDistrict: branches.includes(district.scope) };
};

async function waitingApplications(event: Caller, branches: readonly string[]) {
  const pages = await Promise.all(
    branches.map((place) => read(api(event).api.volunteers.waiting.$get({ query: { place, limit: '100' } }))),
  );
  const today = dayOf(toInstant(Date.now()));
  const all = pages.flatMap(({ items }) => items).sort((one, other) => (one.appliedAt < other.appliedAt ? -1 : 1));
  const first = all.slice(0, named);
  const communities = await namesOf(
    event,
    first.map(({ community }) => community),
  );
  return {
    count: all.length,
    overdue: all.filter(({ dueOn }) => dueOn < today).length,
    hasMore: pages.some(({ cursor }) => cursor !== undefined),
    first: first.map(({ id, name, community, dueOn }) => ({
      ...{ id, name, community: communities.get(community) ?? community },
      due: dueWords(dueOn, today),
    })),
  };
}

/** The places whose coming shifts lack people, where most are lacking first. */
async function staffingOf(event: Caller, branches: readonly string[]) {
  const pages = await Promise.all(
    branches.map((place) => read(api(event).api.shifts.staffing.$get({ query: { place, limit: '100' } }))),
  );
  const all = pages.flatMap(({ items }) => items);
  const lacking = all
    .filter(({ understaffed }) => understaffed > 0)
    .sort((one, other) => other.freePlaces - one.freePlaces || (one.place < other.place ? -1 : 1));
  const names = await namesOf(
    event,
    lacking.map(({ place }) => place),
  );
  return {
    hasShifts: all.some(({ shifts }) => shifts > 0),
    lacking: lacking.map(({ place, understaffed, freePlaces, soonest, hasMore }) => ({
      ...{ place, name: names.get(place) ?? place, understaffed, freePlaces, soonest, hasMore },
    })),
  };
}

async function overdueAttendance(event: Caller, branches: readonly string[]) {
  const now = toInstant(Date.now());
  const days = (await houseFigures(event))('attendance', now).confirmWithinDays;
  const pages = await Promise.all(
    branches.map((place) =>
      read(api(event).api.attendance.waiting.$get({ query: { place, days: `${days}`, limit: '100' } })),
    ),
  );
  const shifts = byShift(pages.flatMap(({ items }) => items));
  const first = shifts.slice(0, named);
  const teams = await teamsWith(
    event,
    first.map(({ teamScope }) => teamScope),
  );
  const names = new Map(teams.map(({ scope, name }) => [scope, name]));
  return {
    days,
    count: shifts.length,
    hasMore: pages.some(({ cursor }) => cursor !== undefined),
    first: first.map(({ shiftId, title, teamScope, startsAt, endsAt, people }) => ({
      ...{ shiftId, title, startsAt, team: names.get(teamScope) ?? '', people: people.length },
      days: Math.floor(minutesBetween(endsAt, now) / 60 / 24),
    })),
  };
}
