import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { kindOf, scopeParam } from '@kaifong/shared/organisation/scope.ts';
import type { NewTraining } from '@kaifong/shared/people/certificates/certificate-schema.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import type { FieldProblem } from '#lib/api/problem.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';

/** What the page of trainings shows of a team or a place: the kinds, whom to tick, and what was held. */
export async function trainingView(event: Caller, scope: string) {
  const { locale } = event.locals;
  const client = api(event).api;
  const isOfTeam = kindOf(scope) === 'team';
  const [{ items: kinds }, held, members] = await Promise.all([
    read(client.qualifications.$get()),
    read(client.trainings.$get({ query: { place: scope, limit: '20', ...pageQuery(event.url) } })),
    isOfTeam
      ? read(
          client.teams[':team'].members.$get({
            param: { team: scopeParam(scope) },
            query: { state: 'member', limit: '100' },
          }),
        )
      : undefined,
  ]);
  return {
    scope,
    today: dayOf(toInstant(Date.now())),
    kinds: kinds
      .filter(({ proof, retired }) => proof === 'training' && !retired)
      .map(({ code, name }) => ({ value: code, label: name[locale] })),
    // Nobody records one for herself.
    members: (members?.items ?? [])
      .filter(({ volunteerId }) => volunteerId !== event.locals.me?.volunteerId)
      .map(({ number, name }) => ({ value: number, label: name })),
    held: held.items.map(({ trainingId, kindName, heldOn, heldBy, minutes, present }) => ({
      ...{ trainingId, heldOn, heldBy, present },
      name: kindName[locale],
      hours: Math.round(minutes / 6) / 10,
    })),
    cursor: held.cursor,
  };
}

/** Records a training as the form describes it. */
export async function recordTraining(event: Caller & { request: Request }) {
  const form = await readForm(event);
  const json = trainingIn(form);
  const outcome = await outcomeOf(api(event, form.idempotencyKey).api.trainings.$post({ json }));
  if (outcome.ok) return { recorded: outcome.body.present };
  const { fields = [], ...problem } = outcome.problem;
  return problemToFail({ ...problem, fields: fields.map(asOnPage) }, form);
}

/** The page asks for hours and numbers where the API takes minutes and people. */
function asOnPage({ path, message }: FieldProblem): FieldProblem {
  if (path === 'minutes') return { path: 'hours', message };
  return { path: path.startsWith('present') ? 'numbers' : path, message };
}

function trainingIn(form: SubmittedForm): NewTraining {
  const typed = form
    .text('numbers')
    .toUpperCase()
    .split(/[\s,，、;；]+/);
  return {
    scope: form.text('scope'),
    kind: form.text('kind'),
    heldOn: form.text('heldOn'),
    minutes: Math.round(Number(form.text('hours') || Number.NaN) * 60),
    heldBy: form.text('heldBy'),
    present: [...new Set([...form.list('present'), ...typed])].filter((number) => number !== ''),
  };
}
