import type { Text } from '../kernel/language.ts';
import type { VolunteerState } from './volunteer-state.ts';

/** What people read of where a registration stands. */
export const stateNames: Readonly<Record<VolunteerState, Text>> = {
  unconfirmed: { 'zh-Hans': '等本人确认', 'zh-Hant': '等本人確認', en: 'To be confirmed by the person' },
  applied: { 'zh-Hans': '等待审批', 'zh-Hant': '等待審批', en: 'Waiting for an answer' },
  inReview: { 'zh-Hans': '审核中', 'zh-Hant': '審核中', en: 'In review' },
  active: { 'zh-Hans': '服务中', 'zh-Hant': '服務中', en: 'Serving' },
  declined: { 'zh-Hans': '没有通过', 'zh-Hant': '沒有通過', en: 'Not accepted' },
  paused: { 'zh-Hans': '暂停服务', 'zh-Hant': '暫停服務', en: 'Taking a break' },
  suspended: { 'zh-Hans': '停止报名', 'zh-Hant': '停止報名', en: 'Suspended' },
  withdrawn: { 'zh-Hans': '已退出', 'zh-Hant': '已退出', en: 'Withdrawn' },
  merged: { 'zh-Hans': '已合并', 'zh-Hant': '已合併', en: 'Merged into another record' },
};
