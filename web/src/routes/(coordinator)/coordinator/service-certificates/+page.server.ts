import type { Issuer } from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { error, redirect } from '@sveltejs/kit';
import { tooLarge } from '#lib/amendments/claim.server.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import type { Problem } from '#lib/api/problem.ts';
import { uploadFile } from '#lib/certificates/upload.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { problemOf } from '#lib/forms/faults.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { standingOf } from '#lib/service-certificates/standing.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The certificates of one volunteer, by her id in the address; without one, who issues them. */
export const load: PageServerLoad = async (event) => {
  const volunteerId = event.url.searchParams.get('of');
  const routes = api(event).api['service-certificates'];
  const mayName = branchesOf(event.locals.me, 'coordinator').includes(district.scope);
  if (!volunteerId && !mayName) error(404, { message: m.errors_notFound(), code: 'site.notFound' });
  const query = { volunteerId: volunteerId ?? '', limit: '20', ...pageQuery(event.url) };
  const [issuer, page, person, sealSince, waiting] = await Promise.all([
    read(routes.issuer.$get()),
    volunteerId ? read(routes['of-volunteer'].$get({ query })) : { items: [] },
    volunteerId ? read(api(event).api.volunteers[':volunteerId'].$get({ param: { volunteerId } })) : undefined,
    mayName ? read(routes.issuer.seal.$get()) : undefined,
    mayName && !volunteerId ? read(routes['seal-requests'].$get({ query })) : undefined,
  ]);
  return {
    issuer,
    mayName,
    person: person && { id: person.id, name: person.name },
    certificates: page.items.map((each) => ({
      ...each,
      time: spokenMinutes(each.minutes),
      standing: standingOf(each),
    })),
    cursor: 'cursor' in page ? page.cursor : waiting?.cursor,
    sealSince: sealSince?.since,
    waiting: waiting?.items.map((each) => ({ ...each, time: spokenMinutes(each.minutes) })),
    done: event.url.searchParams.get('done'),
  };
};

const backTo = ({ url }: RequestEvent, done: string) => {
  const query = new URLSearchParams({
    ...(url.searchParams.get('of') && { of: url.searchParams.get('of') ?? '' }),
    done,
  });
  return `?${query}`;
};

export const actions: Actions = {
  seal: async (event) => {
    const form = await readForm(event);
    const declines = form.text('decision') === 'decline';
    const json = declines
      ? { decision: 'decline' as const, reason: form.text('reason') }
      : { decision: 'seal' as const };
    const one = api(event, form.idempotencyKey).api['service-certificates'][':number'];
    const outcome = await outcomeOf(one.seal.$post({ param: { number: form.text('number') }, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, backTo(event, declines ? 'sealDeclined' : 'sealed'));
  },

  uploadSeal: async (event) => {
    const refused = tooLarge(event, 'seal-image');
    if (refused) return problemToFail(refused.problem, refused.form);
    const form = await readForm(event);
    const file = form.file('file');
    if (!file) {
      return problemToFail(problemOf([{ path: 'file', code: 'field.required' }], event.locals.locale), form);
    }
    const uploaded = await uploadFile(event, file, form.idempotencyKey);
    if (!uploaded.ok) return problemToFail(atFile(uploaded.problem), form);
    const json = { uploadId: uploaded.body.uploadId };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api['service-certificates'].issuer.seal.$put({ json }),
    );
    if (!outcome.ok) return problemToFail(atFile(outcome.problem), form);
    redirect(303, backTo(event, 'sealUploaded'));
  },

  revoke: (event) => ended(event, 'revocation'),
  replace: (event) => ended(event, 'replacement'),

  name: async (event) => {
    const form = await readForm(event);
    const json: Issuer = {
      name: form.text('name'),
      responsible: form.text('responsible'),
      handler: form.text('handler'),
      contact: form.text('contact'),
    };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['service-certificates'].issuer.$put({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, backTo(event, 'named'));
  },
};

/** What is wrong with the picture stands at its field. */
const atFile = (problem: Problem): Problem => ({ ...problem, fields: [{ path: 'file', message: problem.detail }] });

async function ended(event: RequestEvent, how: 'revocation' | 'replacement') {
  const form = await readForm(event);
  const route = api(event, form.idempotencyKey).api['service-certificates'][':number'];
  const input = { param: { number: form.text('number') }, json: { reason: form.text('reason') } };
  const outcome = await outcomeOf(route[how].$post(input));
  if (!outcome.ok) return problemToFail(outcome.problem, form);
  redirect(303, backTo(event, how));
}
