import { defineErrors } from '../../kernel/errors.ts';

/** Refusals about handing somebody on to a hospital or a hotline. */
export const referralErrors = defineErrors('careReferral', {
  open: [
    'conflict',
    '有一次转介还不知道当事人有没有到。请先核实并记下来，再结束个案。',
    '有一次轉介還不知道當事人有沒有到。請先核實並記下來，再結束個案。',
    'It is not known yet whether the person arrived where she was referred to. Please find out and note it, then end the case.',
  ],
  notConfirmed: [
    'conflict',
    '还没有对方已接到当事人的转介记录，不能以“已转介”结束。请先登记转介，并核实对方已接到。',
    '還沒有對方已接到當事人的轉介記錄，不能以「已轉介」結束。請先登記轉介，並核實對方已接到。',
    'No referral of this case is known to have arrived, so it cannot end as referred. Please note the referral and confirm that they have her.',
  ],
  ended: [
    'conflict',
    '这次转介已经有结果，请刷新页面看最新情况。',
    '這次轉介已經有結果，請重新整理頁面看最新情況。',
    'This referral has its result already. Please reload the page to see where things stand.',
  ],
  day: [
    'invalid',
    '接到的日期要在转介当天到今天之间，请核对后再记。',
    '接到的日期要在轉介當天到今天之間，請核對後再記。',
    'The day of arrival lies between the day of the referral and today. Please check it.',
  ],
});
