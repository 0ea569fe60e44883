import { defineErrors } from '../kernel/errors.ts';

/** Why somebody cannot be marked as not having come, or a mark cannot be contested or decided. */
export const noShowErrors = defineErrors('noShow', {
  notOverYet: [
    'conflict',
    '班次 {endsAt} 才结束，结束后才能标记没来的人。人到了请先登记签到。',
    '班次 {endsAt} 才結束，結束後才能標記沒來的人。人到了請先登記簽到。',
    'The shift ends at {endsAt}. Please mark who did not come after that; who is there can be checked in now.',
  ],
  tooLate: [
    'conflict',
    '标记已于 {closedAt} 截止，不能再改。有需要请和本人谈一谈。',
    '標記已於 {closedAt} 截止，不能再改。有需要請和本人談一談。',
    'Marking closed at {closedAt}, and marks stay as they are. If need be, please talk to the person.',
  ],
  noPlace: [
    'conflict',
    '这位志愿者没有这个班次的名额，不能标记。请刷新页面查看名单。',
    '這位志願者沒有這個班次的名額，不能標記。請重新整理頁面查看名單。',
    'This volunteer has no place in the shift, so there is nothing to mark. Please reload the list.',
  ],
  wasThere: [
    'conflict',
    '这位志愿者有签到记录，不能标记没来。记录不对的话，请在考勤里处理。',
    '這位志願者有簽到記錄，不能標記沒來。記錄不對的話，請在考勤裡處理。',
    'There is a check-in of this volunteer. If it is wrong, please deal with it under attendance.',
  ],
  alreadyMarked: [
    'conflict',
    '已经标记过了，请刷新页面查看。',
    '已經標記過了，請重新整理頁面查看。',
    'This has been marked already. Please reload the page.',
  ],
  notMarked: [
    'conflict',
    '没有可以收回的标记，请刷新页面查看。',
    '沒有可以收回的標記，請重新整理頁面查看。',
    'There is no mark to take back. Please reload the page.',
  ],
  cannotContest: [
    'conflict',
    '这条标记不能再提出异议了。有疑问请联系队长或社区协调员。',
    '這條標記不能再提出異議了。有疑問請聯絡隊長或社區協調員。',
    'This mark can no longer be contested. If in doubt, please ask the team leader or the community coordinator.',
  ],
  notContested: [
    'conflict',
    '这条异议已经处理过了，请刷新页面查看。',
    '這條異議已經處理過了，請重新整理頁面查看。',
    'This has been decided already. Please reload the page.',
  ],
  decidedByAnother: [
    'forbidden',
    '标记的人和本人都不能处理这条异议，请找另一位协调员。',
    '標記的人和本人都不能處理這條異議，請找另一位協調員。',
    'Neither who marked it nor the person can decide this. Please ask another coordinator.',
  ],
  notPaused: [
    'conflict',
    '这位队员的定期报名没有暂停，请刷新页面查看。',
    '這位隊員的定期報名沒有暫停，請重新整理頁面查看。',
    'The standing sign-ups of this member are not paused. Please reload the page.',
  ],
});
