import { defineErrors } from '../../kernel/errors.ts';

/** Refusals about hours that are entered or corrected afterwards. */
export const amendmentErrors = defineErrors('amendment', {
  tooEarly: [
    'conflict',
    '{opensAt} 之前队长还可以直接登记或确认，请先找队长；之后才需要申请补录或更正。',
    '{opensAt} 之前隊長還可以直接登記或確認，請先找隊長；之後才需要申請補錄或更正。',
    'Until {opensAt} the leader can still enter or confirm this directly. Please ask the leader first, and come back after that.',
  ],
  tooLate: [
    'conflict',
    '申请已于 {closedAt} 截止。如有特殊情况，请联系社区协调员。',
    '申請已於 {closedAt} 截止。如有特殊情況，請聯絡社區協調員。',
    'Asking closed at {closedAt}. In a special case please speak to the community coordinator.',
  ],
  outsideShift: [
    'invalid',
    '服务时间要在班次的起止时间之内，而且结束晚于开始。请改一下。',
    '服務時間要在班次的起止時間之內，而且結束晚於開始。請改一下。',
    'The time has to lie inside the shift and to end after it begins. Please change it.',
  ],
  notSignedUp: [
    'conflict',
    '这个班次没有报名或签到的记录，不能补录。请和队长核对是哪个班次。',
    '這個班次沒有報名或簽到的記錄，不能補錄。請和隊長核對是哪個班次。',
    'There is neither a sign-up nor a check-in for this shift. Please ask the leader which shift it was.',
  ],
  alreadyOpen: [
    'conflict',
    '这个班次已有一份申请在办理。请等结果，或先撤回那一份。',
    '這個班次已有一份申請在辦理。請等結果，或先撤回那一份。',
    'A request for this shift is under way. Please wait for it, or take it back first.',
  ],
  ownHours: [
    'forbidden',
    '自己的时长请用志愿者身份申请，由别人审批。',
    '自己的時數請用志願者身分申請，由別人審批。',
    'Please ask for your own hours as a volunteer; somebody else then decides.',
  ],
  decidedByAnother: [
    'forbidden',
    '这份申请是您提出的、关于您自己的，或者您已经审批过。请让另一位协调员来办。',
    '這份申請是您提出的、關於您自己的，或者您已經審批過。請讓另一位協調員來辦。',
    'You asked for this, it is about you, or you decided it before. Please let another coordinator decide.',
  ],
  cannotMove: [
    'conflict',
    '这份申请的状态已经变了。请刷新页面再看。',
    '這份申請的狀態已經變了。請重新整理頁面再看。',
    'This request has moved on meanwhile. Please reload the page.',
  ],
  noticeOver: [
    'conflict',
    '公示已经结束，不能再提异议。如有新情况，请联系社区协调员。',
    '公示已經結束，不能再提異議。如有新情況，請聯絡社區協調員。',
    'The notice is over, so objections are closed. If you know something new, please tell the community coordinator.',
  ],
  alreadyObjected: [
    'conflict',
    '您已经对这条公示提过异议，协调员正在核实，不用再提交。',
    '您已經對這條公示提過異議，協調員正在核實，不用再提交。',
    'You have objected to this already and a coordinator is looking into it. There is nothing more to send.',
  ],
  ownNotice: [
    'forbidden',
    '这是您自己提出的或关于您自己的申请。如果不对，请撤回申请。',
    '這是您自己提出的或關於您自己的申請。如果不對，請撤回申請。',
    'This is your own request, or about you. If it is wrong, please take the request back.',
  ],
  dayNeedsDistrict: [
    'conflict',
    '加上这次，当天共 {minutes} 分钟，超过 12 小时，要由区协调员审批。请通知区协调员。',
    '加上這次，當天共 {minutes} 分鐘，超過 12 小時，要由區協調員審批。請通知區協調員。',
    'This makes {minutes} minutes on one day, over 12 hours: a district coordinator has to approve it. Please tell one.',
  ],
  fileGone: [
    'notFound',
    '这份材料已经删除。需要的话，请申请人重新提交。',
    '這份材料已經刪除。需要的話，請申請人重新提交。',
    'This file is gone. If it is needed, please ask for it again.',
  ],
  ticketOver: [
    'conflict',
    '打开材料的时间过了。请回到申请，再点一次“打开材料”。',
    '打開材料的時間過了。請回到申請，再點一次「打開材料」。',
    'The time for opening this file is over. Please go back and open it again.',
  ],
});
