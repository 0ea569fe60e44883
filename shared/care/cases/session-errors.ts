import { defineErrors } from '../../kernel/errors.ts';

/** Refusals about sessions, and about looking for somebody who did not come. */
export const sessionErrors = defineErrors('careSession', {
  time: [
    'invalid',
    '会谈要约在以后 90 天内，并且当天开始、当天结束。请改时间再约。',
    '會談要約在以後 90 天內，並且當天開始、當天結束。請改時間再約。',
    'A session lies ahead, within 90 days, and begins and ends on one day. Please choose another time.',
  ],
  allArePlanned: [
    'conflict',
    '已经约好 {most} 次会谈。要再约，请先取消其中一次，或等谈完一次再约。',
    '已經約好 {most} 次會談。要再約，請先取消其中一次，或等談完一次再約。',
    '{most} sessions are planned already. Please cancel one of them first, or plan more once one was held.',
  ],
  talkTime: [
    'invalid',
    '补记的会谈要在接手个案以后、最近 {days} 天以内，已经谈完，并且当天开始、当天结束。请核对时间。',
    '補記的會談要在接手個案以後、最近 {days} 天以內，已經談完，並且當天開始、當天結束。請核對時間。',
    'A talk is written down once it is over, within {days} days, of a time since the counsellor has the case, and of one day. Please check the time.',
  ],
  counsellorBusy: [
    'conflict',
    '心理志愿者这个时间有别的会谈，请另约时间。',
    '心理志願者這個時間有別的會談，請另約時間。',
    'The counsellor has another session at that time. Please choose another.',
  ],
  noCounsellor: [
    'conflict',
    '这个个案现在没有心理志愿者，请先匹配，再约会谈。',
    '這個個案現在沒有心理志願者，請先配對，再約會談。',
    'No counsellor has this case now. Please find one first, then plan a session.',
  ],
  notYet: [
    'conflict',
    '会谈还没有开始，请开始以后再记结果；不能来了，请记“取消”。',
    '會談還沒有開始，請開始以後再記結果；不能來了，請記「取消」。',
    'The session has not begun. Please tell how it went afterwards; if it cannot be held, cancel it.',
  ],
  toldAlready: [
    'conflict',
    '这次会谈的结果已经记过。要更正，请写明理由（至少 5 个字）。',
    '這次會談的結果已經記過。要更正，請寫明理由（至少 5 個字）。',
    'How this session went has been told already. To set it right please give your reason, in at least 5 characters.',
  ],
  dayTooLong: [
    'conflict',
    '心理志愿者这一天的会谈加起来超过 8 小时，请核对分钟数再记。',
    '心理志願者這一天的會談加起來超過 8 小時，請核對分鐘數再記。',
    'That makes more than 8 hours of sessions on one day for this counsellor. Please check the minutes.',
  ],
  notTold: [
    'conflict',
    '有一次会谈已经过了时间，还没有记结果。请先记下来，再结束或转交个案。',
    '有一次會談已經過了時間，還沒有記結果。請先記下來，再結束或轉交個案。',
    'A session is over and nobody has told how it went. Please do that first, then end the case or hand it over.',
  ],
  reachOutMore: [
    'conflict',
    '还要再联系 {left} 天（每天算一次，电话、信或上门都可以），仍没有回音，才能以“联系不上”结束。',
    '還要再聯絡 {left} 天（每天算一次，電話、信或上門都可以），仍沒有回音，才能以「聯絡不上」結束。',
    'Please try on {left} more days (by phone, letter or visit; one try a day counts) before the case ends as out of reach.',
  ],
});
