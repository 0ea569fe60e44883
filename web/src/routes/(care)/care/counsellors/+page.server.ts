import { dayOf, instantAt } from '@kaifong/shared/kernel/time.ts';
import { error } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Counsellors and their papers, for the supervisors who look after them. */
export const load: PageServerLoad = async (event) => {
  const place = placeWithin(branchesOf(event.locals.me, 'careSupervisor'), event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const { items, cursor } = await read(
    careApi(event).counsellors.$get({ query: { place, limit: '10', ...pageQuery(event.url) } }),
  );
  return {
    counsellors: items.map((each) => ({ ...each, supervisedUntil: dayOf(each.supervisedUntil) })),
    cursor,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const supervisedUntil = form.text('supervisedUntil');
    const level = form.integer('level');
    const json = {
      version: form.integer('version') ?? -1,
      level: (level === 1 || level === 2 || level === 3 ? level : 0) as 1 | 2 | 3,
      credential: { number: form.text('credential.number'), until: form.text('credential.until') },
      vettedUntil: form.optional('vettedUntil'),
      // The day itself is covered, as the field says.
      supervisedUntil: /^\d{4}-\d\d-\d\d$/.test(supervisedUntil) ? instantAt(supervisedUntil, '23:59') : '',
      caseLimit: form.integer('caseLimit') ?? 0,
      weeklyCapMinutes: form.integer('weeklyCapMinutes') ?? 0,
    };
    const param = { counsellorId: form.text('counsellorId') };
    const client = careApi(event, form.idempotencyKey).counsellors[':counsellorId'].standing;
    const outcome = await outcomeOf(client.$post({ param, json }));
    return outcome.ok ? { news: m.standing_saved() } : problemToFail(outcome.problem, form);
  },
};
