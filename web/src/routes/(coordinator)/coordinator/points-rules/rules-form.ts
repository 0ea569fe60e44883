import type { NewRules, NewSpecialDay } from '@kaifong/shared/points/rules/rule-schema.ts';
import { activityKindCodes } from '@kaifong/shared/scheduling/shifts/activity-kinds.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** What a field of the form is called: the path by which the API speaks of it. */
export const kindField = (code: string) => `rules.kinds.${code}`;

/** A figure of a form; one that is no whole number is refused by the schema as too small. */
const figure = (form: SubmittedForm, name: string) => form.integer(name) ?? -1;

/** Rules as a form describes them; a kind that weighs as usual is left out. */
export function rulesIn(form: SubmittedForm): NewRules {
  const kinds = activityKindCodes.flatMap((code) => {
    const percent = form.text(kindField(code)) === '' ? 100 : figure(form, kindField(code));
    return percent === 100 ? [] : [[code, percent]];
  });
  return {
    from: form.text('from'),
    rules: {
      kinds: Object.fromEntries(kinds),
      night: figure(form, 'rules.night'),
      badWeather: figure(form, 'rules.badWeather'),
      emergency: figure(form, 'rules.emergency'),
      ...(form.text('rules.dailyMinutes') !== '' && { dailyMinutes: figure(form, 'rules.dailyMinutes') }),
      backEntered: form.text('rules.backEntered') as NewRules['rules']['backEntered'],
    },
    why: form.text('why'),
  };
}

/** A special day as a form describes it. */
export function specialDayIn(form: SubmittedForm): NewSpecialDay {
  return {
    day: form.text('day'),
    kind: form.text('kind') as NewSpecialDay['kind'],
    place: form.text('place'),
    why: form.text('why'),
  };
}
