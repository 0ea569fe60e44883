import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Scope } from '@kaifong/shared/organisation/scope.ts';
import {
  type RosterQuery,
  type RosterShiftWithNames,
  rosterChoices,
} from '@kaifong/shared/scheduling/roster/roster.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import type { Actions, RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { type SkillWords, skillWords } from '#lib/people/skills.server.ts';
import { teamsWith } from '#lib/places/teams.server.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import { comingWeeks } from './weeks.server.ts';
import { inWords } from './words.server.ts';

/** A roster of more shifts than this is shown day by day. */
const mostOnOnePage = 40;

/** The roster of a place in a week; next week unless the address asks for another. */
export async function loadRoster(event: RequestEvent, place: Scope) {
  const { locale } = event.locals;
  const { searchParams } = event.url;
  const weeks = comingWeeks();
  const week = weeks.find((each) => each.week === searchParams.get('week')) ?? weeks[1] ?? weeks[0];
  const query = { place, week: week.week };
  const roster = await read(api(event).api['week-rosters'].$get({ query }));
  const days = roster.summary?.days ?? [];
  const isLarge = (roster.summary?.shifts ?? 0) > mostOnOnePage;
  const asked = days.find(({ day }) => day === searchParams.get('day'));
  const shown = asked ?? (isLarge ? days[0] : undefined);
  const isLacking = searchParams.get('lacking') === 'yes';
  const sieve = { ...(shown && { day: shown.day }), ...(isLacking && { lacking: 'yes' as const }) };
  const [page, adding, skills] = await Promise.all([
    read(
      api(event).api['week-rosters'].shifts.$get({
        query: { ...query, ...sieve, limit: '25', ...pageQuery(event.url) },
      }),
    ),
    peopleToAdd(event, query),
    skillWords(event),
  ]);
  const teams = await teamsWith(event, [...new Set(page.items.flatMap(({ teamScope }) => teamScope ?? []))]);
  const names = new Map(teams.map(({ scope, name }) => [scope, name]));
  const shifts = page.items.map(({ teamScope, ...shift }) => ({
    ...shift,
    team: (teamScope && names.get(teamScope)) ?? '',
    roles: rolesIn(shift, skills, locale),
    roleNames: new Map(shift.roles?.map(({ number, name }) => [number, name])),
  }));
  return {
    ...{ place, weeks, week, roster, shifts, days, isLarge, isLacking, adding },
    day: shown?.day,
    cursor: page.cursor,
    hours: schedulingSettings.rosterAnswerHours,
  };
}

export type RosterDesk = Awaited<ReturnType<typeof loadRoster>>;

/** Whom a shift's roles are proposed, and why a place stays empty; of a shift without roles there is one, without a name. */
function rolesIn(
  { neededSkill, places, obstacles, roles, proposals }: RosterShiftWithNames,
  skills: SkillWords,
  language: Language,
) {
  const all = roles ?? [{ number: undefined, name: undefined, skills: [], places, obstacles }];
  return all.map(({ number, name, skills: ownSkills, places, obstacles }) => {
    const own = proposals.filter(({ role }) => roles === undefined || role === number);
    const missing = places - own.length;
    const needed = skills.names([neededSkill ?? [], ownSkills].flat());
    return {
      ...{ name, places, needed },
      lacks: missing > 0 ? inWords.lacking(missing, obstacles, needed, language) : undefined,
      proposals: own.map(({ reasons, weeklyMinutes, ...proposal }) => ({
        ...proposal,
        why: inWords.reasons(reasons, language),
        weekly: spokenMinutes(weeklyMinutes),
      })),
    };
  });
}

/** Whom the leader can add by hand to the shift that the address names. */
async function peopleToAdd(event: RequestEvent, query: RosterQuery) {
  const shiftId = event.url.searchParams.get('add');
  if (!shiftId) return undefined;
  const name = event.url.searchParams.get('name')?.trim() ?? '';
  const asked = { ...query, shiftId, ...(name && { name }) };
  const outcome = await outcomeOf(api(event).api['week-rosters'].people.$get({ query: asked }));
  if (!outcome.ok) return undefined;
  const people = outcome.body.items.map(({ weeklyMinutes, ...person }) => ({
    ...person,
    weekly: spokenMinutes(weeklyMinutes),
  }));
  return { shiftId, name, people };
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

export const rosterActions = {
  start: command((rosters, json) => rosters.$post({ json })),
  stop: command((rosters, json) => rosters.stop.$post({ json })),
  publish: command((rosters, json) => rosters.publication.$post({ json })),
  choose: async (event: RequestEvent) => {
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
  add: async (event: RequestEvent) => {
    const form = await readForm(event);
    const json = {
      place: form.text('place'),
      week: form.text('week'),
      shiftId: form.text('shiftId'),
      volunteerId: form.text('volunteerId'),
      ...(form.text('role') && { role: Number(form.text('role')) }),
    };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['week-rosters'].additions.$post({ json }));
    return outcome.ok ? undefined : problemToFail(outcome.problem, form);
  },
} satisfies Actions;
