import type { MemberView } from '@kaifong/shared/care/on-call/rota-schema.ts';
import { isWithin, kindOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import type { Choice } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { instantFrom } from '#lib/leader/wall-clock.ts';
import { namesOf, placesBelow } from '#lib/places/places.server.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who is on call when, for the care supervisors who plan it. */
export const load: PageServerLoad = async (event) => {
  const places = await rotaPlaces(event);
  const asked = event.url.searchParams.get('place');
  const place = places.find(({ value }) => value === asked)?.value ?? places[0]?.value;
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const { duties, gaps, members } = await read(careApi(event).rota.$get({ query: { place } }));
  return {
    place,
    places,
    gaps,
    members: members.map(choiceOf),
    duties: duties.map((duty) => {
      const on = [duty.first, ...(duty.deputy ? [duty.deputy] : [])].map(choiceOf);
      return { ...duty, choices: [...on, ...members.map(choiceOf)].filter(isFirstOfItsKind) };
    }),
  };
};

export const actions: Actions = {
  plan: async (event) => {
    const form = await readForm(event);
    const [from, until] = [instantFrom(form.text('from')) ?? '', instantFrom(form.text('until')) ?? ''];
    const json = { ...people(form), place: form.text('place'), from, until };
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).rota.duties.$post({ json }));
    return outcome.ok ? { news: m.duty_planned() } : problemToFail(outcome.problem, form);
  },

  change: async (event) => {
    const form = await readForm(event);
    const json = { ...people(form), ...refOf(form) };
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).rota.duties.people.$post({ json }));
    return outcome.ok ? { news: m.duty_changed() } : problemToFail(outcome.problem, form);
  },

  remove: async (event) => {
    const form = await readForm(event);
    const json = refOf(form);
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).rota.duties.removal.$post({ json }));
    return outcome.ok ? { news: m.duty_removed() } : problemToFail(outcome.problem, form);
  },
};

/** The district and its streets, as far as a supervisor reaches. */
async function rotaPlaces(event: RequestEvent): Promise<Choice[]> {
  const branches = branchesOf(event.locals.me, 'careSupervisor');
  const names = await namesOf(event, branches);
  const lists = await Promise.all(
    branches.map(async (branch): Promise<Choice[]> => {
      const own = { value: branch, label: names.get(branch) ?? branch };
      if (kindOf(branch) !== 'district') return [own];
      return [own, ...(await placesBelow(event, branch)).map(({ scope, name }) => ({ value: scope, label: name }))];
    }),
  );
  const isRotaPlace = (scope: Scope) => ['district', 'street'].includes(kindOf(scope));
  return lists.flat().filter(({ value }) => isRotaPlace(value) && branches.some((branch) => isWithin(value, branch)));
}

const choiceOf = ({ member, workName }: MemberView): Choice => ({ value: member, label: workName });

const isFirstOfItsKind = (choice: Choice, place: number, all: readonly Choice[]) =>
  all.findIndex(({ value }) => value === choice.value) === place;

const people = (form: SubmittedForm) => ({ first: form.text('first'), deputy: form.optional('deputy') });

/** The duty as it stood when the page was made. */
const refOf = (form: SubmittedForm) => ({
  place: form.text('place'),
  from: form.text('from'),
  version: form.integer('version') ?? -1,
});
