import type { SeriesRule } from '@kaifong/shared/scheduling/series/series-rule.ts';
import type { ShiftTemplate } from '@kaifong/shared/scheduling/series/series-schema.ts';
import { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** What the fields of `RuleFields` describe, as the API takes it: whatever is wrong, the API says where. */
export function ruleFrom(form: SubmittedForm): SeriesRule {
  const ofMonth = form.integer('ofMonth');
  return {
    ...timesFrom(form),
    weekdays: form.list('weekdays') as SeriesRule['weekdays'],
    everyWeeks: form.integer('everyWeeks') ?? 1,
    ...(ofMonth !== undefined && { ofMonth: ofMonth as SeriesRule['ofMonth'] }),
    from: form.text('from'),
    ...(form.optional('until') && { until: form.text('until') }),
    holidays: (form.optional('holidays') ?? 'skipped') as SeriesRule['holidays'],
    onMakeUpDays: form.ticked('onMakeUpDays'),
  };
}

/** The clocks of a day. */
export function timesFrom(form: SubmittedForm) {
  return { startsAt: form.text('startsAt'), endsAt: form.text('endsAt'), overnight: form.ticked('overnight') };
}

/** What each shift is like, but for where people meet; `before` is what it was, of which the form shows a part. */
export function templateFrom(form: SubmittedForm, before?: ShiftTemplate): ShiftTemplate {
  const { neededSkill: _, closesHoursBefore: __, place: ___, ...kept } = before ?? {};
  const closes = form.integer('closesHoursBefore');
  return {
    ...kept,
    places: form.integer('places') as number,
    ...(form.optional('neededSkill') && { neededSkill: form.text('neededSkill') }),
    ...(closes !== undefined && { closesHoursBefore: closes }),
  } as ShiftTemplate;
}

/** The fields of a rule, as the form shows them. */
export function fieldsOf(rule: SeriesRule, shift: ShiftTemplate): Record<string, string[]> {
  const { weekdays, everyWeeks, ofMonth, from, until, startsAt, endsAt, overnight, holidays, onMakeUpDays } = rule;
  return {
    weekdays,
    everyWeeks: [`${everyWeeks}`],
    ofMonth: [ofMonth === undefined ? '' : `${ofMonth}`],
    from: [from],
    until: [until ?? ''],
    startsAt: [startsAt],
    endsAt: [endsAt],
    ...(overnight && { overnight: ['yes'] }),
    holidays: [holidays],
    ...(onMakeUpDays && { onMakeUpDays: ['yes'] }),
    places: [`${shift.places}`],
    neededSkill: [shift.neededSkill ?? ''],
    closesHoursBefore: [shift.closesHoursBefore === undefined ? '' : `${shift.closesHoursBefore}`],
    ...placeFields(shift),
  };
}

/** A room has its name and its way by itself. */
function placeFields({ place }: Pick<ShiftTemplate, 'place'>): Record<string, string[]> {
  if (!place) return {};
  const { room, name, address = '', longitude, latitude, fenceMetres } = place;
  return {
    ...(room === undefined ? { 'place.name': [name], 'place.address': [address] } : { 'place.room': [room] }),
    'place.longitude': [`${longitude}`],
    'place.latitude': [`${latitude}`],
    ...(fenceMetres !== undefined && { 'place.fenceMetres': [`${fenceMetres}`] }),
  };
}

/** What the address carries of a form: a first step asks for the page again, and nothing is changed yet. */
export function formInAddress({ searchParams }: URL): SubmittedForm {
  const data = new FormData();
  for (const [name, value] of searchParams) data.append(name, value);
  return new SubmittedForm(data);
}
