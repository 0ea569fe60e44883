import * as z from 'zod';
import type { Text } from '../../kernel/language.ts';
import { Instant } from '../../kernel/time.ts';

/**
 * The six steps of the Stanley–Brown safety plan (Stanley & Brown, Cogn Behav Pract 2012), in their order; from one that does not help one goes on to
 * the next. The wording is ours.
 */
export const safetyPlanSteps = {
  warningSigns: {
    title: {
      'zh-Hans': '快要撑不住时的信号',
      'zh-Hant': '快要撐不住時的信號',
      en: 'Signs that a crisis may be coming',
    },
    hint: {
      'zh-Hans': '想法、心情、情形或举动，例如连着几晚睡不着。',
      'zh-Hant': '想法、心情、情形或舉動，例如連着幾晚睡不着。',
      en: 'Thoughts, moods, situations or behaviour, such as several nights without sleep.',
    },
  },
  onMyOwn: {
    title: {
      'zh-Hans': '自己能做的、让心静下来的事',
      'zh-Hant': '自己能做的、讓心靜下來的事',
      en: 'What I can do by myself to calm down',
    },
    hint: {
      'zh-Hans': '不用找别人就能做，例如去荔湾湖走一圈、听粤曲。',
      'zh-Hant': '不用找別人就能做，例如去荔灣湖走一圈、聽粵曲。',
      en: 'Without anybody else: a walk around the lake, music.',
    },
  },
  peopleAndPlaces: {
    title: {
      'zh-Hans': '能让我分心的人和地方',
      'zh-Hant': '能讓我分心的人和地方',
      en: 'People and places that take my mind off it',
    },
    hint: {
      'zh-Hans': '不必说出心事，有人在就好，例如茶楼、公园里的老友。',
      'zh-Hant': '不必說出心事，有人在就好，例如茶樓、公園裡的老友。',
      en: 'No need to tell them anything: a teahouse, friends in the park.',
    },
  },
  helpers: {
    title: { 'zh-Hans': '可以请来帮忙的人', 'zh-Hant': '可以請來幫忙的人', en: 'People I can ask for help' },
    hint: {
      'zh-Hans': '信得过的家人、朋友，写上怎样找到。',
      'zh-Hant': '信得過的家人、朋友，寫上怎樣找到。',
      en: 'Family or friends I trust, and how to reach them.',
    },
  },
  professionals: {
    title: {
      'zh-Hans': '可以找的专业人员和热线',
      'zh-Hant': '可以找的專業人員和熱線',
      en: 'Professionals and lines to turn to',
    },
    hint: {
      'zh-Hans': '医院、社工、热线。110、120 和 12356 已经印在上面。',
      'zh-Hant': '醫院、社工、熱線。110、120 和 12356 已經印在上面。',
      en: 'Hospital, social worker, lines. 110, 120 and 12356 are printed already.',
    },
  },
  saferPlace: {
    title: { 'zh-Hans': '让身边更安全', 'zh-Hant': '讓身邊更安全', en: 'Making my surroundings safer' },
    hint: {
      'zh-Hans': '把可能伤到自己的东西交给谁保管、放到哪里。',
      'zh-Hant': '把可能傷到自己的東西交給誰保管、放到哪裡。',
      en: 'Who keeps what I could hurt myself with, and where.',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<{ title: Text; hint: Text }>>>;

export type SafetyPlanStep = keyof typeof safetyPlanSteps;
export const safetyPlanOrder = Object.keys(safetyPlanSteps) as SafetyPlanStep[];

const lines = z.array(z.string().trim().min(1).max(100)).max(8);

/** What stands at each step, in the person's own words. */
export const SafetyPlanSteps = z.strictObject({
  warningSigns: lines,
  onMyOwn: lines,
  peopleAndPlaces: lines,
  helpers: lines,
  professionals: lines,
  saferPlace: lines,
});
export type SafetyPlanSteps = z.infer<typeof SafetyPlanSteps>;

/** A plan to be kept; `version` is the one that it was written over, 0 for the first, so that nobody writes over another unseen. */
export const SafetyPlanDraft = z.strictObject({ version: z.int().min(0), steps: SafetyPlanSteps });

/** The plan as it stands, without `plan` as long as none was written. */
export const SafetyPlanView = z.object({
  plan: z.object({ version: z.int(), at: Instant, steps: SafetyPlanSteps }).optional(),
});
export type SafetyPlanView = z.infer<typeof SafetyPlanView>;
