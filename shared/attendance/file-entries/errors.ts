import { defineErrors } from '../../kernel/errors.ts';

/** Refusals about entries of service files. */
export const fileEntryErrors = defineErrors('fileEntry', {
  own: [
    'forbidden',
    '不能给自己登记。请让另一位协调员来登记。',
    '不能給自己登記。請讓另一位協調員來登記。',
    'Nobody writes in their own file. Please let another coordinator do it.',
  ],
  inFuture: [
    'invalid',
    '日期还没有到，请选今天或更早的一天。',
    '日期還沒有到，請選今天或更早的一天。',
    'This day is still to come. Please choose today or an earlier one.',
  ],
  alreadyWithdrawn: [
    'conflict',
    '这一条已经撤回了。请刷新页面查看。',
    '這一條已經撤回了。請重新整理頁面查看。',
    'This entry has been taken back already. Please reload the page.',
  ],
});
