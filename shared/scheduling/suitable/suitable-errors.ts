import { defineErrors } from '../../kernel/errors.ts';

/** What keeps somebody from a shift in the list that is made for her, beyond the refusals of signing up. Read with that list only. */
export const suitableErrors = defineErrors('shift', {
  fullForYou: [
    'conflict',
    '剩下的名额需要您没有登记的技能。您可以加入候补，能承担的岗位有人退出时会通知您。',
    '剩下的名額需要您沒有登記的技能。您可以加入候補，能承擔的崗位有人退出時會通知您。',
    'The places that are left need skills you have not registered. You can join the waitlist and will be asked when a place that you can take is given up.',
  ],
});
