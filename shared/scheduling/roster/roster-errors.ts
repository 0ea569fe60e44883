import { defineErrors } from '../../kernel/errors.ts';

/** Why a week's roster cannot be worked out, changed or sent. */
export const rosterErrors = defineErrors('roster', {
  weekOver: [
    'conflict',
    '这一周已经过去，请选本周或以后的周。',
    '這一週已經過去，請選本週或以後的週。',
    'That week is over. Please choose this week or a later one.',
  ],
  underWay: [
    'conflict',
    '正在排班，请等结果出来，或先停止。',
    '正在排班，請等結果出來，或先停止。',
    'The roster is being worked out. Please wait for it, or stop it first.',
  ],
  notUnderWay: [
    'conflict',
    '现在没有在排班，请刷新页面查看。',
    '現在沒有在排班，請重新整理頁面查看。',
    'No roster is being worked out. Please reload the page.',
  ],
  notReady: [
    'conflict',
    '还没有可以发送的排班，请先排班。',
    '還沒有可以發送的排班，請先排班。',
    'There is no roster to send yet. Please have it worked out first.',
  ],
  cannotServe: [
    'conflict',
    '{name}不能排这个班次：{reason}。请换一个人或另一个班次。',
    '{name}不能排這個班次：{reason}。請換一個人或另一個班次。',
    '{name} cannot be put into this shift: {reason}. Please choose somebody else, or another shift.',
  ],
  notMember: [
    'conflict',
    '这个人不是这支服务队的队员。请从队员名单里选。',
    '這個人不是這支服務隊的隊員。請從隊員名單裡選。',
    'This person is no member of the team of the shift. Please choose one from the list of members.',
  ],
  noPlaceLeft: [
    'conflict',
    '这个班次的空位都有人选了。请先去掉一位，再加人。',
    '這個班次的空位都有人選了。請先去掉一位，再加人。',
    'All open places of this shift have somebody already. Please take one out first.',
  ],
  moved: [
    'conflict',
    '排班已有变动，请刷新页面后再试。',
    '排班已有變動，請重新整理頁面後再試。',
    'The roster has changed meanwhile. Please reload the page and try again.',
  ],
});

/** Why standing preferences cannot be changed. */
export const preferenceErrors = defineErrors('preference', {
  changed: [
    'conflict',
    '这些偏好刚在别的设备上改过，请刷新页面，再改一次。',
    '這些偏好剛在別的裝置上改過，請重新整理頁面，再改一次。',
    'These wishes were changed on another device just now. Please reload the page and change them again.',
  ],
});
