import { consentStops } from '@kaifong/shared/people/registration/consent-words.ts';
import { holdingsIn } from '@kaifong/shared/people/rights/holdings.ts';
import { consentEffects } from '@kaifong/shared/people/rights/rights.ts';
import type { ConsentChange, NewCorrection } from '@kaifong/shared/people/rights/rights-schema.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { consentNames } from '#lib/people/consent-names.ts';
import { correctableNames } from '#lib/rights/correctable-names.ts';
import { ownViews } from '#lib/rights/views.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** What is kept of the person, what she agreed to, what she asked for, and who looked at it. */
export const load: PageServerLoad = async (event) => {
  const { locale, me } = event.locals;
  const calls = api(event).api;
  const [rights, corrections, seen] = await Promise.all([
    read(calls.rights.$get()),
    me?.volunteerId ? read(calls.rights.corrections.$get({ query: { limit: '10' } })) : undefined,
    ownViews(event, { limit: '10' }),
  ]);
  return {
    isVolunteer: me?.volunteerId !== undefined,
    holdings: holdingsIn(locale),
    consents: consentsToShow(rights.consents).map(({ kind, given, at }) => ({
      kind,
      given,
      at,
      name: consentNames[kind](),
      stops: consentStops[kind][locale],
      mayGive: !consentEffects[kind].isGuardians,
    })),
    closure: rights.closure,
    corrections: corrections?.items.map((item) => ({ ...item, about: correctableNames[item.about]() })) ?? [],
    aboutChoices: Object.entries(correctableNames).map(([value, name]) => ({ value, label: name() })),
    views: seen.views,
    moreViews: seen.cursor !== undefined,
  };
};

type Shown = Readonly<{ kind: ConsentChange['kind']; given: boolean; at: string | undefined }>;

/** Her consents in the order of the register; being named in rankings may be given by who was never asked. */
function consentsToShow(consents: readonly Shown[]): Shown[] {
  if (consents.length === 0) return [];
  const kinds = Object.keys(consentNames) as ConsentChange['kind'][];
  const asked = kinds.flatMap((kind) => consents.find((consent) => consent.kind === kind) ?? []);
  return asked.some(({ kind }) => kind === 'rankings')
    ? asked
    : [...asked, { kind: 'rankings', given: false, at: undefined }];
}

export const actions: Actions = {
  consent: async (event) => {
    const form = await readForm(event);
    const json = { kind: form.text('kind'), given: form.text('given') === 'true' } as ConsentChange;
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.rights.consents.$post({ json }));
    return outcome.ok
      ? { news: json.given ? m.rights_agreed() : m.rights_withdrawn() }
      : problemToFail(outcome.problem, form);
  },

  correct: async (event) => {
    const form = await readForm(event);
    const json = { about: form.text('about'), text: form.text('text') } as NewCorrection;
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.rights.corrections.$post({ json }));
    return outcome.ok ? { news: m.rights_asked({ day: outcome.body.dueOn }) } : problemToFail(outcome.problem, form);
  },

  close: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.rights.closure.$post());
    return outcome.ok
      ? { news: m.rights_closesOn({ day: outcome.body.closesOn }) }
      : problemToFail(outcome.problem, form);
  },

  keep: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.rights.closure.$delete());
    return outcome.ok ? { news: m.rights_kept() } : problemToFail(outcome.problem, form);
  },
};
