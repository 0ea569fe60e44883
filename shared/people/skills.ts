import * as z from 'zod';
import type { Text } from '../kernel/language.ts';

/**
 * What a volunteer can do and a shift can ask for. The catalogue is managed: a shift names a code of it, so that a need
 * and a skill meet. Languages stand apart in `languages.ts`.
 */
export const skills = {
  firstAid: { 'zh-Hans': '急救', 'zh-Hant': '急救', en: 'First aid' },
  medical: { 'zh-Hans': '医护', 'zh-Hant': '醫護', en: 'Medical care' },
  fireSafety: { 'zh-Hans': '消防', 'zh-Hant': '消防', en: 'Fire safety' },
  crowdControl: { 'zh-Hans': '人流疏导', 'zh-Hant': '人流疏導', en: 'Crowd stewarding' },
  cycling: { 'zh-Hans': '骑行巡逻', 'zh-Hant': '騎行巡邏', en: 'Cycling patrol' },
  driving: { 'zh-Hans': '驾驶', 'zh-Hant': '駕駛', en: 'Driving' },
  elderCare: { 'zh-Hans': '长者照护', 'zh-Hant': '長者照護', en: 'Care for elders' },
  childCare: { 'zh-Hans': '儿童陪伴', 'zh-Hant': '兒童陪伴', en: 'Company for children' },
  listening: { 'zh-Hans': '心理倾听', 'zh-Hant': '心理傾聽', en: 'Supportive listening' },
  mediation: { 'zh-Hans': '调解', 'zh-Hant': '調解', en: 'Mediation' },
  legal: { 'zh-Hans': '法律咨询', 'zh-Hant': '法律諮詢', en: 'Legal advice' },
  teaching: { 'zh-Hans': '课业辅导', 'zh-Hant': '課業輔導', en: 'Tutoring' },
  repair: { 'zh-Hans': '家电维修', 'zh-Hant': '家電維修', en: 'Household repairs' },
  digitalHelp: { 'zh-Hans': '手机电脑指导', 'zh-Hant': '手機電腦指導', en: 'Help with phones and computers' },
  photography: { 'zh-Hans': '摄影摄像', 'zh-Hant': '攝影攝像', en: 'Photography and film' },
} as const satisfies Record<string, Text>;

export type Skill = keyof typeof skills;

export const skillCodes = Object.keys(skills) as [Skill, ...Skill[]];

export const Skill = z.enum(skillCodes, { error: 'field.choice' });
