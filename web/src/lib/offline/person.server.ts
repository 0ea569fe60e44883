import { json } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { personHeader } from './person-header.ts';

/** Says whose an answer is, and refuses a command that waited on the phone for another person than the one who is signed in. */
export const forOnePerson: Handle = async ({ event, resolve }) => {
  const { me, apiReachable } = event.locals;
  const person = me?.id ?? 'none';
  const meantFor = event.request.headers.get(personHeader);
  const response =
    meantFor !== null && meantFor !== person
      ? json({ message: 'This command waited for another person.' }, { status: 409 })
      : await resolve(event);
  // Without the API nobody knows who this is, and what the phone keeps stays.
  if (apiReachable) response.headers.set(personHeader, person);
  return response;
};
