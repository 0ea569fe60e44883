import type { NoticeKind } from '../notice.ts';
import type { NoticeText } from './notice-text.ts';

export const pointsTexts = {
  pointsExpiring: {
    heading: { 'zh-Hans': '有积分快到期', 'zh-Hant': '有積分快到期', en: 'Some of your points will expire' },
    body: {
      'zh-Hans': '{points} 分到 {on} 就满 24 个月，会清零。可以在这之前兑换。志愿时不受影响。',
      'zh-Hant': '{points} 分到 {on} 就滿 24 個月，會清零。可以在這之前兌換。志願時不受影響。',
      en: '{points} points will be 24 months old on {on} and go then. You can redeem them before. Your hours stay.',
    },
  },
  pointsAdded: {
    heading: { 'zh-Hans': '补记了积分', 'zh-Hant': '補記了積分', en: 'Points were added' },
    body: {
      'zh-Hans': '经两位协调员核对，给您补记了 {points} 分，现有 {balance} 分。原因：{why}',
      'zh-Hant': '經兩位協調員核對，給您補記了 {points} 分，現有 {balance} 分。原因：{why}',
      en: 'Two coordinators agreed to add {points} points; you have {balance} now. The reason: {why}',
    },
  },
  pointsTaken: {
    heading: { 'zh-Hans': '扣减了积分', 'zh-Hant': '扣減了積分', en: 'Points were taken off' },
    body: {
      'zh-Hans': '经两位协调员核对，扣减了您 {points} 分，现有 {balance} 分。原因：{why}（有疑问请联系您的社区。）',
      'zh-Hant': '經兩位協調員核對，扣減了您 {points} 分，現有 {balance} 分。原因：{why}（有疑問請聯絡您的社區。）',
      en: 'Two coordinators agreed to take off {points} points; you have {balance} now. The reason: {why} (If it is not right, please contact your community.)',
    },
  },
  pointsGivenAway: {
    heading: { 'zh-Hans': '积分已经送出', 'zh-Hant': '積分已經送出', en: 'You gave points away' },
    body: {
      'zh-Hans': '您送了 {points} 分给 {name}。不是您本人操作的话，请马上联系您的社区。',
      'zh-Hant': '您送了 {points} 分給 {name}。不是您本人操作的話，請馬上聯絡您的社區。',
      en: 'You gave {points} points to {name}. If it was not you, please contact your community at once.',
    },
  },
  pointsReceived: {
    heading: { 'zh-Hans': '有人送您积分', 'zh-Hant': '有人送您積分', en: 'Somebody gave you points' },
    body: {
      'zh-Hans': '{name} 送了您 {points} 分，已经入账。',
      'zh-Hant': '{name} 送了您 {points} 分，已經入帳。',
      en: '{name} gave you {points} points. They are in your account.',
    },
  },
  pointsGivenToFund: {
    heading: { 'zh-Hans': '积分已经送给社区基金', 'zh-Hant': '積分已經送給社區基金', en: 'You gave points to a fund' },
    body: {
      'zh-Hans': '您送了 {points} 分给社区基金，谢谢！不是您本人操作的话，请马上联系您的社区。',
      'zh-Hant': '您送了 {points} 分給社區基金，多謝！不是您本人操作的話，請馬上聯絡您的社區。',
      en: 'You gave {points} points to a community fund. Thank you! If it was not you, please contact your community at once.',
    },
  },
  helpPlanned: {
    heading: {
      'zh-Hans': '请人帮忙的事有安排了',
      'zh-Hant': '請人幫忙的事有安排了',
      en: 'Your request became a shift',
    },
    body: {
      'zh-Hans': '您请街坊 {startsAt} 来帮忙，已经排成班次，街坊可以报名了。在“请街坊帮忙”可以看有没有人来。',
      'zh-Hant': '您請街坊 {startsAt} 來幫忙，已經排成班次，街坊可以報名了。在「請街坊幫忙」可以看有沒有人來。',
      en: 'The help that you asked for ({startsAt}) has become a shift, and people can sign up. “Ask for help” shows whether somebody comes.',
    },
  },
  helpSettled: {
    heading: {
      'zh-Hans': '请人帮忙的积分结清了',
      'zh-Hant': '請人幫忙的積分結清了',
      en: 'Points for help are settled',
    },
    body: {
      'zh-Hans': '{startsAt} 请街坊帮忙：付给来帮忙的人 {paid} 分，退回您 {back} 分。',
      'zh-Hant': '{startsAt} 請街坊幫忙：付給來幫忙的人 {paid} 分，退回您 {back} 分。',
      en: 'The help that you asked for ({startsAt}): {paid} points were paid to those who came, and {back} are yours again.',
    },
  },
  helpDeclined: {
    heading: {
      'zh-Hans': '请人帮忙的事安排不了',
      'zh-Hant': '請人幫忙的事安排不了',
      en: 'Nobody can be found to help',
    },
    body: {
      'zh-Hans': '您请街坊 {startsAt} 来帮忙，这次安排不了，{back} 分已经退回。在“请街坊帮忙”可以看原因。',
      'zh-Hant': '您請街坊 {startsAt} 來幫忙，這次安排不了，{back} 分已經退回。在「請街坊幫忙」可以看原因。',
      en: 'The help that you asked for ({startsAt}) cannot be arranged, and {back} points are yours again. “Ask for help” says why.',
    },
  },
  helpLapsed: {
    heading: {
      'zh-Hans': '请人帮忙的时间已过',
      'zh-Hant': '請人幫忙的時間已過',
      en: 'The time of your request is over',
    },
    body: {
      'zh-Hans': '您请街坊 {startsAt} 来帮忙，一直没有排上，{back} 分已经退回。可以换个时间再提。',
      'zh-Hant': '您請街坊 {startsAt} 來幫忙，一直沒有排上，{back} 分已經退回。可以換個時間再提。',
      en: 'The help that you asked for ({startsAt}) was not arranged in time, and {back} points are yours again. Please ask for another time.',
    },
  },
  helpCalledOff: {
    heading: {
      'zh-Hans': '帮忙的班次取消了',
      'zh-Hant': '幫忙的班次取消了',
      en: 'The shift that would help you is off',
    },
    body: {
      'zh-Hans': '您请街坊 {startsAt} 来帮忙的班次取消了，{back} 分已经退回。可以换个时间再提。',
      'zh-Hant': '您請街坊 {startsAt} 來幫忙的班次取消了，{back} 分已經退回。可以換個時間再提。',
      en: 'The shift for the help that you asked for ({startsAt}) was called off, and {back} points are yours again. Please ask for another time.',
    },
  },
  milestoneFirst: {
    heading: {
      'zh-Hans': '第一次服务，谢谢您！',
      'zh-Hant': '第一次服務，多謝您！',
      en: 'Your first service: thank you!',
    },
    body: {
      'zh-Hans': '您的第一次志愿服务已经记下。街坊们谢谢您。',
      'zh-Hant': '您的第一次志願服務已經記下。街坊們多謝您。',
      en: 'Your first volunteer service is on record. Your neighbours thank you.',
    },
  },
  milestoneHours: {
    heading: { 'zh-Hans': '服务时长里程碑', 'zh-Hant': '服務時數里程碑', en: 'A milestone in hours' },
    body: {
      'zh-Hans': '您的志愿服务满 {count} 小时了，街坊们谢谢您。',
      'zh-Hant': '您的志願服務滿 {count} 小時了，街坊們多謝您。',
      en: 'You have served for {count} hours. Your neighbours thank you.',
    },
  },
  milestoneYears: {
    heading: { 'zh-Hans': '志愿服务周年', 'zh-Hant': '志願服務週年', en: 'An anniversary' },
    body: {
      'zh-Hans': '从您第一次服务到今天已经 {count} 年，街坊们谢谢您。',
      'zh-Hant': '從您第一次服務到今天已經 {count} 年，街坊們多謝您。',
      en: 'Since your first service, this many years have gone by: {count}. Your neighbours thank you.',
    },
  },
} satisfies Partial<Record<NoticeKind, NoticeText>>;
