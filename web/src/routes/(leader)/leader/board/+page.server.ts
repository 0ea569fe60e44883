import type { BoardQuery } from '@kaifong/shared/scheduling/board/board.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { comingWeeks } from '#lib/roster/weeks.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { boardView, coverageOf } from './board-view.server.ts';

/** The week of one of the leader's teams, day by day; this week unless another is asked for. */
export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const { searchParams } = event.url;
  const team = teamWithin(teams, searchParams.get('team'));
  const weeks = comingWeeks();
  const week = weeks.find((each) => each.week === searchParams.get('week')) ?? weeks[0];
  const done = { what: searchParams.get('done'), count: Number(searchParams.get('count') ?? 0) };
  if (!team) return { teams, team, weeks, week, days: [], coverage: [], moving: undefined, done };
  const query = { team: team.scope, week: week.week };
  const [board, moving, skills] = await Promise.all([
    read(api(event).api.boards.$get({ query })),
    optionsFor(event, query),
    skillWords(event),
  ]);
  return {
    ...{ teams, team, weeks, week, moving, done },
    days: boardView(board, skills),
    coverage: coverageOf(board, skills),
  };
};

/** Where the person whom the address names could go instead. */
async function optionsFor(event: RequestEvent, query: BoardQuery) {
  const volunteerId = event.url.searchParams.get('person');
  const from = event.url.searchParams.get('from');
  if (!volunteerId || !from) return undefined;
  const outcome = await outcomeOf(api(event).api.boards.options.$get({ query: { ...query, volunteerId, from } }));
  return outcome.ok ? { volunteerId, from, options: outcome.body.items } : undefined;
}

const roleIn = (text: string) => (text === '' ? {} : { role: Number(text) });

/** The page after a command, with a word on what came of it. */
function after(event: RequestEvent, done: string, count: number): never {
  const left = ['person', 'from', 'done', 'count'];
  const kept = [...event.url.searchParams].filter(([name]) => !left.includes(name) && !name.startsWith('/'));
  redirect(303, `?${new URLSearchParams([...kept, ['done', done], ['count', String(count)]])}`);
}

export const actions: Actions = {
  move: async (event) => {
    const form = await readForm(event);
    const where = { from: form.text('from'), to: form.text('to') };
    const json = { volunteerId: form.text('volunteerId'), ...where, ...roleIn(form.text('role')) };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.boards.moves.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return after(event, 'move', 1);
  },
  invite: async (event) => {
    const form = await readForm(event);
    const json = { shiftId: form.text('shiftId'), ...roleIn(form.text('role')) };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.boards.invitations.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return after(event, 'invite', outcome.body.asked);
  },
  message: async (event) => {
    const form = await readForm(event);
    const json = { shiftId: form.text('shiftId'), text: form.text('text') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.boards.messages.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return after(event, 'message', outcome.body.people);
  },
};
