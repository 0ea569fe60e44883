import type { ContactOutcome } from '@kaifong/shared/care/on-call/escalation-schema.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { redirect } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { careApi } from '../../../care-client.server.ts';
import { forWhomWords, inWords } from '../../../words.ts';
import { escalationRow } from '../escalation-row.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { escalationId } = event.params;
  const found = await read(careApi(event).escalations[':escalationId'].$get({ param: { escalationId } }));
  const names = await namesOf(event, [found.place]);
  return {
    now: Date.now(),
    row: escalationRow(found, names),
    alias: found.alias,
    forWhom: forWhomWords[found.forWhom](),
    contact: found.contact,
    languages: inWords(found.languages, spokenLanguages),
    summary: found.summary,
    tries: found.tries.map(({ at }) => at),
    isTried: event.url.searchParams.has('tried'),
  };
};

export const actions: Actions = {
  acknowledge: async (event) => {
    const form = await readForm(event);
    const { escalationId } = event.params;
    const client = careApi(event, form.idempotencyKey).escalations[':escalationId'];
    const outcome = await outcomeOf(client.acknowledgement.$post({ param: { escalationId } }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/care/escalations/${escalationId}`);
  },

  reached: (event) => recordContact(event, 'personReached', '/care/escalations?reached'),
  confirmed: (event) => recordContact(event, 'emergencyServiceConfirmed', '/care/escalations?reached'),
  tried: (event) => recordContact(event, 'notReached', `/care/escalations/${event.params.escalationId}?tried`),
};

async function recordContact(event: RequestEvent, result: ContactOutcome, onward: string) {
  const form = await readForm(event);
  const { escalationId } = event.params;
  const client = careApi(event, form.idempotencyKey).escalations[':escalationId'];
  const outcome = await outcomeOf(client.contact.$post({ param: { escalationId }, json: { outcome: result } }));
  if (!outcome.ok) return problemToFail(outcome.problem, form);
  redirect(303, onward);
}
