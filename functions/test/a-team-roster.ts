import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { aShift } from './a-shift.ts';
import { aMember, aTeam, type TestTeam } from './a-team.ts';
import type { TestDistrict } from './district.ts';

/** Monday to Sunday after the day on which the test's clock stands. */
export const week = '2026-W49';
export const monday = '2026-11-30T02:00:00.000Z';

export type Row = {
  shiftId: string;
  placeName: string;
  places: number;
  roles?: { number: number; places: number; obstacles: { obstacle: string; people: number }[] }[];
  proposals: {
    volunteerId: string;
    role?: number;
    isLocked: boolean;
    isNew: boolean;
    reasons: string[];
    name: string;
  }[];
  obstacles: { obstacle: string; people: number }[];
};

/** A team with so many members, its leader, and what she does with its roster. */
export async function aTeamRoster(district: TestDistrict, members: number) {
  const team: TestTeam = await aTeam(district);
  const people = await Promise.all(Array.from({ length: members }, () => aMember(district, team)));
  const leader = await district.person({ role: 'teamLeader', scope: team.team });
  const body = { place: team.team, week };
  const query = `place=${team.team}&week=${week}`;
  const rows = async (): Promise<Row[]> => (await leader.get(`/week-rosters/shifts?${query}&limit=100`)).body.items;
  return {
    team,
    people,
    leader,
    body,
    rows,
    read: async () => (await leader.get(`/week-rosters?${query}`)).body,
    start: () => leader.post('/week-rosters', body),
    publish: () => leader.post('/week-rosters/publication', body),
    choose: (row: Row | undefined, choice: string, volunteerId = row?.proposals[0]?.volunteerId) =>
      leader.put('/week-rosters/choices', { ...body, shiftId: row?.shiftId, volunteerId, choice }),
    shift: (days: number, overrides: Parameters<typeof aShift>[1] = {}) => {
      const startsAt = shiftBy(monday, days * day);
      return aShift(district, { teamScope: team.team, leader, places: 1, startsAt, ...overrides });
    },
  };
}
