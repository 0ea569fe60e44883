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
  ownState: [
    'conflict',
    '不能以协调员身份变更自己的状态，请由另一位协调员来办。',
    '不能以協調員身份變更自己的狀態，請由另一位協調員處理。',
    'You cannot change your own state as a coordinator. Please ask another one.',
  ],
});
