import * as z from 'zod';
import type { Text } from '../kernel/language.ts';

/** What a person would like to talk about, in words of everyday life. */
export const topics = {
  family: { 'zh-Hans': '家庭关系', 'zh-Hant': '家庭關係', en: 'Family' },
  relationship: { 'zh-Hans': '感情与婚姻', 'zh-Hant': '感情與婚姻', en: 'Relationship and marriage' },
  parenting: { 'zh-Hans': '亲子教养', 'zh-Hant': '親子教養', en: 'Parenting' },
  examStress: { 'zh-Hans': '学业与考试压力', 'zh-Hant': '學業與考試壓力', en: 'School and exams' },
  work: { 'zh-Hans': '工作压力', 'zh-Hant': '工作壓力', en: 'Work' },
  loneliness: { 'zh-Hans': '孤独', 'zh-Hant': '孤獨', en: 'Loneliness' },
  bereavement: { 'zh-Hans': '亲友离世', 'zh-Hant': '親友離世', en: 'Losing somebody' },
  illnessInFamily: { 'zh-Hans': '家人生病与照护', 'zh-Hant': '家人生病與照護', en: 'Illness and care in the family' },
  other: { 'zh-Hans': '其他', 'zh-Hant': '其他', en: 'Something else' },
} as const satisfies Record<string, Text>;

export type Topic = keyof typeof topics;

export const topicCodes = Object.keys(topics) as [Topic, ...Topic[]];

export const Topic = z.enum(topicCodes, { error: 'field.choice' });
