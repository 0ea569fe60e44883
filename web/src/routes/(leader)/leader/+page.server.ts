import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { wholeAttendance } from '#lib/leader/attendance.server.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { shiftView } from '#lib/leader/shift-view.server.ts';
import { tallyOf, waitingAmong } from '#lib/leader/tally.ts';
import { shiftsBetween } from '#lib/leader/team-shifts.server.ts';
import type { PageServerLoad } from './$types';

/** One team's shifts of the week behind and the week ahead, as far as something is to be done about them. */
export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  if (!team) return { teams, team, toConfirm: [], today: [], week: [] };

  const now = toInstant(Date.now());
  const today = dayOf(now);
  const [weekAgo, weekOn] = [dayOf(shiftBy(now, -7 * day)), dayOf(shiftBy(now, 7 * day))];
  const shifts = (await shiftsBetween(event, team.scope, weekAgo, weekOn)).map((each) => shiftView(each, now, locale));
  const held = await Promise.all(
    shifts
      .filter(
        ({ phase, startsAt }) =>
          phase === 'on' || phase === 'over' || (phase === 'coming' && dayOf(startsAt) === today),
      )
      .map(async (shift) => {
        const people = await wholeAttendance(event, shift.id);
        const waiting = shift.phase === 'over' ? waitingAmong(people, me?.volunteerId) : 0;
        return { shift, tally: tallyOf(people), waiting };
      }),
  );
  return {
    teams,
    team,
    toConfirm: held.filter(({ waiting }) => waiting > 0),
    today: held.filter(
      ({ shift, waiting }) => waiting === 0 && (shift.phase !== 'over' || dayOf(shift.startsAt) === today),
    ),
    week: shifts.filter(({ phase, startsAt }) => phase === 'draft' || (phase === 'coming' && dayOf(startsAt) > today)),
  };
};
