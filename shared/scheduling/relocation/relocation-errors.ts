import { defineErrors } from '../../kernel/errors.ts';

/** Why people cannot be sent to another place for a shift. */
export const relocationErrors = defineErrors('relocation', {
  over: [
    'conflict',
    '班次已经开始、结束或取消，地点不能再改。有变动请直接告诉到场的人。',
    '班次已經開始、結束或取消，地點不能再改。有變動請直接告訴到場的人。',
    'The shift has begun, is over or was called off, so its place stays. If something has changed, please tell those who are there directly.',
  ],
  unchanged: [
    'conflict',
    '地点和原来一样，没有可改的。请填写新的地点，或不用保存。',
    '地點和原來一樣，沒有可改的。請填寫新的地點，或不用儲存。',
    'That is where people meet already. Please enter another place, or leave it as it is.',
  ],
});
