import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { guardianConsentOf } from '#lib/people/guardian-consent.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.me?.volunteerId) redirect(303, '/register');
  const { number, state, next } = await read(api(event).api.volunteers.me.$get());
  if (state !== 'applied') redirect(303, '/account');
  const guardianConsent = next === 'askGuardian' ? await guardianConsentOf(event) : undefined;
  return { number, guardianConsent };
};
