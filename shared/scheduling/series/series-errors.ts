import { defineErrors } from '../../kernel/errors.ts';

/** Why a series cannot be changed, or be joined. */
export const seriesErrors = defineErrors('series', {
  changedMeanwhile: [
    'conflict',
    '{who} 在 {at} 刚改过这个系列（{what}）。请看过最新的安排，再决定要不要改。',
    '{who} 在 {at} 剛改過這個系列（{what}）。請看過最新的安排，再決定要不要改。',
    '{who} changed this series at {at} ({what}). Please look at how it stands now, and then decide what to change.',
  ],
  misfitsUndecided: [
    'conflict',
    '有 {people} 人在 {dates} 个日期上不再合适。请选：通知他们并空出名额，或那几天保持原来的时间。',
    '有 {people} 人在 {dates} 個日期上不再合適。請選：通知他們並空出名額，或那幾天保持原來的時間。',
    '{people} people on {dates} dates no longer fit. Please choose: tell them and free their places, or leave those dates as they are.',
  ],
  noSuchDate: [
    'conflict',
    '这个系列在那一天没有班次，或已经开始。请刷新页面，选别的日期。',
    '這個系列在那一天沒有班次，或已經開始。請重新整理頁面，選別的日期。',
    'The series has no date on that day, or it has begun. Please reload the page and choose another one.',
  ],
});

/** Why somebody cannot become a regular of a series, or stop being one. */
export const regularErrors = defineErrors('regular', {
  already: [
    'conflict',
    '已经申请、受邀或是固定成员了，请刷新页面查看。',
    '已經申請、受邀或是固定成員了，請重新整理頁面查看。',
    'There is a request, an invitation or a regular place already. Please reload the page.',
  ],
  none: [
    'conflict',
    '现在没有固定报名，请刷新页面查看。',
    '現在沒有固定報名，請重新整理頁面查看。',
    'There is no regular place now. Please reload the page.',
  ],
  notWaiting: [
    'conflict',
    '这件事已经有答复了，请刷新页面查看。',
    '這件事已經有答覆了，請重新整理頁面查看。',
    'This has been answered already. Please reload the page.',
  ],
  notPaused: [
    'conflict',
    '固定报名没有暂停，请刷新页面查看。',
    '固定報名沒有暫停，請重新整理頁面查看。',
    'The regular place is not paused. Please reload the page.',
  ],
  notActive: [
    'conflict',
    '登记还没有通过或已暂停，不能固定报名。请先联系所在社区。',
    '登記還沒有通過或已暫停，不能固定報名。請先聯絡所在社區。',
    'The registration does not allow signing up now. Please ask the community office first.',
  ],
  tooMany: [
    'conflict',
    '这个系列的固定成员已满，可以单独报名每个班次。',
    '這個系列的固定成員已滿，可以單獨報名每個班次。',
    'This series has all the regulars it can take. You can sign up for single shifts.',
  ],
  tooManyLeaves: [
    'conflict',
    '请假最多记 {most} 条，请先删去用过的。',
    '請假最多記 {most} 條，請先刪去用過的。',
    'At most {most} leaves can be noted. Please take out old ones first.',
  ],
  pausedByNoShows: [
    'conflict',
    '固定报名已暂停，请先和队长联系，由队长恢复。',
    '固定報名已暫停，請先和隊長聯絡，由隊長恢復。',
    'The regular place is paused. Please talk with the team leader, who can resume it.',
  ],
});
