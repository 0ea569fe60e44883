import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { problemOf } from '#lib/forms/faults.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { wordingChange } from '#lib/leader/wording-form.ts';
import type { Action } from './$types';
import { check } from './wording-check.ts';

/** Writes anew who may sign up until when, and what is said of the risks. */
export const changeWording: Action = async (event) => {
  const form = await readForm(event);
  const faults = check(form, '');
  if (faults.length > 0) return problemToFail(problemOf(faults, event.locals.locale), form);
  const param = { shiftId: event.params.shiftId };
  const client = api(event, form.idempotencyKey).api['team-shifts'][':shiftId'];
  const outcome = await outcomeOf(client.$put({ param, json: wordingChange(form) }));
  if (!outcome.ok) return problemToFail(outcome.problem, form);
  redirect(303, '?done=wording');
};
