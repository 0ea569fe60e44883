import { day, dayOf, instantAt, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { type RosterQuery, rosterChoices } from '@kaifong/shared/scheduling/roster.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { mondayOfWeek, weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import type { Actions, PageServerLoad } from './$types';
import { inWords } from './words.server.ts';

/** So many weeks, from this one on, can be chosen. */
const weeksToChoose = 5;

/** The roster of one of the leader's teams in a week; next week unless another is asked for. */
export const load: PageServerLoad = async (event) => {
  event.depends('roster:progress');
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  const weeks = comingWeeks();
  const week = weeks.find((each) => each.week === event.url.searchParams.get('week')) ?? weeks[1] ?? weeks[0];
  if (!team || !week) return { teams, team: undefined, weeks, week, roster: undefined, shifts: [], cursor: undefined };
  const query = { place: team.scope, week: week.week };
  const [roster, page, skills] = await Promise.all([
    read(api(event).api['week-rosters'].$get({ query })),
    read(api(event).api['week-rosters'].shifts.$get({ query: { ...query, limit: '50', ...pageQuery(event.url) } })),
    skillWords(event),
  ]);
  const shifts = page.items.map(({ neededSkill, obstacles, ...shift }) => {
    const missing = shift.places - shift.proposals.length;
    return {
      ...shift,
      skill: neededSkill && skills.name(neededSkill),
      lacks: missing > 0 ? inWords.lacking(missing, obstacles, event.locals.locale) : undefined,
      proposals: shift.proposals.map(({ reasons, weeklyMinutes, ...proposal }) => ({
        ...proposal,
        why: inWords.reasons(reasons, event.locals.locale),
        weekly: spokenMinutes(weeklyMinutes),
      })),
    };
  });
  return { teams, team, weeks, week, roster, shifts, cursor: page.cursor, hours: schedulingSettings.rosterAnswerHours };
};

function comingWeeks(): { week: string; monday: string }[] {
  const now = toInstant(Date.now());
  return Array.from({ length: weeksToChoose }, (_, index) => {
    const week = weekOf(dayOf(shiftBy(now, index * 7 * day)));
    return { week, monday: instantAt(mondayOfWeek(week), '00:00') };
  });
}

/** An action that sends a command about the roster of the page. */
const command =
  (send: (rosters: Rosters, json: RosterQuery) => Promise<Pick<Response, 'ok' | 'status' | 'text'>>): Actions[string] =>
  async (event) => {
    const form = await readForm(event);
    const json = { place: form.text('place'), week: form.text('week') };
    const outcome = await outcomeOf(send(api(event, form.idempotencyKey).api['week-rosters'], json));
    return outcome.ok ? undefined : problemToFail(outcome.problem, form);
  };

type Rosters = ReturnType<typeof api>['api']['week-rosters'];

export const actions: Actions = {
  start: command((rosters, json) => rosters.$post({ json })),
  stop: command((rosters, json) => rosters.stop.$post({ json })),
  publish: command((rosters, json) => rosters.publication.$post({ json })),
  choose: async (event) => {
    const form = await readForm(event);
    const json = {
      place: form.text('place'),
      week: form.text('week'),
      shiftId: form.text('shiftId'),
      volunteerId: form.text('volunteerId'),
      choice: rosterChoices.find((choice) => choice === form.text('choice')) ?? 'lock',
    };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['week-rosters'].choices.$put({ json }));
    return outcome.ok ? undefined : problemToFail(outcome.problem, form);
  },
};
