import { defineErrors } from '../kernel/errors.ts';

export const noticeErrors = defineErrors('notice', {
  changedMeanwhile: [
    'conflict',
    '这些设置刚在别处改过。请刷新页面，看看现在的设置再改。',
    '這些設定剛在別處改過。請重新整理頁面，看看現在的設定再改。',
    'These settings were changed elsewhere just now. Please load the page again and look at them first.',
  ],
});
