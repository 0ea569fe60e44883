import { defineErrors } from '../../kernel/errors.ts';

/** Refusals about a case that is brought to supervision. */
export const discussionErrors = defineErrors('careDiscussion', {
  namesAlias: [
    'invalid',
    '这里写到了当事人的化名。请改成“当事人”“她”或“他”，再提交。',
    '這裡寫到了當事人的化名。請改成「當事人」「她」或「他」，再提交。',
    'This names the person’s alias. Please write “the person”, “she” or “he”, then send it again.',
  ],
  namesNumber: [
    'invalid',
    '这里像是有电话或证件号码，别人可能认得出是谁。请删去；确实不是，勾选后再提交。',
    '這裡像是有電話或證件號碼，別人可能認得出是誰。請刪去；確實不是，勾選後再提交。',
    'There seems to be a phone or document number by which somebody could be known. Please take it out; if it is none, tick the box and send it.',
  ],
  namesAddress: [
    'invalid',
    '这里像是有地址，别人可能认得出是谁。请删去；确实不是，勾选后再提交。',
    '這裡像是有地址，別人可能認得出是誰。請刪去；確實不是，勾選後再提交。',
    'There seems to be an address by which somebody could be known. Please take it out; if it is none, tick the box and send it.',
  ],
  tooMany: [
    'conflict',
    '已经有 {most} 个讨论开着。请先收回一个，或等下一次督导谈完。',
    '已經有 {most} 個討論開著。請先收回一個，或等下一次督導談完。',
    'You have {most} discussions open. Please take one back, or wait until the next session.',
  ],
  closed: [
    'conflict',
    '这个讨论已经结束，请刷新页面。',
    '這個討論已經結束，請重新整理頁面。',
    'This discussion has ended. Please reload the page.',
  ],
});
