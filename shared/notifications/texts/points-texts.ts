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
} satisfies Partial<Record<NoticeKind, NoticeText>>;
