import type { Text } from '../../kernel/language.ts';
import type { ConsentKind } from './consents.ts';

const endsRegistration: Text = {
  'zh-Hans':
    '撤回后，志愿者登记随即结束：已报的班次全部退出，不能再报名；证件号码 30 天后删除。已有的志愿时和积分不受影响。',
  'zh-Hant':
    '撤回後，志願者登記隨即結束：已報的班次全部退出，不能再報名；證件號碼 30 天後刪除。已有的志願時和積分不受影響。',
  en: 'Your registration ends at once: all your coming shifts are given back and you cannot sign up again; your document number is deleted after 30 days. Hours and points that you have stay.',
};

/** What stops when a consent is withdrawn, to be read before it is. */
export const consentStops: Readonly<Record<ConsentKind, Text>> = {
  terms: endsRegistration,
  sensitiveData: endsRegistration,
  rankings: {
    'zh-Hans': '撤回后，排行榜不再写您的名字，其他都不变。',
    'zh-Hant': '撤回後，排行榜不再寫您的名字，其他都不變。',
    en: 'Rankings no longer show your name. Nothing else changes.',
  },
  guardian: endsRegistration,
  guardianData: endsRegistration,
};
