import { defineErrors } from '../../kernel/errors.ts';

/** Refusals about supervision. */
export const supervisionErrors = defineErrors('careSupervision', {
  changed: [
    'conflict',
    '督导安排刚刚有变动，请刷新页面看最新情况，再做一次。',
    '督導安排剛剛有變動，請重新整理頁面看最新情況，再做一次。',
    'The supervision has just changed. Please reload the page, see how it stands, and do this again.',
  ],
  cannotSupervise: [
    'conflict',
    '这位现在不能督导这里的心理志愿者。请对方先在“我的督导”留下称呼和电话，或另选一位。',
    '這位現在不能督導這裡的心理志願者。請對方先在「我的督導」留下稱呼和電話，或另選一位。',
    'This person cannot supervise here. Ask her to leave a name and a phone under “My supervising” first, or choose another.',
  ],
  herself: [
    'conflict',
    '不能督导自己，请另选一位督导。',
    '不能督導自己，請另選一位督導。',
    'Nobody supervises herself. Please choose another supervisor.',
  ],
  oneIsPlanned: [
    'conflict',
    '已经约好一次督导，请先记下那一次的结果，再约下一次。',
    '已經約好一次督導，請先記下那一次的結果，再約下一次。',
    'A supervision session is planned already. Please tell how it went, then plan the next.',
  ],
  time: [
    'invalid',
    '督导要约在从现在起 90 天之内，请换一个时间。',
    '督導要約在從現在起 90 天之內，請換一個時間。',
    'A supervision session is planned from now on and within 90 days. Please choose another time.',
  ],
  notYet: [
    'conflict',
    '这次督导还没有开始，开始以后再记。',
    '這次督導還沒有開始，開始以後再記。',
    'This session has not begun yet. Please tell how it went once it has.',
  ],
  noSupervisor: [
    'conflict',
    '您还没有督导。请联系督导负责人，安排一位督导。',
    '您還沒有督導。請聯絡督導負責人，安排一位督導。',
    'You have no supervisor yet. Please ask the lead supervisor to give you one.',
  ],
});
