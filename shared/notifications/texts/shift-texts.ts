import type { NoticeKind } from '../notice.ts';
import type { NoticeText } from './notice-text.ts';

/** What people are told of shifts and places in them. */
export const shiftTexts = {
  signedUp: {
    heading: { 'zh-Hans': '报名成功', 'zh-Hant': '報名成功', en: 'You have a place' },
    body: {
      'zh-Hans': '{title}，{startsAt} 开始，集合地点：{place}。不能来请尽早取消。',
      'zh-Hant': '{title}，{startsAt} 開始，集合地點：{place}。不能來請盡早取消。',
      en: '{title} begins on {startsAt} at {place}. If you cannot come, please cancel early.',
    },
  },
  signUpCancelled: {
    heading: { 'zh-Hans': '报名已取消', 'zh-Hant': '報名已取消', en: 'Your place is given back' },
    body: {
      'zh-Hans': '{title}（{startsAt}）已取消报名。欢迎看看其他班次。',
      'zh-Hant': '{title}（{startsAt}）已取消報名。歡迎看看其他班次。',
      en: 'You are no longer signed up for {title} ({startsAt}). Other shifts are open to you.',
    },
  },
  memberReleased: {
    heading: { 'zh-Hans': '有队员退出班次', 'zh-Hant': '有隊員退出班次', en: 'Somebody is out of a shift' },
    body: {
      'zh-Hans': '{name}的“{skill}”资格不再有效，已退出{title}（{startsAt}），名额给了候补。请看看人手够不够。',
      'zh-Hant': '{name}的「{skill}」資格不再有效，已退出{title}（{startsAt}），名額給了候補。請看看人手夠不夠。',
      en: 'The qualification of {name} ({skill}) is no longer in force. The place in {title} ({startsAt}) is open again; please look at the staffing.',
    },
  },
  cancelledLate: {
    heading: { 'zh-Hans': '有人临时不能来', 'zh-Hant': '有人臨時不能來', en: 'Somebody cannot come after all' },
    body: {
      'zh-Hans': '{name}退出了{title}（{startsAt}），原因：{reason}。请看看人手够不够。',
      'zh-Hant': '{name}退出了{title}（{startsAt}），原因：{reason}。請看看人手夠不夠。',
      en: '{name} is out of {title} ({startsAt}), because: {reason}. Please look at the staffing.',
    },
  },
  placeWithdrawn: {
    heading: { 'zh-Hans': '班次名额减少了', 'zh-Hant': '班次名額減少了', en: 'Fewer places in a shift' },
    body: {
      'zh-Hans': '{title}（{startsAt}）减少了名额，您的报名已取消。原因：{reason}',
      'zh-Hant': '{title}（{startsAt}）減少了名額，您的報名已取消。原因：{reason}',
      en: '{title} ({startsAt}) has fewer places now, and yours is no longer there, because: {reason}',
    },
  },
  shiftCalledOff: {
    heading: { 'zh-Hans': '班次取消了', 'zh-Hant': '班次取消了', en: 'The shift is called off' },
    body: {
      'zh-Hans': '{title}（{startsAt}）不办了，请不用过来。原因：{reason}',
      'zh-Hant': '{title}（{startsAt}）不辦了，請不用過來。原因：{reason}',
      en: '{title} ({startsAt}) will not be held, so please do not come. The reason: {reason}',
    },
  },
  shiftMessage: {
    heading: { 'zh-Hans': '队长有话对您说', 'zh-Hant': '隊長有話對您說', en: 'A word from your team leader' },
    body: {
      'zh-Hans': '{title}（{startsAt}）：{text}',
      'zh-Hant': '{title}（{startsAt}）：{text}',
      en: '{title} ({startsAt}): {text}',
    },
  },
  seatOffered: {
    heading: { 'zh-Hans': '有名额了', 'zh-Hant': '有名額了', en: 'A place is free for you' },
    body: {
      'zh-Hans': '{title}（{startsAt}）为您留了一个名额，请在 {until} 前确认。',
      'zh-Hant': '{title}（{startsAt}）為您留了一個名額，請在 {until} 前確認。',
      en: 'A place in {title} ({startsAt}) is held for you. Please accept it before {until}.',
    },
  },
  offerLapsed: {
    heading: { 'zh-Hans': '名额已让给下一位', 'zh-Hant': '名額已讓給下一位', en: 'The place went to the next in line' },
    body: {
      'zh-Hans': '{title}（{startsAt}）的名额没有及时确认。想参加可以再加入候补。',
      'zh-Hant': '{title}（{startsAt}）的名額沒有及時確認。想參加可以再加入候補。',
      en: 'The place in {title} ({startsAt}) was not accepted in time. You can join the waitlist again.',
    },
  },
  waitlistClosed: {
    heading: { 'zh-Hans': '候补没有等到名额', 'zh-Hant': '候補沒有等到名額', en: 'No place became free' },
    body: {
      'zh-Hans': '{title}（{startsAt}）报名已截止，没有空出名额。请看看其他班次。',
      'zh-Hant': '{title}（{startsAt}）報名已截止，沒有空出名額。請看看其他班次。',
      en: 'Sign-up for {title} ({startsAt}) has closed without a free place. Please look at other shifts.',
    },
  },
  placeMoved: {
    heading: { 'zh-Hans': '班次时间改了', 'zh-Hant': '班次時間改了', en: 'The time of a shift has changed' },
    body: {
      'zh-Hans': '{title}改到 {startsAt}，集合地点：{place}，您的名额跟着过去了。不能来请尽早取消。',
      'zh-Hant': '{title}改到 {startsAt}，集合地點：{place}，您的名額跟著過去了。不能來請盡早取消。',
      en: '{title} is now at {startsAt}, at {place}. Your place went along; if you cannot come, please cancel early.',
    },
  },
  shiftRelocated: {
    heading: { 'zh-Hans': '班次地点改了', 'zh-Hant': '班次地點改了', en: 'A shift meets elsewhere' },
    body: {
      'zh-Hans': '{title}（{startsAt}）的集合地点由“{before}”改为“{place}”。时间不变；不能来请尽早取消。',
      'zh-Hant': '{title}（{startsAt}）的集合地點由「{before}」改為「{place}」。時間不變；不能來請盡早取消。',
      en: '{title} ({startsAt}) does not meet at {before} any more, but at {place}. The time stays; if you cannot come, please cancel early.',
    },
  },
  shiftReminder: {
    heading: { 'zh-Hans': '班次快到了', 'zh-Hant': '班次快到了', en: 'Your shift is near' },
    body: {
      'zh-Hans': '{title}，{startsAt} 开始，集合地点：{place}。不能来请现在取消，好让别人补上。',
      'zh-Hant': '{title}，{startsAt} 開始，集合地點：{place}。不能來請現在取消，好讓別人補上。',
      en: '{title} begins on {startsAt} at {place}. If you cannot come, please cancel now, so that somebody else can.',
    },
  },
  shiftUnderstaffed: {
    heading: { 'zh-Hans': '班次还缺人', 'zh-Hant': '班次還缺人', en: 'A shift is short of people' },
    body: {
      'zh-Hans': '{title}（{startsAt}）还差 {free} 人。可以在队里招呼一声，或调整名额。',
      'zh-Hant': '{title}（{startsAt}）還差 {free} 人。可以在隊裡招呼一聲，或調整名額。',
      en: '{title} ({startsAt}) still has {free} free places. You could ask around in the team, or change the places.',
    },
  },
  teamDigest: {
    heading: { 'zh-Hans': '今日队务小结', 'zh-Hant': '今日隊務小結', en: 'Your teams today' },
    body: {
      'zh-Hans': '{day}：今后两天有 {shifts} 个班次，其中 {understaffed} 个还缺人，共差 {free} 人。',
      'zh-Hant': '{day}：今後兩天有 {shifts} 個班次，其中 {understaffed} 個還缺人，共差 {free} 人。',
      en: '{day}: {shifts} shifts in the next two days, {understaffed} of them short of people, {free} places free.',
    },
  },
} satisfies Partial<Record<NoticeKind, NoticeText>>;
