import type { InsuranceChange } from '@kaifong/shared/people/insurance.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import type { DeskMobileChange } from '@kaifong/shared/people/mobile/mobile-change.ts';
import { documentKindNames } from '@kaifong/shared/people/registration/document-kinds.ts';
import { movesFrom } from '@kaifong/shared/people/registration/moves.ts';
import type { Decision, Suspension } from '@kaifong/shared/people/schema.ts';
import { stateNames } from '@kaifong/shared/people/state-names.ts';
import { api } from '#lib/api/client.server.ts';
import { type Outcome, outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { insuranceFrom } from '#lib/people/details-from.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { KAIFONG_DEMO } from '$app/env/private';
import type { Actions, PageServerLoad } from './$types';

/** One volunteer under masks, what happened to the registration, and what a coordinator may do about it. */
export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const param = { volunteerId: event.params.volunteerId };
  const route = api(event).api.volunteers[':volunteerId'];
  const [record, history, skills, insurance] = await Promise.all([
    read(route.$get({ param })),
    read(route.moves.$get({ param, query: { limit: '10', ...pageQuery(event.url) } })),
    skillWords(event),
    outcomeOf(route.insurance.$get({ param })),
  ]);
  const names = await namesOf(event, [record.community]);
  const listed = (words: readonly string[]) => words.join(locale === 'en' ? ', ' : '、');
  return {
    person: {
      ...record,
      stateName: stateNames[record.state][locale],
      community: names.get(record.community) ?? record.community,
      communityScope: record.community,
      document: `${documentKindNames[record.document.kind][locale]} ${record.document.number}`,
      skills: skills.names(record.skills),
      languages: listed(record.languages.map((code) => spokenLanguages[code][locale])),
    },
    moves: event.locals.me?.volunteerId === record.id ? [] : movesFrom(record.state, 'coordinator'),
    /** Nothing for a record that is closed or went into another. */
    insurance: insurance.ok ? insurance.body : undefined,
    mayChangeMobile: event.locals.me?.volunteerId !== record.id && record.state !== 'merged' && record.mobile !== '',
    history: history.items.map((move) => ({ ...move, toName: stateNames[move.to][locale] })),
    cursor: history.cursor,
  };
};

export const actions: Actions = {
  move: async (event) => {
    const form = await readForm(event);
    const param = { volunteerId: event.params.volunteerId };
    const route = api(event, form.idempotencyKey).api.volunteers[':volunteerId'];
    const move = form.text('move');
    if (move === 'takeUp') return answerTo(form, await outcomeOf(route.review.$post({ param })));
    if (move === 'approve' || move === 'decline') {
      const json = (
        move === 'approve' ? { decision: move } : { decision: move, reason: form.text('reason') }
      ) as Decision;
      return answerTo(form, await outcomeOf(route.approval.$post({ param, json })));
    }
    const json = { move, reason: form.text('reason') } as Suspension;
    return answerTo(form, await outcomeOf(route.suspension.$post({ param, json })));
  },

  unmask: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.volunteers[':volunteerId']['unmasked-mobile'].$post({
        param: { volunteerId: event.params.volunteerId },
        json: { reason: form.text('reason') },
      }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { mobile: outcome.body.mobile };
  },

  insure: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api.volunteers[':volunteerId'].insurance;
    const param = { volunteerId: event.params.volunteerId };
    // An empty form is no wish to have none: it is told what is missing.
    const { insurance = { insurer: '', policyNumber: '', from: '', until: '' } } = insuranceFrom(form);
    const json = { insurance } as InsuranceChange;
    const outcome = await outcomeOf(route.$put({ param, json }));
    return outcome.ok ? { insured: true } : problemToFail(outcome.problem, form);
  },

  sendMobileCode: async (event) => {
    const form = await readForm(event);
    const json = { mobile: form.text('mobile').replaceAll(/\s/g, '') };
    const param = { volunteerId: event.params.volunteerId };
    const route = api(event, form.idempotencyKey).api.volunteers[':volunteerId']['mobile-change'];
    const outcome = await outcomeOf(route.codes.$post({ param, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    const { expiresInSeconds, demoCode } = outcome.body;
    const minutes = Math.floor(expiresInSeconds / 60);
    return { sent: { mobile: json.mobile, minutes, demoCode: KAIFONG_DEMO ? demoCode : undefined } };
  },

  changeMobile: async (event) => {
    const form = await readForm(event);
    const json = {
      mobile: form.text('mobile'),
      code: form.text('code').replaceAll(/\s/g, ''),
      reason: form.text('reason'),
      documentSeen: form.ticked('documentSeen'),
    } as DeskMobileChange;
    const param = { volunteerId: event.params.volunteerId };
    const route = api(event, form.idempotencyKey).api.volunteers[':volunteerId']['mobile-change'];
    const outcome = await outcomeOf(route.$post({ param, json }));
    return outcome.ok ? { changed: outcome.body.mobile } : problemToFail(outcome.problem, form);
  },
};

function answerTo(form: SubmittedForm, outcome: Outcome<unknown>) {
  return outcome.ok ? { isMoved: true } : problemToFail(outcome.problem, form);
}
