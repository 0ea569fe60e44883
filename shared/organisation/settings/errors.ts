import { defineErrors } from '../../kernel/errors.ts';

export const settingsErrors = defineErrors('settings', {
  dayNotNow: [
    'conflict',
    '新设置最早从 {earliest} 起实行，最晚 {latest}，请另选日期。',
    '新設定最早從 {earliest} 起實行，最晚 {latest}，請另選日期。',
    'A change takes effect between {earliest} and {latest}. Please choose another day.',
  ],
  beforeAnother: [
    'conflict',
    '这一组已经定好从 {day} 起改动，请选 {day} 或以后的日期。',
    '這一組已經定好從 {day} 起改動，請選 {day} 或以後的日期。',
    'This group already changes on {day}. Please choose that day or a later one.',
  ],
  nothingChanges: [
    'conflict',
    '这些数和原来一样，没有要改的。请改好再提交。',
    '這些數和原來一樣，沒有要改的。請改好再提交。',
    'These are the figures as they are. Please change one before you send them.',
  ],
  wrongOrder: [
    'conflict',
    '有的数不能小于前一项，请按标出的地方改。',
    '有的數不能小於前一項，請按標出的地方改。',
    'Some of these cannot be below the one before. Please mend those that are marked.',
  ],
  secondPersonNeeded: [
    'conflict',
    '提出的人不能自己决定，请由另一位区级协调员决定。',
    '提出的人不能自己決定，請由另一位區級協調員決定。',
    'Whoever proposed a change cannot decide on it. Please ask a coordinator of the whole district.',
  ],
  notYours: [
    'forbidden',
    '只有提出的人可以撤回。要否决，请区级协调员选“不采用”。',
    '只有提出的人可以撤回。要否決，請區級協調員選「不採用」。',
    'Only whoever proposed a change can take it back. A coordinator of the district can decline it.',
  ],
  alreadyDecided: [
    'conflict',
    '这项改动已经有结果了，请刷新页面查看。',
    '這項改動已經有結果了，請重新整理頁面查看。',
    'This change has been decided on or taken back. Please load the page again.',
  ],
});
