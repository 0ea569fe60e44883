import { defineErrors } from '../kernel/errors.ts';

export const peopleErrors = defineErrors('people', {
  documentKnown: [
    'conflict',
    '这个证件已经登记过。请用登记时的手机号码登录；如果号码换了，请带证件到所在社区办理。',
    '這個證件已經登記過。請用登記時的手機號碼登入；如果號碼換了，請帶證件到所在社區辦理。',
    'This document is registered. Please sign in with the number you gave, or take it to your community office.',
  ],
  alreadyRegistered: [
    'conflict',
    '您已经登记为志愿者，请到“我的”查看。',
    '您已經登記為志願者，請到「我的」查看。',
    'You are registered as a volunteer already. Please look at your own page.',
  ],
  ownApplication: [
    'conflict',
    '不能审批自己的申请，请由另一位协调员来办。',
    '不能審批自己的申請，請由另一位協調員處理。',
    'You cannot decide on your own application. Please ask another coordinator.',
  ],
  notConfirmed: [
    'conflict',
    '这份纸质登记还没有经本人确认，暂时不能通过。请提醒本人用登记的手机号码登录确认。',
    '這份紙本登記還沒有經本人確認，暫時不能通過。請提醒本人用登記的手機號碼登入確認。',
    'The person has not confirmed this paper registration yet. Please remind them to sign in with the number on it.',
  ],
  alreadyDecided: [
    'conflict',
    '这份申请已经处理过，请刷新名单。',
    '這份申請已經處理過，請重新整理名單。',
    'This application has been decided already. Please reload the list.',
  ],
  cannotMove: [
    'conflict',
    '现在的状态是“{state}”，不能这样办。请刷新页面看最新情况。',
    '現在的狀態是「{state}」，不能這樣處理。請重新整理頁面看最新情況。',
    'This cannot be done while the state is “{state}”. Please reload the page to see how things stand.',
  ],
  draftChanged: [
    'conflict',
    '这份登记在另一台手机或另一个窗口里改过。请刷新页面，看看最新填的内容，再继续。',
    '這份登記在另一台手機或另一個視窗裡改過。請重新整理頁面，看看最新填的內容，再繼續。',
    'This registration was changed on another phone or in another window. Please reload the page and go on from there.',
  ],
  draftIncomplete: [
    'conflict',
    '登记还没填完，请把没填的一步补上，再提交。',
    '登記還沒填完，請把沒填的一步補上，再提交。',
    'The registration is not complete yet. Please fill in the step that is missing, then send it.',
  ],
  guardianFirst: [
    'conflict',
    '未满 14 岁，要先由监护人输入验证码同意，才能提交。请把同意页面交给监护人。',
    '未滿 14 歲，要先由監護人輸入驗證碼同意，才能提交。請把同意頁面交給監護人。',
    'Under 14 a guardian has to consent by code before this can be sent. Please hand the consent page to the guardian.',
  ],
  guardianAwaited: [
    'conflict',
    '监护人还没有输入验证码同意，暂时不能通过。请提醒申请人把同意页面交给监护人。',
    '監護人還沒有輸入驗證碼同意，暫時不能通過。請提醒申請人把同意頁面交給監護人。',
    'The guardian has not consented by code yet, so this cannot be approved. Please remind the applicant.',
  ],
  noGuardianNeeded: [
    'conflict',
    '您的登记不需要监护人同意。',
    '您的登記不需要監護人同意。',
    'Your registration needs no guardian’s consent.',
  ],
  guardianConsented: [
    'conflict',
    '监护人已经同意过了，不用再办。',
    '監護人已經同意過了，不用再辦。',
    'The guardian has consented already. Nothing more is needed.',
  ],
  mobileKnown: [
    'conflict',
    '这个手机号码已经有志愿者在用。请向本人核对号码；如果本人已经登记过，就不用再登记。',
    '這個手機號碼已經有志願者在用。請向本人核對號碼；如果本人已經登記過，就不用再登記。',
    'A volunteer uses this number already. Please check it with the person, who may be registered already.',
  ],
  notUnconfirmed: [
    'conflict',
    '这份登记不用确认，或者已经确认过了。请到“我的”查看。',
    '這份登記不用確認，或者已經確認過了。請到「我的」查看。',
    'This registration needs no confirming, or was confirmed already. Please look at your own page.',
  ],
  detailsChanged: [
    'conflict',
    '这些资料在另一台手机或另一个窗口里改过。请刷新页面，再改一次。',
    '這些資料在另一台手機或另一個視窗裡改過。請重新整理頁面，再改一次。',
    'These details were changed on another phone or in another window. Please reload the page and try again.',
  ],
  ownState: [
    'conflict',
    '不能以协调员身份变更自己的状态，请由另一位协调员来办。',
    '不能以協調員身份變更自己的狀態，請由另一位協調員處理。',
    'You cannot change your own state as a coordinator. Please ask another one.',
  ],
});
