import type { Text } from '@kaifong/shared/kernel/language.ts';
import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { documentKindNames } from '@kaifong/shared/people/registration/document-kinds.ts';
import type { ApprovalResults, Decision } from '@kaifong/shared/people/schema.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { dueWords } from '../due-words.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who waits for an answer in the own branches, the longest first. */
export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const { branches, place } = placeOf(event);
  const [places, { items, cursor }, skills] = await Promise.all([
    ownPlaces(event, branches, place),
    read(api(event).api.volunteers.waiting.$get({ query: { place, limit: '20', ...pageQuery(event.url) } })),
    skillWords(event),
  ]);
  const names = await namesOf(
    event,
    items.map(({ community }) => community),
  );
  const today = dayOf(toInstant(Date.now()));
  const inWords = (codes: readonly string[], catalogue: Readonly<Record<string, Text>>) =>
    codes.map((code) => catalogue[code]?.[locale] ?? code).join(locale === 'en' ? ', ' : '、');
  return {
    place,
    places,
    cursor,
    applications: items.map((item) => ({
      id: item.id,
      name: item.name,
      number: item.number,
      document: `${documentKindNames[item.document.kind][locale]} ${item.document.number}`,
      community: names.get(item.community) ?? item.community,
      skills: skills.names(item.skills),
      languages: inWords(item.languages, spokenLanguages),
      isMinor: item.isMinor,
      isOnPaper: item.registeredBy !== 'self',
      awaitsGuardian: item.awaitsGuardian,
      isInReview: item.state === 'inReview',
      appliedAt: item.appliedAt,
      due: dueWords(item.dueOn, today),
    })),
  };
};

export const actions: Actions = {
  decide: async (event) => {
    const form = await readForm(event);
    const isApproved = form.text('decision') === 'approve';
    const json: Decision = isApproved ? { decision: 'approve' } : { decision: 'decline', reason: form.text('reason') };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.volunteers[':volunteerId'].approval.$post({
        param: { volunteerId: form.text('volunteerId') },
        json,
      }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { decided: { name: form.text('name'), isApproved } };
  },

  approveAll: async (event) => {
    const form = await readForm(event);
    const json = { place: placeOf(event).place, volunteerIds: form.list('volunteerIds') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.volunteers.approvals.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    const { results } = outcome.body;
    return {
      approvals: {
        approved: results.filter(({ approved }) => approved).length,
        refused: await Promise.all(results.filter(({ approved }) => !approved).map((result) => named(event, result))),
      },
    };
  },
};

/** The place that the address asks for, within the own branches. */
function placeOf({ locals, url }: Caller & Readonly<{ locals: App.Locals; url: URL }>) {
  const branches = branchesOf(locals.me, 'coordinator');
  const place = placeWithin(branches, url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  return { branches, place };
}

/** Why somebody was not approved, with the name where the coordinator may know it. */
async function named(event: Caller, { id, detail = '' }: ApprovalResults['results'][number]) {
  const record = await outcomeOf(api(event).api.volunteers[':volunteerId'].$get({ param: { volunteerId: id } }));
  return { name: record.ok ? record.body.name : m.people_someone(), why: detail };
}
