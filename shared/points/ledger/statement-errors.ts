import { defineErrors } from '../../kernel/errors.ts';

export const statementErrors = defineErrors('statement', {
  notYet: [
    'conflict',
    '{month} 还没到，请选这个月或以前的月份。',
    '{month} 還沒到，請選這個月或以前的月份。',
    '{month} has not come yet. Please choose this month or an earlier one.',
  ],
});
