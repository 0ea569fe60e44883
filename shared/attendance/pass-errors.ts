import { defineErrors } from '../kernel/errors.ts';

/** Why a volunteer's code does not check anybody in or out. */
export const passErrors = defineErrors('pass', {
  unknown: [
    'invalid',
    '这个码已经换了，或者不是这个班次的人的。请让志愿者打开最新的码，再扫一次。',
    '這個碼已經換了，或者不是這個班次的人的。請讓志願者打開最新的碼，再掃一次。',
    'This code has changed, or is of nobody in this shift. Please ask the volunteer for the code that shows now.',
  ],
});
