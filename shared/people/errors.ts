import { defineErrors } from '../kernel/errors.ts';

export const peopleErrors = defineErrors('people', {
  documentKnown: [
    'conflict',
    '这个证件已经登记过。请用登记时的手机号码登录；如果号码换了，请带证件到所在社区办理。',
    '這個證件已經登記過。請用登記時的手機號碼登入；如果號碼換了，請帶證件到所在社區辦理。',
    'This document is already registered. Please sign in with the number you gave then; if it has changed, take the document to your community office.',
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
});
