import { channelNames, noticeGroups } from '@kaifong/shared/notifications/groups.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import type { Actions, PageServerLoad } from './$types';
import { choiceFrom } from './choice-form.ts';

/** How the person wants to be told. What concerns leaders is for those alone. */
export const load: PageServerLoad = async (event) => {
  const choice = await read(api(event).api['notice-choice'].$get());
  return {
    choice,
    groups: noticeGroups.filter((group) => group !== 'leading' || choice.leads),
    channels: choicesOf(channelNames, event.locals.locale),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const json = choiceFrom(form, event.locals.locale);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['notice-choice'].$put({ json }));
    return outcome.ok ? { saved: true } : problemToFail(outcome.problem, form);
  },
};
