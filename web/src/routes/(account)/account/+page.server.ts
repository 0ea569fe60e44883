import { deputisableRoles } from '@kaifong/shared/identity/granting.ts';
import { mayAttempt } from '@kaifong/shared/identity/permissions.ts';
import { roleNames } from '@kaifong/shared/identity/role-names.ts';
import { documentKindNames } from '@kaifong/shared/people/registration/document-kinds.ts';
import { stateNames } from '@kaifong/shared/people/state-names.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { sessionCookie } from '#lib/api/session-cookie.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { guardianConsentOf } from '#lib/people/guardian-consent.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { me, locale } = event.locals;
  const roles = [...new Set(me?.roles.map(({ role }) => role))];
  const held = {
    /** In words. */
    roles: roles.map((role) => roleNames[role][locale]),
    mayGrant: roles.some((role) => role === 'coordinator' || role === 'securityAdministrator'),
    mayHavePasskeys: mayAttempt(me?.roles ?? [], 'passkey.add'),
    mayDeputise: roles.some((role) => deputisableRoles.some((each) => each === role)),
  };
  if (!me?.volunteerId) return { ...held, volunteer: undefined };
  const own = await read(api(event).api.volunteers.me.$get());
  const consent = own.next === 'askGuardian' ? await guardianConsentOf(event) : undefined;
  const names = await namesOf(event, [own.community]);
  return {
    ...held,
    volunteer: {
      ...own,
      document: `${documentKindNames[own.document.kind][locale]} ${own.document.number}`,
      community: names.get(own.community) ?? own.community,
      stateName: stateNames[own.state][locale],
    },
    guardianConsent: consent,
  };
};

export const actions: Actions = {
  signOutEverywhere: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.sessions.$delete());
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    event.cookies.delete(sessionCookie, { path: '/' });
    redirect(303, '/');
  },
};
