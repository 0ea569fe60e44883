import { redirect } from '@sveltejs/kit';
import { caseOf } from '../../../../case-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { caseId, alias, state, contact } = await caseOf(event);
  if (state !== 'escalated') redirect(303, `/care/cases/${caseId}`);
  return { caseId, alias, hasContact: contact !== undefined };
};
