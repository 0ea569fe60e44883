import { defineErrors } from '../kernel/errors.ts';

/** None of these tells why a counsellor cannot be chosen: the reason may be a person's private one. */
export const careErrors = defineErrors('care', {
  notScreened: [
    'conflict',
    '请先和当事人做完筛查问题，再找心理志愿者。',
    '請先和當事人做完篩查問題，再找心理志願者。',
    'Please go through the screening questions with the person first, then look for a counsellor.',
  ],
  emergency: [
    'conflict',
    '这是紧急个案，已转给值班人员，不再排队匹配。请陪着当事人；有危险就打 110 或 120。',
    '這是緊急個案，已轉給值班人員，不再排隊配對。請陪著當事人；有危險就打 110 或 120。',
    'This is an emergency: it has gone to the people on call and is not matched. Please stay with the person; in danger call 110 or 120.',
  ],
  notWaiting: [
    'conflict',
    '这个个案已经不在等候，请刷新页面看最新情况。',
    '這個個案已經不在等候，請重新整理頁面看最新情況。',
    'This case is no longer waiting. Please reload the page to see where it stands.',
  ],
  changedMeanwhile: [
    'conflict',
    '个案刚刚有变动，请刷新页面再做一次。',
    '個案剛剛有變動，請重新整理頁面再做一次。',
    'The case has just changed. Please reload the page and do this again.',
  ],
  cannotBeChosen: [
    'conflict',
    '这位心理志愿者现在不能接这个个案，请刷新推荐，另选一位。',
    '這位心理志願者現在不能接這個個案，請重新整理推薦，另選一位。',
    'This counsellor cannot take the case now. Please reload the suggestions and choose another.',
  ],
  overrideNeedsReason: [
    'invalid',
    '这位不在推荐的三位之内，请写明选择的理由（至少 10 个字）。',
    '這位不在推薦的三位之內，請寫明選擇的理由（至少 10 個字）。',
    'This counsellor is not among the three suggested. Please give your reason, in at least 10 characters.',
  ],
  closed: [
    'conflict',
    '这个个案已经结束。如当事人再来求助，请新登记一次。',
    '這個個案已經結束。如當事人再來求助，請新登記一次。',
    'This case has ended. If the person asks again, please take down a new request.',
  ],
  escalationOpen: [
    'conflict',
    '值班人员还在联系当事人，联系上之后才能结束个案。',
    '值班人員還在聯絡當事人，聯絡上之後才能結束個案。',
    'The people on call are still trying to reach the person. Please close the case after that.',
  ],
  reportOpen: [
    'conflict',
    '未成年人受到伤害的报告还没有回执。请先报告公安机关，把受理单位和编号记下来，再结束个案。',
    '未成年人受到傷害的報告還沒有回執。請先報告公安機關，把受理單位和編號記下來，再結束個案。',
    'The report of harm to a minor has no receipt yet. Please report to the police, keep who took it and its number, and end the case after that.',
  ],
  reportEnded: [
    'conflict',
    '这份报告已经有回执，或者不在这个个案里。请刷新页面看最新情况。',
    '這份報告已經有回執，或者不在這個個案裡。請重新整理頁面看最新情況。',
    'This report has a receipt already, or does not belong to this case. Please reload the page to see where things stand.',
  ],
  riskOpen: [
    'conflict',
    '风险还高，现在不能这样结束。谈过、稳定了，请先调低风险并写明理由；联系不上，请呼叫值班人员。',
    '風險還高，現在不能這樣結束。談過、穩定了，請先調低風險並寫明理由；聯絡不上，請呼叫值班人員。',
    'The risk is still high, so the case cannot end like this. If things have settled, lower the risk first, with your reason; if nobody answers, call the people on call.',
  ],
  escalationAnswered: [
    'conflict',
    '这次呼叫已有人处理，请返回列表看其他呼叫。',
    '這次呼叫已有人處理，請返回列表看其他呼叫。',
    'Somebody has dealt with this call. Please go back to the list for others.',
  ],
  followUpEnded: [
    'conflict',
    '这次回访已经记过了，请刷新页面看最新情况。',
    '這次回訪已經記過了，請重新整理頁面看最新情況。',
    'This follow-up has been recorded already. Please reload the page to see where things stand.',
  ],
  riskNotLower: [
    'conflict',
    '现在的风险不比这个高，不用调低。要调高，请再问一次筛查题。',
    '現在的風險不比這個高，不用調低。要調高，請再問一次篩查題。',
    'The risk does not stand higher than that. To raise it, please ask the screening questions again.',
  ],
  notEligible: [
    'conflict',
    '只有已通过审核的成年志愿者才能登记为心理志愿者，请先请社区协调员核对。',
    '只有已通過審核的成年志願者才能登記為心理志願者，請先請社區協調員核對。',
    'Only an approved adult volunteer can become a counsellor. Please ask the community coordinator to check first.',
  ],
  alreadyEnrolled: [
    'conflict',
    '这位志愿者已经登记为心理志愿者，不用再登记。',
    '這位志願者已經登記為心理志願者，不用再登記。',
    'This volunteer is already a counsellor. There is nothing more to do.',
  ],
  namesAnIllness: [
    'invalid',
    '这里写到了病名或医生才说的话。我们只倾听和支持：请改成看到的、听到的；当事人的原话放进引号“”。确实要这样写，勾选后再保存。',
    '這裡寫到了病名或醫生才說的話。我們只傾聽和支持：請改成看到的、聽到的；當事人的原話放進引號「」。確實要這樣寫，勾選後再儲存。',
    'This names an illness, or says what only a doctor says. We listen and support: please write what you saw and heard, and put the person’s own words in quotation marks. If it has to stand like this, tick the box and keep it.',
  ],
  noSuchNote: [
    'conflict',
    '只能补充自己在这个个案写的记录，请从记录旁边的“补充”重新进入。',
    '只能補充自己在這個個案寫的記錄，請從記錄旁邊的「補充」重新進入。',
    'You can add only to your own notes of this case. Please start again from “Add to this” beside the note.',
  ],
  noSuchReturn: [
    'notFound',
    '取回码和暗语对不上。请照原样再输入一次；想不起来，可以打 12356，或重新求助。',
    '取回碼和暗語對不上。請照原樣再輸入一次；想不起來，可以打 12356，或重新求助。',
    'The return code and the word do not belong together. Please type both again as they were; if you cannot recall them, call 12356 or ask anew.',
  ],
  tooManyTries: [
    'tooMany',
    '试得太多了，请过 {minutes} 分钟再试。需要人马上听您说，请打 12356；有危险就打 110 或 120。',
    '試得太多了，請過 {minutes} 分鐘再試。需要人馬上聽您說，請打 12356；有危險就打 110 或 120。',
    'That was tried too often. Please wait {minutes} min. To talk to somebody now call 12356; in danger call 110 or 120.',
  ],
  lookedFor: [
    'conflict',
    '值班人员正在联系您，联系上之后才能停止。有危险请马上打 110 或 120。',
    '值班人員正在聯絡您，聯絡上之後才能停止。有危險請馬上打 110 或 120。',
    'The people on call are trying to reach you; this can be stopped once they have. In danger call 110 or 120 at once.',
  ],
  noMoreQuestions: [
    'conflict',
    '这次求助已经结束，不再收问卷。想再找人聊，请重新求助；有危险请马上打 110 或 120。',
    '這次求助已經結束，不再收問卷。想再找人聊，請重新求助；有危險請馬上打 110 或 120。',
    'This request has ended and takes no more answers. To talk again please ask anew; in danger call 110 or 120 at once.',
  ],
  nobodyWaits: [
    'conflict',
    '现在没有等人接手的网上求助，请过一会儿再看。',
    '現在沒有等人接手的網上求助，請過一會兒再看。',
    'Nothing from the web is waiting for somebody to take it. Please look again later.',
  ],
});
