import type { NoticeKind } from '../notice.ts';
import type { NoticeText } from './notice-text.ts';

/** What people are told of regular places. */
export const regularTexts = {
  standingRefused: {
    heading: {
      'zh-Hans': '这一次没有替您报上名',
      'zh-Hant': '這一次沒有替您報上名',
      en: 'You are not signed up for one date',
    },
    body: {
      'zh-Hans': '{title}（{startsAt}）没有替您报上：{why}',
      'zh-Hant': '{title}（{startsAt}）沒有替您報上：{why}',
      en: '{title} ({startsAt}): {why}',
    },
  },
  regularMissing: {
    heading: {
      'zh-Hans': '有固定成员这次来不了',
      'zh-Hant': '有固定成員這次來不了',
      en: 'A regular is missing on one date',
    },
    body: {
      'zh-Hans': '{name}没有报上{title}（{startsAt}）：{why}。请看看人手够不够。',
      'zh-Hant': '{name}沒有報上{title}（{startsAt}）：{why}。請看看人手夠不夠。',
      en: '{name} is not signed up for {title} ({startsAt}): {why}. Please look at the staffing.',
    },
  },
  regularAsked: {
    heading: { 'zh-Hans': '有人想成为固定成员', 'zh-Hant': '有人想成為固定成員', en: 'Somebody asks to be a regular' },
    body: {
      'zh-Hans': '{name}想固定参加{title}，请到“固定班次”答复。',
      'zh-Hant': '{name}想固定參加{title}，請到「固定班次」答覆。',
      en: '{name} would like to be a regular of {title}. Please answer on the page of the series.',
    },
  },
  regularInvited: {
    heading: {
      'zh-Hans': '队长邀请您成为固定成员',
      'zh-Hant': '隊長邀請您成為固定成員',
      en: 'You are invited to be a regular',
    },
    body: {
      'zh-Hans': '答应后，{title}每次新排的班次都会先替您报名。请到“我的固定班次”答复。',
      'zh-Hant': '答應後，{title}每次新排的班次都會先替您報名。請到「我的固定班次」答覆。',
      en: 'If you accept, you are signed up for each new shift of {title}. Please answer among your regular shifts.',
    },
  },
  regularJoined: {
    heading: { 'zh-Hans': '您是固定成员了', 'zh-Hant': '您是固定成員了', en: 'You are a regular now' },
    body: {
      'zh-Hans': '{title}每次新排的班次都会先替您报名；有事可以先请假，随时可以退出。',
      'zh-Hant': '{title}每次新排的班次都會先替您報名；有事可以先請假，隨時可以退出。',
      en: 'You are signed up for each new shift of {title}. You can note down days of leave, and stop at any time.',
    },
  },
  regularDeclined: {
    heading: { 'zh-Hans': '固定报名没有成', 'zh-Hant': '固定報名沒有成', en: 'No regular place this time' },
    body: {
      'zh-Hans': '{title}这次没有成为固定成员，仍可以单独报名每个班次。',
      'zh-Hant': '{title}這次沒有成為固定成員，仍可以單獨報名每個班次。',
      en: 'You are no regular of {title}; single shifts are still open to you.',
    },
  },
  regularResumed: {
    heading: { 'zh-Hans': '固定报名恢复了', 'zh-Hant': '固定報名恢復了', en: 'Your regular place goes on' },
    body: {
      'zh-Hans': '{title}又会替您报名了，欢迎回来。',
      'zh-Hant': '{title}又會替您報名了，歡迎回來。',
      en: 'You are signed up for {title} again. Welcome back!',
    },
  },
} satisfies Partial<Record<NoticeKind, NoticeText>>;
