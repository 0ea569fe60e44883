import { scopeParam } from '@kaifong/shared/organisation/scope.ts';
import { TrioPosition } from '@kaifong/shared/organisation/team-kinds.ts';
import { MemberRole } from '@kaifong/shared/people/teams/team-membership.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import type { Problem } from '#lib/api/problem.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { roleNames } from './team-words.ts';

/** What whoever leads a team does on its page. Each answers with the news in words. */
export const leaderActions = {
  decide: async (event: RequestEvent) => {
    const { form, client, param } = await ofMember(event);
    const accepts = form.text('decision') === 'accept';
    const json = { decision: accepts ? ('accept' as const) : ('decline' as const) };
    const name = form.text('name');
    const outcome = await outcomeOf(client.decision.$post({ param, json }));
    return told(form, outcome, accepts ? m.teams_accepted({ name }) : m.teams_declined({ name }));
  },

  remove: async (event: RequestEvent) => {
    const { form, client, param } = await ofMember(event);
    const outcome = await outcomeOf(client.removal.$post({ param }));
    return told(form, outcome, m.teams_removed({ name: form.text('name') }));
  },

  assign: async (event: RequestEvent) => {
    const { form, client, param } = await ofMember(event);
    const position = TrioPosition.safeParse(form.text('position')).data;
    const outcome = await outcomeOf(client.position.$post({ param, json: position ? { position } : {} }));
    return told(form, outcome, m.teams_assigned({ name: form.text('name') }));
  },

  replaceCode: async (event: RequestEvent) => {
    const form = await readForm(event);
    const param = { team: scopeParam(form.text('team')) };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.teams[':team'].code.$post({ param }));
    return told(form, outcome, m.teams_codeReplaced());
  },
};

/** What a coordinator does besides: naming who leads, and entering people. */
export const coordinatorActions = {
  ...leaderActions,

  appoint: async (event: RequestEvent) => {
    const { form, client, param } = await ofMember(event);
    const role = MemberRole.catch('member').parse(form.text('role'));
    const outcome = await outcomeOf(client.role.$post({ param, json: { role } }));
    return told(form, outcome, m.teams_appointed({ name: form.text('name'), role: roleNames[role]() }));
  },

  enter: async (event: RequestEvent) => {
    const form = await readForm(event);
    const param = { team: scopeParam(form.text('team')) };
    const json = { number: form.text('number'), role: MemberRole.catch('member').parse(form.text('role')) };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.teams[':team'].members.$post({ param, json }));
    return told(form, outcome, m.teams_entered());
  },
};

async function ofMember(event: RequestEvent) {
  const form = await readForm(event);
  return {
    form,
    client: api(event, form.idempotencyKey).api.teams[':team'].members[':volunteerId'],
    param: { team: scopeParam(form.text('team')), volunteerId: form.text('volunteerId') },
  };
}

function told(form: SubmittedForm, outcome: Readonly<{ ok: true } | { ok: false; problem: Problem }>, news: string) {
  return outcome.ok ? { news } : problemToFail(outcome.problem, form);
}
