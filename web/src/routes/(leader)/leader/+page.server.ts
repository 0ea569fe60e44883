import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { wholeAttendance } from '#lib/leader/attendance.server.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { shiftView } from '#lib/leader/shift-view.server.ts';
import { tallyOf } from '#lib/leader/tally.ts';
import { shiftsBetween } from '#lib/leader/team-shifts.server.ts';
import { byShift } from '#lib/leader/to-confirm.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import type { PageServerLoad } from './$types';

/** Shifts to confirm that the home names; the rest is a page of its own. */
const mostToConfirm = 3;

/** What one team asks of its leader today: who waits for confirmation, who is missing, and where people lack in the week ahead. */
export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  if (!team) return { teams, team, toConfirm: [], hasMore: false, today: [], understaffed: [], others: [] };

  const now = toInstant(Date.now());
  const today = dayOf(now);
  // A shift of last night may still be on.
  const [yesterday, weekOn] = [dayOf(shiftBy(now, -day)), dayOf(shiftBy(now, 7 * day))];
  const [found, waiting, skills] = await Promise.all([
    shiftsBetween(event, team.scope, yesterday, weekOn),
    read(api(event).api.attendance.waiting.$get({ query: { place: team.scope, limit: '100' } })),
    skillWords(event),
  ]);
  const shifts = found.map((each) => shiftView(each, now, skills));
  const waitingShifts = byShift(waiting.items.filter(({ mine }) => !mine));
  const isToConfirm = (id: string) => waitingShifts.some(({ shiftId }) => shiftId === id);
  const held = shifts.filter(
    ({ id, phase, startsAt }) =>
      phase === 'on' || (dayOf(startsAt) === today && (phase === 'coming' || (phase === 'over' && !isToConfirm(id)))),
  );
  const understaffed = shifts.filter(({ phase, freePlaces }) => phase === 'coming' && freePlaces > 0);
  return {
    teams,
    team,
    toConfirm: waitingShifts
      .slice(0, mostToConfirm)
      .map(({ people, ...shift }) => ({ ...shift, count: people.length })),
    hasMore: waitingShifts.length > mostToConfirm || waiting.cursor !== undefined,
    today: await Promise.all(
      held.map(async (shift) => {
        const people = await wholeAttendance(event, shift.id);
        return {
          shift,
          tally: tallyOf(people),
          hasBegun: now >= shift.startsAt,
          missing: people.filter(({ state }) => state === 'expected').map(({ name }) => name),
        };
      }),
    ),
    understaffed,
    others: shifts.filter(
      (shift) =>
        shift.phase === 'draft' ||
        (shift.phase === 'coming' && dayOf(shift.startsAt) > today && !understaffed.includes(shift)),
    ),
  };
};
