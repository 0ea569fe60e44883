import type { NewReward, RewardChange } from '@kaifong/shared/points/rewards/reward-schema.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** A figure of a form; one that is missing or no whole number is refused by the schema as too small. */
const figure = (form: SubmittedForm, name: string) => form.integer(name) ?? -1;

/** What a form says of a new reward. */
export function rewardIn(form: SubmittedForm): NewReward {
  return {
    title: form.text('title'),
    givenBy: form.text('givenBy'),
    place: form.text('place'),
    pickUpAt: form.text('pickUpAt'),
    cost: figure(form, 'cost'),
    stock: figure(form, 'stock'),
    limitPerPerson: figure(form, 'limitPerPerson'),
    startsOn: form.text('startsOn'),
    endsOn: form.text('endsOn'),
    keptDays: figure(form, 'keptDays'),
  };
}

/** What a form changes of a reward. */
export function changeIn(form: SubmittedForm): RewardChange {
  return { more: figure(form, 'more'), pickUpAt: form.text('pickUpAt'), endsOn: form.text('endsOn') };
}
