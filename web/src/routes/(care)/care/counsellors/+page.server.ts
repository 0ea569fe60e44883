import type { CounsellorEnd } from '@kaifong/shared/care/counsellors/counsellor-end.ts';
import { lastDayCovered } from '@kaifong/shared/care/counsellors/counsellor-standing.ts';
import type { Offer } from '@kaifong/shared/care/counsellors/standing-schema.ts';
import { error } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import { enrolmentChoices } from '../../enrolment-choices.server.ts';
import { slotsOf, slotsText } from '../../week.ts';
import type { Actions, PageServerLoad } from './$types';
import { atFields } from './new/enrolment-form.ts';

/** Counsellors and their papers, for the supervisors who look after them. */
export const load: PageServerLoad = async (event) => {
  const place = placeWithin(branchesOf(event.locals.me, 'careSupervisor'), event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const [{ items, cursor }, { items: supervisors }, choices] = await Promise.all([
    read(careApi(event).counsellors.$get({ query: { place, limit: '10', ...pageQuery(event.url) } })),
    read(careApi(event).supervisors.$get({ query: { place } })),
    enrolmentChoices(event, place),
  ]);
  const names = new Map(supervisors.map(({ supervisor, workName }) => [supervisor, workName]));
  return {
    ...choices,
    counsellors: items.map((each) => ({
      ...each,
      times: slotsText(each.slots, event.locals.locale),
      supervisedUntil: lastDayCovered(each.supervisedUntil),
      supervisorName: each.supervision.supervisor && names.get(each.supervision.supervisor),
      deputyName: each.supervision.deputy && names.get(each.supervision.deputy),
    })),
    supervisors: supervisors.map(({ supervisor, workName }) => ({ value: supervisor, label: workName })),
    cursor,
    isEnrolled: event.url.searchParams.has('enrolled'),
  };
};

export const actions: Actions = {
  change: async (event) => {
    const form = await readForm(event);
    const level = form.integer('level');
    const json = {
      version: form.integer('version') ?? -1,
      level: (level === 1 || level === 2 || level === 3 ? level : 0) as 1 | 2 | 3,
      credential: { number: form.text('credential.number'), until: form.text('credential.until') },
      vettedUntil: form.optional('vettedUntil'),
      caseLimit: form.integer('caseLimit') ?? 0,
      weeklyCapMinutes: form.integer('weeklyCapMinutes') ?? 0,
    };
    const param = { counsellorId: form.text('counsellorId') };
    const client = careApi(event, form.idempotencyKey).counsellors[':counsellorId'].standing;
    const outcome = await outcomeOf(client.$post({ param, json }));
    return outcome.ok ? { news: m.standing_saved() } : problemToFail(outcome.problem, form);
  },

  offer: async (event) => {
    const form = await readForm(event);
    const param = { counsellorId: form.text('counsellorId') };
    const slots = slotsOf(form.list('slots'));
    const street = form.optional('awayFrom');
    const json: Offer = {
      version: form.integer('version') ?? -1,
      topics: form.list('topics') as Offer['topics'],
      ...(slots.length > 0 && { slots }),
      awayFrom: street ? [street] : [],
    };
    const { offer } = careApi(event, form.idempotencyKey).counsellors[':counsellorId'];
    const outcome = await outcomeOf(offer.$post({ param, json }));
    return outcome.ok ? { news: m.standing_saved() } : problemToFail(atFields(outcome.problem), form);
  },

  supervisor: async (event) => {
    const form = await readForm(event);
    const param = { counsellorId: form.text('counsellorId') };
    const json = {
      version: form.integer('version') ?? -1,
      supervisor: form.text('supervisor'),
      deputy: form.optional('deputy'),
      reason: form.text('reason'),
    };
    const { supervisor } = careApi(event, form.idempotencyKey).counsellors[':counsellorId'];
    const outcome = await outcomeOf(supervisor.$post({ param, json }));
    return outcome.ok ? { news: m.supervising_given() } : problemToFail(outcome.problem, form);
  },

  end: async (event) => {
    const form = await readForm(event);
    const param = { counsellorId: form.text('counsellorId') };
    const json = {
      version: form.integer('version') ?? -1,
      reason: form.text('reason') as CounsellorEnd['reason'],
      text: form.optional('text'),
      casesGoOn: form.ticked('casesGoOn') as true,
    };
    const { end } = careApi(event, form.idempotencyKey).counsellors[':counsellorId'];
    const outcome = await outcomeOf(end.$post({ param, json }));
    return outcome.ok ? { news: m.enrol_ended({ n: outcome.body.cases }) } : problemToFail(outcome.problem, form);
  },
};
