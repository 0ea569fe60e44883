import { defineErrors } from '../../kernel/errors.ts';

export const helpErrors = defineErrors('help', {
  notActive: [
    'conflict',
    '您的志愿者登记现在不是服务状态，请先联系社区协调员。',
    '您的志願者登記現在不是服務狀態，請先聯絡社區協調員。',
    'Your registration is not active at the moment. Please talk to the coordinator of your community first.',
  ],
  tooFewPoints: [
    'conflict',
    '要先存下 {points} 分，您现在有 {balance} 分。请减少时间或人数。',
    '要先存下 {points} 分，您現在有 {balance} 分。請減少時間或人數。',
    'This holds {points} points, and you have {balance}. Please ask for less time or fewer people.',
  ],
  tooMany: [
    'conflict',
    '您已经有 {most} 件请人帮忙的事没有结束，请等其中一件结束再提。',
    '您已經有 {most} 件請人幫忙的事沒有結束，請等其中一件結束再提。',
    'You have {most} requests that are not over yet. Please wait until one of them is.',
  ],
  tooSoon: [
    'conflict',
    '请至少提前 {hours} 小时提出，好让队长安排人手。',
    '請至少提前 {hours} 小時提出，好讓隊長安排人手。',
    'Please ask at least {hours} hours ahead, so that somebody can be found.',
  ],
  tooFar: [
    'conflict',
    '最多可以提前 {days} 天提出，请选近一些的日子。',
    '最多可以提前 {days} 天提出，請選近一些的日子。',
    'Please choose a day within the next {days} days.',
  ],
  notByDay: [
    'conflict',
    '时间要在同一天的 {from} 至 {to} 之间，请改一改。',
    '時間要在同一天的 {from} 至 {to} 之間，請改一改。',
    'Help is by day, between {from} and {to}. Please choose another time.',
  ],
  notOpen: [
    'conflict',
    '这件事已经有人处理了，请刷新页面查看。',
    '這件事已經有人處理了，請重新整理頁面查看。',
    'Somebody has dealt with this request already. Please load the page again.',
  ],
  begun: [
    'conflict',
    '约好的时间已经到了，不能再收回。没有用到的积分，结束后 {days} 天内退回。',
    '約好的時間已經到了，不能再收回。沒有用到的積分，結束後 {days} 天內退回。',
    'The time has come, so it cannot be taken back. Points that are not used come back within {days} days after the end.',
  ],
  ownHelp: [
    'conflict',
    '这是您自己提出的，要由另一位队长或协调员来安排。',
    '這是您自己提出的，要由另一位隊長或協調員來安排。',
    'You asked for this yourself. Please leave it to another leader or coordinator.',
  ],
  teamElsewhere: [
    'conflict',
    '这个服务队不在这个社区，也不在它的街道。请选当地的服务队。',
    '這個服務隊不在這個社區，也不在它的街道。請選當地的服務隊。',
    'This team belongs neither to that community nor to its street. Please choose a team from there.',
  ],
});
