import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { SeriesChange, SeriesWithDates, ShiftTemplate } from '@kaifong/shared/scheduling/series/series-schema.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { newIdempotencyKey } from '#lib/api/command-key.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { clockFrom } from '#lib/series/clock-from.ts';
import { placeFrom } from '#lib/series/place-form.server.ts';
import { fieldsOf, formInAddress, ruleFrom, templateFrom, timesFrom } from '#lib/series/rule-form.ts';
import { seriesChoices } from '#lib/series/series.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The change that the form describes. */
async function changeIn(event: Caller, form: SubmittedForm, series: SeriesWithDates): Promise<SeriesChange> {
  const reach = form.text('reach');
  const day = form.text('day');
  const before = series.phases.findLast(({ from }) => from <= (day || '9999')) ?? series.phases[0];
  const shiftAfter = async (was: ShiftTemplate | undefined) => ({
    ...templateFrom(form, was),
    ...(await placeFrom(event, form, series.teamScope, was?.place)),
  });
  if (reach === 'this') {
    const instead = form.text('instead');
    if (instead === 'leftOut' || instead === 'asPlanned') return { reach, day, instead };
    const exception = series.exceptions.find((each) => each.day === day)?.instead;
    const times = { ...timesFrom(form), on: form.text('on') };
    return { reach, day, instead: { ...times, shift: await shiftAfter(exception?.shift ?? before?.shift) } };
  }
  const [rule, shift] = [ruleFrom(form), await shiftAfter(before?.shift)];
  return reach === 'following' ? { reach, day, rule, shift } : { reach: 'all', rule, shift };
}

/** What the fields hold before anything was typed: how the date, or the series, is now. */
function fieldsNow(reach: string, day: string, series: SeriesWithDates): Record<string, string[]> {
  const today = dayOf(toInstant(Date.now()));
  const phase = series.phases.findLast(({ from }) => from <= (day || today)) ?? series.phases[0];
  if (!phase) return {};
  const fields = fieldsOf(phase.rule, phase.shift);
  const date = series.dates.find((each) => each.day === day);
  if (reach !== 'this' || !date) return fields;
  const isOvernight = dayOf(date.startsAt) !== dayOf(date.endsAt);
  const { overnight: _, ...rest } = fields;
  return {
    ...rest,
    on: [dayOf(date.startsAt)],
    startsAt: [clockFrom(date.startsAt)],
    endsAt: [clockFrom(date.endsAt)],
    ...(isOvernight && { overnight: ['yes'] }),
    places: [`${date.places}`],
  };
}

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const param = { seriesId: event.params.seriesId };
  const series = await read(api(event).api.series[':seriesId'].$get({ param }));
  const day = searchParams.get('day') ?? '';
  const wished = searchParams.get('reach') ?? 'all';
  const reach = day && (wished === 'this' || wished === 'following') ? wished : 'all';
  const form = formInAddress(event.url);
  const isStep = searchParams.has('step');
  const { step: _, ...typed } = form.values;
  const page = {
    ...{ series, day, reach },
    isLeftOut: series.leftOut.includes(day),
    isException: series.exceptions.some((each) => each.day === day),
    choices: await seriesChoices(event, series.teamScope),
    /** What the address carries; and what the fields hold: what was typed, or how it is now. */
    carried: typed,
    fields: isStep && 'places' in typed ? typed : fieldsNow(reach, day, series),
  };
  if (!isStep) return page;
  const json = { change: await changeIn(event, form, series) };
  const outcome = await outcomeOf(
    api(event, newIdempotencyKey()).api.series[':seriesId'].changes.preview.$post({ param, json }),
  );
  return outcome.ok ? { ...page, preview: outcome.body } : { ...page, problem: outcome.problem };
};

export const actions: Actions = {
  save: async (event) => {
    const form = await readForm(event);
    const param = { seriesId: event.params.seriesId };
    const series = await read(api(event).api.series[':seriesId'].$get({ param }));
    const misfits = form.optional('misfits') as 'free' | 'keepDate' | undefined;
    const json = {
      version: form.integer('version') as number,
      change: await changeIn(event, form, series),
      ...(misfits && { misfits }),
    };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.series[':seriesId'].changes.$post({ param, json }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/leader/series/${param.seriesId}?done=changed`);
  },
};
