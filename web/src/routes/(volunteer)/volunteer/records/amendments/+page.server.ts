import { mostMegabytes } from '@kaifong/shared/people/certificates/certificate-limits.ts';
import { claimFrom, refusalOf, tooLarge } from '#lib/amendments/claim.server.ts';
import { withdrawAmendment } from '#lib/amendments/withdraw.server.ts';
import { kindNames } from '#lib/amendments/words.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { formatMoment } from '#lib/components/moment.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { problemOf } from '#lib/forms/faults.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import type { Actions, PageServerLoad } from './$types';

/** Own hours that were asked for afterwards, and the shifts that may be asked for. */
export const load: PageServerLoad = async (event) => {
  const { amendments } = api(event).api;
  const query = { limit: '20', ...pageQuery(event.url) };
  const [askable, own] = await Promise.all([read(amendments.askable.$get()), read(amendments.mine.$get({ query }))]);
  const { locale } = event.locals;
  return {
    megabytes: mostMegabytes,
    shifts: askable.items.map(({ shiftId, title, startsAt, endsAt, kind }) => ({
      value: shiftId,
      label: `${formatMoment(startsAt, 'dateTime', locale)}–${formatMoment(endsAt, 'time', locale)} ${title}（${kindNames[kind]()}）`,
    })),
    amendments: own.items.map((amendment) => ({ ...amendment, time: spokenMinutes(amendment.minutes) })),
    cursor: own.cursor,
  };
};

export const actions: Actions = {
  ask: async (event) => {
    const refused = tooLarge(event, 'amendment');
    if (refused) return problemToFail(refused.problem, refused.form);
    const form = await readForm(event);
    const { items } = await read(api(event).api.amendments.askable.$get());
    const shift = items.find(({ shiftId }) => shiftId === form.text('shiftId'));
    if (!shift) {
      return problemToFail(problemOf([{ path: 'shiftId', code: 'field.choice' }], event.locals.locale), form);
    }
    const sent = await claimFrom(event, form, shift);
    if (!sent.ok) return problemToFail(sent.problem, form);
    const json = { ...sent.claim, named: form.ticked('named') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.amendments.mine.$post({ json }));
    return outcome.ok ? { done: 'asked' as const } : problemToFail(refusalOf(outcome.problem), form);
  },

  withdraw: withdrawAmendment,
};
