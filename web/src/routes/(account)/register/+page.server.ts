import { kindOf, parentOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { placesBelow } from '#lib/places/places.server.ts';
import type { PageServerLoad } from './$types';

/** Street, then community: each is an address. Who has begun already goes on where she left off, on whichever phone. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  if (locals.me?.volunteerId) redirect(303, '/account');
  const chosen = url.searchParams.get('place');
  if (chosen === null) {
    const { person, next } = await read(api(event).api['registration-draft'].$get());
    if (person) redirect(303, `/register/${next}`);
  }
  const streets = await placesBelow(event, district.scope);
  const kind = kindOf(chosen ?? '');
  const street = streets.find(({ scope }) => scope === (kind === 'street' ? chosen : parentOf(chosen ?? '')));
  if (!street) return { step: 'street' as const, streets };
  if (kind === 'community') redirect(303, `/register/person?place=${chosen}`);
  return { step: 'community' as const, street, communities: await placesBelow(event, street.scope) };
};
