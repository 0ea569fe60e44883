import type { FiguresOf, SettingsGroup } from '../organisation/settings/figures.ts';

/** The figures of attendance that the district may change: graces, approvals and notices. */
export const attendanceGroup = {
  name: { 'zh-Hans': '签到与时长', 'zh-Hant': '簽到與時數', en: 'Attendance and hours' },
  figures: {
    lateAfterMinutes: {
      ...{ usual: 10, least: 0, most: 60, unit: 'minutes' },
      name: { 'zh-Hans': '迟到的宽限', 'zh-Hant': '遲到的寬限', en: 'Grace before late' },
      says: {
        'zh-Hans': '开始后过了多久还没到，当日看板才写“还没到”。',
        'zh-Hant': '開始後過了多久還沒到，當日看板才寫「還沒到」。',
        en: 'How long after the start the board of the day waits before it calls somebody late.',
      },
    },
    confirmWithinDays: {
      ...{ usual: 3, least: 1, most: 14, unit: 'days' },
      name: { 'zh-Hans': '确认期限', 'zh-Hant': '確認期限', en: 'Confirmed within' },
      says: {
        'zh-Hans': '班次结束后多少天还没确认时长，就提醒队长和协调员。',
        'zh-Hant': '班次結束後多少天還沒確認時數，就提醒隊長和協調員。',
        en: 'After how many days unconfirmed attendance is shown to leaders and coordinators as overdue.',
      },
    },
    countAtOnceHours: {
      ...{ usual: 8, least: 1, most: 12, unit: 'hours' },
      name: { 'zh-Hans': '直接计入', 'zh-Hant': '直接計入', en: 'Counts at once' },
      says: {
        'zh-Hans': '每人一天多少小时以内确认就计入；超过的要组织方批准。',
        'zh-Hant': '每人一天多少小時以內確認就計入；超過的要組織方批准。',
        en: 'Hours of one person’s day that count once confirmed; beyond them the organiser approves.',
      },
    },
    organiserApprovesHours: {
      ...{ usual: 12, least: 1, most: 24, unit: 'hours' },
      name: { 'zh-Hans': '组织方批准', 'zh-Hant': '組織方批准', en: 'The organiser approves' },
      says: {
        'zh-Hans': '每人一天多少小时以内由组织方批准；超过的要区里批准。不能小于上一项。',
        'zh-Hant': '每人一天多少小時以內由組織方批准；超過的要區裡批准。不能小於上一項。',
        en: 'Hours of one person’s day up to which the organiser approves, the district beyond. Never below the one before.',
      },
    },
    noticeWorkingDays: {
      ...{ usual: 3, least: 1, most: 15, unit: 'workingDays' },
      name: { 'zh-Hans': '公示期', 'zh-Hant': '公示期', en: 'Public notice' },
      says: {
        'zh-Hans': '补录和更正批准后公示几个工作日，别人可以提出异议。',
        'zh-Hant': '補錄和更正批准後公示幾個工作日，別人可以提出異議。',
        en: 'Working days for which an approved back-entry or correction is on public notice, so that others can object.',
      },
    },
  },
  rising: { names: ['countAtOnceHours', 'organiserApprovesHours'], apart: 0 },
} as const satisfies SettingsGroup;

/** What the figures of attendance are on a day. */
export type AttendanceFigures = FiguresOf<typeof attendanceGroup>;
