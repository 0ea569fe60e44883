import { defineErrors } from '../../kernel/errors.ts';

export const rightsErrors = defineErrors('rights', {
  closureKnown: [
    'conflict',
    '您已经申请注销，{day} 注销。如果改变主意，可以撤回。',
    '您已經申請註銷，{day} 註銷。如果改變主意，可以撤回。',
    'You have asked already; the account is closed on {day}. If you think again, you can take it back.',
  ],
  noClosure: [
    'conflict',
    '没有在等待的注销申请。请刷新页面看最新情况。',
    '沒有在等待的註銷申請。請重新整理頁面看最新情況。',
    'No closing is under way. Please reload the page to see how things stand.',
  ],
  notAsked: [
    'conflict',
    '这一项没有请您同意过，不用撤回。',
    '這一項沒有請您同意過，不用撤回。',
    'You were never asked for this consent, so there is nothing to withdraw.',
  ],
  asItWas: [
    'conflict',
    '这一项已经是这样了。请刷新页面看最新情况。',
    '這一項已經是這樣了。請重新整理頁面看最新情況。',
    'It stands so already. Please reload the page to see how things stand.',
  ],
  guardianGives: [
    'forbidden',
    '这一项要由监护人同意。请和监护人一起到所在社区办理。',
    '這一項要由監護人同意。請和監護人一起到所在社區辦理。',
    'This consent is your guardian’s to give. Please come to your community office together.',
  ],
  consentNeeded: [
    'conflict',
    '重新申请前，请先在“我的个人信息”里重新同意志愿服务的规矩和保存证件号码。',
    '重新申請前，請先在「我的個人資料」裡重新同意志願服務的規矩和保存證件號碼。',
    'Before applying again, please give the needed consents again on the page of your personal data.',
  ],
  documentGone: [
    'conflict',
    '您的证件号码已经按规定删除。要重新做志愿者，请带证件到所在社区办理。',
    '您的證件號碼已經按規定刪除。要重新做志願者，請帶證件到所在社區辦理。',
    'Your document number was deleted as the rules say. To volunteer again, please take the document to your community office.',
  ],
  tooManyCorrections: [
    'tooMany',
    '您有 {count} 份更正申请还在办理，请等答复后再提。',
    '您有 {count} 份更正申請還在辦理，請等答覆後再提。',
    '{count} of your requests are still open. Please wait for an answer before you send another.',
  ],
  alreadyAnswered: [
    'conflict',
    '这份更正申请已经答复过，请刷新名单。',
    '這份更正申請已經答覆過，請重新整理名單。',
    'This request has been answered already. Please reload the list.',
  ],
});
