import type { CertificateDecision } from '@kaifong/shared/people/certificates/certificate-schema.ts';
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
import type { Actions, PageServerLoad } from './$types';

/** Certificates of the own branches that wait to be checked. */
export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const { branches, place } = placeOf(event);
  const query = { place, limit: '20', ...pageQuery(event.url) };
  const [places, { items, cursor }, skills] = await Promise.all([
    ownPlaces(event, branches, place),
    read(api(event).api.certificates.waiting.$get({ query })),
    skillWords(event),
  ]);
  const names = await namesOf(
    event,
    items.map(({ community }) => community),
  );
  return {
    place,
    places,
    cursor,
    waiting: items.map(({ certificateId, volunteerId, kindName, opens, community, ...rest }) => ({
      ...{ certificateId, volunteerId, isOwn: rest.isOwn, person: rest.name, number: rest.number },
      ...{
        issuedOn: rest.issuedOn,
        expiresOn: rest.expiresOn,
        submittedAt: rest.submittedAt,
        fileName: rest.file?.name,
      },
      kind: kindName[locale],
      opens: skills.names(opens),
      community: names.get(community) ?? community,
    })),
  };
};

export const actions: Actions = {
  decide: async (event) => {
    const form = await readForm(event);
    const isVerified = form.text('decision') === 'verify';
    const json: CertificateDecision = isVerified
      ? { decision: 'verify' }
      : { decision: 'refuse', reason: form.text('reason') };
    const param = { volunteerId: form.text('volunteerId'), certificateId: form.text('certificateId') };
    const client = api(event, form.idempotencyKey).api.volunteers[':volunteerId'].certificates[':certificateId'];
    const outcome = await outcomeOf(client.decision.$post({ param, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { decided: { name: form.text('name'), isVerified } };
  },
};

/** The place that the address asks for, within the own branches. */
function placeOf({ locals, url }: Caller & Readonly<{ locals: App.Locals; url: URL }>) {
  const branches = branchesOf(locals.me, 'coordinator');
  const place = placeWithin(branches, url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  return { branches, place };
}
