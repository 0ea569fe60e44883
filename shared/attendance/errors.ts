import { defineErrors } from '../kernel/errors.ts';

/** Why somebody cannot check in or out, or why her attendance cannot be confirmed. */
export const attendanceErrors = defineErrors('attendance', {
  notSignedUp: [
    'conflict',
    '您没有报名这个班次，不能签到。请先报名，或请队长帮忙。',
    '您沒有報名這個班次，不能簽到。請先報名，或請隊長幫忙。',
    'You have no place in this shift. Please sign up first, or ask the team leader.',
  ],
  shiftNotHeld: [
    'conflict',
    '这个班次没有举行，不能签到。请看看您的其他班次。',
    '這個班次沒有舉行，不能簽到。請看看您的其他班次。',
    'This shift is not taking place. Please look at your other shifts.',
  ],
  tooEarly: [
    'conflict',
    '还没到签到时间，{opensAt} 起可以签到。',
    '還沒到簽到時間，{opensAt} 起可以簽到。',
    'Check-in is not open yet. You can check in from {opensAt}.',
  ],
  tooLate: [
    'conflict',
    '签到已于 {closedAt} 截止，请找队长代为登记。',
    '簽到已於 {closedAt} 截止，請找隊長代為登記。',
    'Check-in closed at {closedAt}. Please ask the team leader to enter it for you.',
  ],
  checkOutTooLate: [
    'conflict',
    '自助签退已于 {closedAt} 截止，请找队长代为登记离开时间。',
    '自助簽退已於 {closedAt} 截止，請找隊長代為登記離開時間。',
    'Check-out closed at {closedAt}. Please ask the team leader to enter when you left.',
  ],
  codeWrong: [
    'invalid',
    '签到码不对或已经换了，还可以试 {left} 次。请看着队长屏幕上现在的码再扫一次。',
    '簽到碼不對或已經換了，還可以試 {left} 次。請看着隊長屏幕上現在的碼再掃一次。',
    'This code is wrong or has changed meanwhile; you can try {left} more times. Please scan the one on the screen now.',
  ],
  codeOfOtherShift: [
    'invalid',
    '这是另一个班次的签到码。请扫您报名的班次的码，或在“我的班次”里打开正确的班次。',
    '這是另一個班次的簽到碼。請掃您報名的班次的碼，或在「我的班次」裡打開正確的班次。',
    'This code belongs to another shift. Please scan the code of yours, or open the right shift among your shifts.',
  ],
  codeClosed: [
    'tooMany',
    '签到码错得太多，这个班次不能再自助签到了。请找队长代为登记。',
    '簽到碼錯得太多，這個班次不能再自助簽到了。請找隊長代為登記。',
    'Too many wrong codes: you can no longer check in to this shift yourself. Please ask the team leader to enter it.',
  ],
  tooManyPairs: [
    'conflict',
    '一天最多签到 {most} 次，今天已经用完。请找队长说明情况。',
    '一天最多簽到 {most} 次，今天已經用完。請找隊長說明情況。',
    'Nobody can check in more than {most} times a day. Please talk to the team leader.',
  ],
  alreadyCheckedIn: [
    'conflict',
    '{since} 已经签到，不用再签。离开时请记得签退。',
    '{since} 已經簽到，不用再簽。離開時請記得簽退。',
    'Checked in at {since} already. Please remember to check out when leaving.',
  ],
  notCheckedIn: [
    'conflict',
    '还没有签到，不能签退。请先签到，或请队长代为登记。',
    '還沒有簽到，不能簽退。請先簽到，或請隊長代為登記。',
    'There is no check-in to check out from. Please check in first, or ask the team leader to enter it.',
  ],
  alreadyConfirmed: [
    'conflict',
    '这次服务已经确认，不能再改。如有错误，请联系社区协调员更正。',
    '這次服務已經確認，不能再改。如有錯誤，請聯絡社區協調員更正。',
    'This service has been confirmed and is closed. If it is wrong, please ask the community coordinator to correct it.',
  ],
  notConfirmed: [
    'conflict',
    '这次服务还没有确认，没有可以撤销的记录。请刷新页面查看。',
    '這次服務還沒有確認，沒有可以撤銷的記錄。請重新整理頁面查看。',
    'This service is not confirmed, so there is no record to take back. Please reload the page.',
  ],
  notLeft: [
    'conflict',
    '还没有签退，不能确认。请先登记离开时间。',
    '還沒有簽退，不能確認。請先登記離開時間。',
    'There is no check-out yet. Please enter when this person left, then confirm.',
  ],
  ownAttendance: [
    'forbidden',
    '自己的考勤要由别人登记和确认，请找另一位队长或社区协调员。',
    '自己的考勤要由別人登記和確認，請找另一位隊長或社區協調員。',
    'Nobody enters or confirms their own attendance. Please ask another leader or the community coordinator.',
  ],
  notHere: [
    'conflict',
    '这位志愿者没有报名这个班次，不能登记。请先让本人报名。',
    '這位志願者沒有報名這個班次，不能登記。請先讓本人報名。',
    'This volunteer has no place in the shift. Please let them sign up first.',
  ],
  entryInFuture: [
    'invalid',
    '不能登记还没到的时间，请改成现在或之前的时间。',
    '不能登記還沒到的時間，請改成現在或之前的時間。',
    'A time to come cannot be entered. Please give the time now, or an earlier one.',
  ],
  entryOutOfOrder: [
    'invalid',
    '登记的时间要在 {after} 之后，请改一下。',
    '登記的時間要在 {after} 之後，請改一下。',
    'The time must lie after {after}. Please change it.',
  ],
  entryTooLate: [
    'conflict',
    '代为登记已于 {closedAt} 截止，请联系社区协调员。',
    '代為登記已於 {closedAt} 截止，請聯絡社區協調員。',
    'Entering for others closed at {closedAt}. Please ask the community coordinator.',
  ],
  nothingToCount: [
    'conflict',
    '班次时间内没有可以计入的时间，不能确认。如果漏登了一段，请先登记签到和签退。',
    '班次時間內沒有可以計入的時間，不能確認。如果漏登了一段，請先登記簽到和簽退。',
    'No time inside the shift counts here, so there is nothing to confirm. If a stay is missing, please enter it first.',
  ],
  dayNeedsApproval: [
    'conflict',
    '加上这次，当天共 {minutes} 分钟，超过 8 小时，要由社区或街道协调员确认。考勤已保留，请通知协调员。',
    '加上這次，當天共 {minutes} 分鐘，超過 8 小時，要由社區或街道協調員確認。考勤已保留，請通知協調員。',
    'This makes {minutes} minutes on one day, over 8 hours: a coordinator must confirm it. Nothing is lost; please tell one.',
  ],
  dayNeedsDistrict: [
    'conflict',
    '加上这次，当天共 {minutes} 分钟，超过 12 小时，要由区协调员确认。考勤已保留，请通知区协调员。',
    '加上這次，當天共 {minutes} 分鐘，超過 12 小時，要由區協調員確認。考勤已保留，請通知區協調員。',
    'This makes {minutes} minutes on one day, over 12 hours: a district coordinator must confirm it. Please tell one.',
  ],
});
