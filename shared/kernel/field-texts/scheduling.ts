import type { Text } from '../language.ts';

/** Beside the fields of activities, shifts and series. */
export const shiftTexts: Readonly<Record<string, Text>> = {
  'activity.backEntryTitle': {
    'zh-Hans': '活动名称不能含“补录”，补登时间请走补录流程。',
    'zh-Hant': '活動名稱不能含「補錄」，補登時間請走補錄流程。',
    en: 'A title may not contain 补录. Hours are entered afterwards through their own procedure.',
  },
  'shift.notInFuture': {
    'zh-Hans': '开始时间要晚于现在。',
    'zh-Hant': '開始時間要晚於現在。',
    en: 'The start must lie in the future.',
  },
  'shift.endsBeforeStart': {
    'zh-Hans': '结束时间要晚于开始时间。',
    'zh-Hant': '結束時間要晚於開始時間。',
    en: 'The end must come after the start.',
  },
  'shift.tooLong': {
    'zh-Hans': '一个班次最长 {maximum} 小时，请分成几个班次。',
    'zh-Hant': '一個班次最長 {maximum} 小時，請分成幾個班次。',
    en: 'A shift may last {maximum} hours at most. Please make several shifts.',
  },
  'shift.nowIs': {
    'zh-Hans': '刚才有人改成了：{value}',
    'zh-Hant': '剛才有人改成了：{value}',
    en: 'Somebody has just made this: {value}',
  },
  'shift.nowEmpty': {
    'zh-Hans': '刚才有人清空了这一项。',
    'zh-Hant': '剛才有人清空了這一項。',
    en: 'Somebody has just emptied this.',
  },
  'shift.nowOther': {
    'zh-Hans': '刚才有人改了这一项，刷新后可以看到。',
    'zh-Hant': '剛才有人改了這一項，重新整理後可以看到。',
    en: 'Somebody has just changed this, as you see after reloading.',
  },
  'shift.closingFixed': {
    'zh-Hans': '已经发布的班次，报名截止时间不能再改。',
    'zh-Hant': '已經發佈的班次，報名截止時間不能再改。',
    en: 'Once a shift is published, the end of sign-up stays as it is.',
  },
  'shift.roleTwice': {
    'zh-Hans': '已经有名为“{name}”的岗位，请换一个名称，或合并成一个岗位。',
    'zh-Hant': '已經有名為「{name}」的崗位，請換一個名稱，或合併成一個崗位。',
    en: 'There is a role “{name}” already. Please choose another name, or make them one role.',
  },
  'shift.rolesDiffer': {
    'zh-Hans': '各岗位的名额加起来是 {sum}，请让总名额与它一致。',
    'zh-Hant': '各崗位的名額加起來是 {sum}，請讓總名額與它一致。',
    en: 'The places of all roles make {sum}. Please give that many places in total.',
  },
  'shift.teamFirstTooLong': {
    'zh-Hans': '本队优先要在报名截止之前结束，好让其他人也能报名。',
    'zh-Hant': '本隊優先要在報名截止之前結束，好讓其他人也能報名。',
    en: 'The team can come first only until sign-up closes, so that others have a chance too.',
  },
  'shift.closesAfterStart': {
    'zh-Hans': '报名截止时间不能晚于班次开始。',
    'zh-Hant': '報名截止時間不能晚於班次開始。',
    en: 'Sign-up cannot close later than the shift begins.',
  },
  'series.clock': {
    'zh-Hans': '请填写时间，例如 19:30。',
    'zh-Hant': '請填寫時間，例如 19:30。',
    en: 'Please give a time such as 19:30.',
  },
  'series.fromPast': {
    'zh-Hans': '开始日期不能早于今天。',
    'zh-Hant': '開始日期不能早於今天。',
    en: 'The first day cannot lie in the past.',
  },
  'series.endsBeforeBegin': {
    'zh-Hans': '最后一天不能早于第一天。',
    'zh-Hant': '最後一天不能早於第一天。',
    en: 'The last day cannot come before the first.',
  },
  'series.neverHappens': {
    'zh-Hans': '这样选一天也排不上，请换星期，或改节假日的做法。',
    'zh-Hant': '這樣選一天也排不上，請換星期，或改節假日的做法。',
    en: 'Chosen like this, it would never take place. Please choose other weekdays, or another rule for holidays.',
  },
  'series.tooMany': {
    'zh-Hans': '一个系列最多 {maximum} 次。请把最后一天提前，或不填最后一天。',
    'zh-Hant': '一個系列最多 {maximum} 次。請把最後一天提前，或不填最後一天。',
    en: 'A series has at most {maximum} dates. Please choose an earlier last day, or leave it empty.',
  },
  'leave.past': {
    'zh-Hans': '请假不能从过去的日子开始。',
    'zh-Hant': '請假不能從過去的日子開始。',
    en: 'Leave cannot begin in the past.',
  },
  'leave.endsBeforeBegin': {
    'zh-Hans': '请假的最后一天不能早于第一天。',
    'zh-Hant': '請假的最後一天不能早於第一天。',
    en: 'The last day of leave cannot come before the first.',
  },
};
