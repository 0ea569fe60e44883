import { day, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { byShift } from '#lib/leader/to-confirm.ts';
import { houseFigures } from '#lib/settings/figures.server.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Everybody of a team whose minutes wait to be confirmed, the oldest first. */
export const load: PageServerLoad = async (event) => {
  const teams = await ownTeams(event);
  const team = teamWithin(teams, event.url.searchParams.get('team'));
  if (!team) return { teams, team, shifts: [], cursor: undefined };
  const query = { place: team.scope, limit: '25', ...pageQuery(event.url) };
  const { items, cursor } = await read(api(event).api.attendance.waiting.$get({ query }));
  const now = toInstant(Date.now());
  const { confirmWithinDays } = (await houseFigures(event))('attendance', now);
  const overdueFrom = shiftBy(now, -confirmWithinDays * day);
  const people = items.map((person) => ({ ...person, time: spokenMinutes(person.minutes) }));
  const overdue = m.leader_overdue({ days: confirmWithinDays });
  const shifts = byShift(people).map((shift) => ({ ...shift, ...(shift.endsAt <= overdueFrom && { overdue }) }));
  return { teams, team, shifts, cursor };
};

export const actions: Actions = {
  confirm: async (event) => {
    const form = await readForm(event);
    const param = { shiftId: form.text('shiftId'), volunteerId: form.text('volunteerId') };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.shifts[':shiftId'].attendance[':volunteerId'].confirmation.$post({ param }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    const { record } = outcome.body;
    return { confirmed: { name: form.text('name'), time: spokenMinutes(record?.minutes ?? 0) } };
  },
};
