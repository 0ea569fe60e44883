import type { NoticeKind } from '../notice.ts';
import type { NoticeText } from './notice-text.ts';

/** What people are told of places that are handed over. */
export const handoverTexts = {
  handoverOffered: {
    heading: { 'zh-Hans': '请您替个班', 'zh-Hant': '請您替個班', en: 'Could you stand in?' },
    body: {
      'zh-Hans': '{name}来不了{title}（{startsAt}），想请人替班。能来的话请点开接下，先到先得。',
      'zh-Hant': '{name}來不了{title}（{startsAt}），想請人替班。能來的話請點開接下，先到先得。',
      en: '{name} cannot come to {title} ({startsAt}) and looks for somebody. If you can, please open this and take the place: the first has it.',
    },
  },
  swapOffered: {
    heading: { 'zh-Hans': '有人想和您换班', 'zh-Hant': '有人想和您換班', en: 'Somebody would like to swap' },
    body: {
      'zh-Hans': '{name}想用{title}（{startsAt}）和您换一个班。请点开看看，答应或婉拒都可以。',
      'zh-Hant': '{name}想用{title}（{startsAt}）和您換一個班。請點開看看，答應或婉拒都可以。',
      en: '{name} would like to swap {title} ({startsAt}) for a shift of yours. Please have a look; you may say yes or no.',
    },
  },
  handoverByLeader: {
    heading: {
      'zh-Hans': '队长在帮您找人替班',
      'zh-Hant': '隊長在幫您找人替班',
      en: 'Your leader looks for a substitute',
    },
    body: {
      'zh-Hans': '{title}（{startsAt}）有人接之前，名额还是您的，没人接请照常来。能来的话可以收回。',
      'zh-Hant': '{title}（{startsAt}）有人接之前，名額還是您的，沒人接請照常來。能來的話可以收回。',
      en: 'The place in {title} ({startsAt}) stays yours until somebody takes it; until then please come. If you can come, you may withdraw this.',
    },
  },
  handoverTaken: {
    heading: { 'zh-Hans': '有人替您了', 'zh-Hant': '有人替您了', en: 'Somebody has taken your place' },
    body: {
      'zh-Hans': '{name}接下了{title}（{startsAt}），您不用来了。记得说声谢谢。',
      'zh-Hant': '{name}接下了{title}（{startsAt}），您不用來了。記得說聲謝謝。',
      en: '{name} has taken {title} ({startsAt}), so you need not come. A word of thanks would be nice.',
    },
  },
  handoverDeclined: {
    heading: { 'zh-Hans': '对方接不了', 'zh-Hant': '對方接不了', en: 'The answer is no' },
    body: {
      'zh-Hans': '{name}接不了{title}（{startsAt}），名额还是您的。可以再问问别的队友。',
      'zh-Hant': '{name}接不了{title}（{startsAt}），名額還是您的。可以再問問別的隊友。',
      en: '{name} cannot take {title} ({startsAt}), so the place is still yours. You can ask somebody else.',
    },
  },
  handoverLapsed: {
    heading: { 'zh-Hans': '没有人接，请照常来', 'zh-Hant': '沒有人接，請照常來', en: 'Nobody took it: please come' },
    body: {
      'zh-Hans': '{title}（{startsAt}）报名已截止，没有人接，名额还是您的。实在来不了请马上告诉队长。',
      'zh-Hant': '{title}（{startsAt}）報名已截止，沒有人接，名額還是您的。實在來不了請馬上告訴隊長。',
      en: 'Sign-up for {title} ({startsAt}) has closed and nobody took your place, so it is yours. If you really cannot come, please tell the leader at once.',
    },
  },
  handoverWithdrawn: {
    heading: { 'zh-Hans': '不用替班了', 'zh-Hant': '不用替班了', en: 'No substitute is needed' },
    body: {
      'zh-Hans': '{title}（{startsAt}）不用找人替了，谢谢您。',
      'zh-Hant': '{title}（{startsAt}）不用找人替了，謝謝您。',
      en: 'Nobody is looked for any more for {title} ({startsAt}). Thank you.',
    },
  },
  memberHandsOver: {
    heading: { 'zh-Hans': '有队员在找人替班', 'zh-Hant': '有隊員在找人替班', en: 'A member looks for a substitute' },
    body: {
      'zh-Hans': '{name}想让出{title}（{startsAt}）的名额，有人接之前仍由本人负责。详情见班次页。',
      'zh-Hant': '{name}想讓出{title}（{startsAt}）的名額，有人接之前仍由本人負責。詳情見班次頁。',
      en: '{name} would like to hand over a place in {title} ({startsAt}) and has it until somebody takes it. The page of the shift shows how it stands.',
    },
  },
  memberHandedOver: {
    heading: { 'zh-Hans': '替班换好了', 'zh-Hant': '替班換好了', en: 'A substitute is found' },
    body: {
      'zh-Hans': '{title}（{startsAt}）：{taker}接替了{name}。',
      'zh-Hant': '{title}（{startsAt}）：{taker}接替了{name}。',
      en: '{title} ({startsAt}): {taker} comes in the place of {name}.',
    },
  },
} satisfies Partial<Record<NoticeKind, NoticeText>>;
