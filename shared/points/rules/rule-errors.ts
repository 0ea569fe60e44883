import { defineErrors } from '../../kernel/errors.ts';

export const pointsRulesErrors = defineErrors('pointsRules', {
  tooSoon: [
    'conflict',
    '新规则至少要提前 {days} 天公布，请选 {earliest} 或以后的日期。',
    '新規則至少要提前 {days} 天公佈，請選 {earliest} 或以後的日期。',
    'New rules are announced at least {days} days before. Please choose {earliest} or later.',
  ],
  dayNotNow: [
    'conflict',
    '只能宣布今天起 {days} 天内的日子，请另选日期。',
    '只能宣佈今天起 {days} 天內的日子，請另選日期。',
    'Only today and the {days} days after it can be called. Please choose another day.',
  ],
  dayCalled: [
    'conflict',
    '这一天、这个地方已经宣布过了，不用再宣布。',
    '這一天、這個地方已經宣佈過了，不用再宣佈。',
    'This day was called for this place already. There is nothing more to do.',
  ],
  dateTaken: [
    'conflict',
    '{day} 已经有一份规则要生效，请另选日期重新提出。',
    '{day} 已經有一份規則要生效，請另選日期重新提出。',
    'Other rules take effect on {day} already. Please propose these again for another day.',
  ],
  secondPersonNeeded: [
    'conflict',
    '提出的人不能自己批准，请由另一位区级协调员决定。',
    '提出的人不能自己批准，請由另一位區級協調員決定。',
    'Whoever proposed the rules cannot approve them. Please ask another coordinator of the district.',
  ],
  alreadyDecided: [
    'conflict',
    '这份规则已经有人决定了，请刷新页面查看。',
    '這份規則已經有人決定了，請重新整理頁面查看。',
    'Somebody has decided on these rules already. Please load the page again.',
  ],
  stillReckoning: [
    'conflict',
    '上个月的试算还没完成，请等几分钟，看过结果再批准。',
    '上個月的試算還沒完成，請等幾分鐘，看過結果再批准。',
    'Last month is still being reckoned. Please wait a few minutes and look at the result before you approve.',
  ],
});
