import { defineErrors } from '../kernel/errors.ts';

/** Refusals about hours that are unlikely. */
export const doubtErrors = defineErrors('doubt', {
  alreadyDecided: [
    'conflict',
    '这件事别的同事已经处理了。请刷新页面看结果。',
    '這件事別的同事已經處理了。請重新整理頁面看結果。',
    'A colleague has already decided this. Please reload the page to see what was found.',
  ],
  decidedByAnother: [
    'forbidden',
    '这些时长是您录入、确认的，或者是您自己的。请让另一位协调员来看。',
    '這些時數是您錄入、確認的，或者是您自己的。請讓另一位協調員來看。',
    'You entered or confirmed these hours, or they are your own. Please let another coordinator look.',
  ],
});
