import type { NoticeKind } from '../notice.ts';
import type { NoticeText } from './notice-text.ts';

/** What is told of figures of the house that the district changes. */
export const settingsTexts = {
  settingsProposed: {
    heading: { 'zh-Hans': '有人提出改设置', 'zh-Hant': '有人提出改設定', en: 'A change of settings waits for you' },
    body: {
      'zh-Hans': '系统管理员想改“{settings}”里的数。请在协调员首页的“设置”里看理由，再决定。',
      'zh-Hant': '系統管理員想改「{settings}」裡的數。請在協調員首頁的「設定」裡看理由，再決定。',
      en: 'The system administrator would like other figures under “{settings}”. Please read why under “Settings” on your home page, and decide.',
    },
  },
  settingsApproved: {
    heading: { 'zh-Hans': '改设置已批准', 'zh-Hant': '改設定已批准', en: 'Your change of settings is approved' },
    body: {
      'zh-Hans': '您提出改“{settings}”，已经批准，{since} 起实行。',
      'zh-Hant': '您提出改「{settings}」，已經批准，{since} 起實行。',
      en: 'Your change of “{settings}” is approved and holds from {since}.',
    },
  },
  settingsDeclined: {
    heading: { 'zh-Hans': '改设置没有采用', 'zh-Hant': '改設定沒有採用', en: 'Your change of settings was declined' },
    body: {
      'zh-Hans': '您提出改“{settings}”，没有采用，一切照旧。可以和区级协调员商量后再提。',
      'zh-Hant': '您提出改「{settings}」，沒有採用，一切照舊。可以和區級協調員商量後再提。',
      en: 'Your change of “{settings}” was declined, and everything stays as it is. You may talk to the coordinator of the district and propose it again.',
    },
  },
} satisfies Partial<Record<NoticeKind, NoticeText>>;
