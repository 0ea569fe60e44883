import { defineErrors } from '../../kernel/errors.ts';

/** Why a leader cannot move or ask somebody on the board. */
export const boardErrors = defineErrors('board', {
  notThere: [
    'conflict',
    '这个人已经不在原来的班次里，请刷新页面查看。',
    '這個人已經不在原來的班次裡，請重新整理頁面查看。',
    'This person is not in that shift any more. Please reload the page.',
  ],
  cannotServe: [
    'conflict',
    '不能请{name}参加“{title}”：{reason}。请换一个人或另一个班次。',
    '不能請{name}參加「{title}」：{reason}。請換一個人或另一個班次。',
    '{name} cannot be asked for “{title}”: {reason}. Please choose somebody else, or another shift.',
  ],
  full: [
    'conflict',
    '“{title}”没有空位了。请先增加名额，或等有人退出。',
    '「{title}」沒有空位了。請先增加名額，或等有人退出。',
    '“{title}” has no free place. Please add places, or wait until somebody gives one up.',
  ],
  nobodyFits: [
    'conflict',
    '队里没有可以邀请的人了。请改时间，或请社区协调员帮忙找人。',
    '隊裡沒有可以邀請的人了。請改時間，或請社區協調員幫忙找人。',
    'Nobody else in the team can be asked. Please choose another time, or ask your coordinator for people.',
  ],
  nobodyThere: [
    'conflict',
    '这个班次还没有人，消息没有发出。请先邀请队员。',
    '這個班次還沒有人，訊息沒有發出。請先邀請隊員。',
    'Nobody is in this shift yet, so the message was not sent. Please ask members first.',
  ],
  otherTeam: [
    'conflict',
    '两个班次不是同一支服务队的，不能直接换。请选本队的班次。',
    '兩個班次不是同一支服務隊的，不能直接換。請選本隊的班次。',
    'The two shifts belong to different teams. Please choose a shift of the same team.',
  ],
});
