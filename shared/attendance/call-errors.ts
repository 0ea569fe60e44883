import { defineErrors } from '../kernel/errors.ts';

/** Why a leader does not see a number. */
export const callErrors = defineErrors('calls', {
  noPlace: [
    'conflict',
    '这位志愿者没有这个班次的名额，看不到号码。请刷新页面查看名单。',
    '這位志願者沒有這個班次的名額，看不到號碼。請重新整理頁面查看名單。',
    'This volunteer has no place in the shift, so the number is not shown. Please reload the list.',
  ],
  notTheDay: [
    'conflict',
    '只有班次前后 24 小时内才能看到号码。有事请在班次页面给大家发消息。',
    '只有班次前後 24 小時內才能看到號碼。有事請在班次頁面給大家發訊息。',
    'Numbers are shown within 24 hours of the shift only. Please send a message to the people of the shift instead.',
  ],
});
