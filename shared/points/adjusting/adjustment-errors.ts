import { defineErrors } from '../../kernel/errors.ts';

export const adjustmentErrors = defineErrors('adjustment', {
  nobody: [
    'conflict',
    '没有志愿者用这个编号，请对照志愿者证再输一次。',
    '沒有志願者用這個編號，請對照志願者證再輸一次。',
    'No volunteer has this number. Please compare it with the volunteer card and enter it again.',
  ],
  ownPoints: [
    'conflict',
    '不能调整自己的积分，请由另一位协调员来办。',
    '不能調整自己的積分，請由另一位協調員處理。',
    'You cannot adjust your own points. Please ask another coordinator.',
  ],
  overLimit: [
    'conflict',
    '您一次最多可以调整 {most} 分，更多的请由上一级协调员来办。',
    '您一次最多可以調整 {most} 分，更多的請由上一級協調員處理。',
    'You may adjust by at most {most} points at once. Please ask a coordinator of the level above for more.',
  ],
  overMonth: [
    'conflict',
    '您这个月调整积分（提出和批准合计）最多 {most} 分，还可以调整 {left} 分。请减少，或由上一级协调员来办。',
    '您這個月調整積分（提出和批准合計）最多 {most} 分，還可以調整 {left} 分。請減少，或由上一級協調員處理。',
    'You may move at most {most} points in a month, asking and approving together; {left} are left. Please move fewer, or ask a coordinator of the level above.',
  ],
  receiverOverMonth: [
    'conflict',
    '这位志愿者这个月最多可以调整 {most} 分，还剩 {left} 分。请否决，再按余量提出，或等到下个月。',
    '這位志願者這個月最多可以調整 {most} 分，還剩 {left} 分。請否決，再按餘量提出，或等到下個月。',
    'At most {most} points of one volunteer are moved in a month; {left} are left. Please decline and ask for fewer, or wait until next month.',
  ],
  secondPersonNeeded: [
    'conflict',
    '提出的人不能自己批准，请由另一位协调员决定。',
    '提出的人不能自己批准，請由另一位協調員決定。',
    'Whoever asked for an adjustment cannot approve it. Please leave it to another coordinator.',
  ],
  alreadyDecided: [
    'conflict',
    '这项调整已经有人决定了，请刷新页面查看。',
    '這項調整已經有人決定了，請重新整理頁面查看。',
    'Somebody has decided on this adjustment already. Please load the page again.',
  ],
  tooFewPoints: [
    'conflict',
    '对方现在有 {balance} 分，不够扣。请否决，再按余额重新提出。',
    '對方現在有 {balance} 分，不夠扣。請否決，再按餘額重新提出。',
    'The volunteer has {balance} points, which is fewer than that. Please decline and ask for less.',
  ],
  noRoom: [
    'conflict',
    '对方的账户还能放 {room} 分，放不下这么多。请否决，再按余量重新提出。',
    '對方的帳戶還能放 {room} 分，放不下這麼多。請否決，再按餘量重新提出。',
    'The account has room for {room} more points only. Please decline and ask for less.',
  ],
});
