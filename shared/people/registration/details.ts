import * as z from 'zod';
import type { Text } from '../../kernel/language.ts';
import { Day } from '../../kernel/time.ts';
import { type FreeTime, freeTimes, type PartOfDay, weekdays } from '../free-times.ts';
import { parseMobile } from '../mobile/mobile.ts';
import { PersonName } from '../person-name.ts';

/** When somebody usually has time; each part of a week once, in the order of the week. */
export const WeeklyTimes = z
  .array(z.enum(freeTimes, { error: 'field.choice' }))
  .max(freeTimes.length)
  .transform((times) => freeTimes.filter((time) => times.includes(time)));

/** Days on which somebody is away although the week says otherwise, both ends counted. */
export const AwayDays = z
  .object({ from: Day, until: Day })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'days.endBeforeStart' });
export type AwayDays = z.output<typeof AwayDays>;

export const relations = ['spouse', 'parent', 'child', 'sibling', 'relative', 'friend', 'neighbour'] as const;
export type Relation = (typeof relations)[number];

export const relationNames: Readonly<Record<Relation, Text>> = {
  spouse: { 'zh-Hans': '配偶', 'zh-Hant': '配偶', en: 'Husband or wife' },
  parent: { 'zh-Hans': '父母', 'zh-Hant': '父母', en: 'Parent' },
  child: { 'zh-Hans': '子女', 'zh-Hant': '子女', en: 'Son or daughter' },
  sibling: { 'zh-Hans': '兄弟姐妹', 'zh-Hant': '兄弟姊妹', en: 'Brother or sister' },
  relative: { 'zh-Hans': '其他亲属', 'zh-Hant': '其他親屬', en: 'Other relative' },
  friend: { 'zh-Hans': '朋友', 'zh-Hant': '朋友', en: 'Friend' },
  neighbour: { 'zh-Hans': '邻居', 'zh-Hant': '鄰居', en: 'Neighbour' },
};

/** A mobile number in E.164 form, however it was typed. */
export const Mobile = z
  .string({ error: 'mobile.invalid' })
  .trim()
  .max(24, { error: 'mobile.invalid' })
  .transform((text, context) => {
    const parsed = parseMobile(text);
    if (parsed.ok) return parsed.e164;
    context.addIssue({ code: 'custom', message: 'mobile.invalid' });
    return z.NEVER;
  });

/** Whom to call when something happens to a volunteer. */
export const EmergencyContact = z.object({
  name: PersonName,
  relation: z.enum(relations, { error: 'field.choice' }),
  mobile: Mobile,
});
export type EmergencyContact = z.output<typeof EmergencyContact>;

/** Accident insurance of a volunteer's own (志愿服务条例 art. 23: before any dangerous activity), covering both ends. */
export const Insurance = z
  .object({
    insurer: z.string().trim().min(2).max(60),
    policyNumber: z
      .string()
      .trim()
      .regex(/^[\dA-Za-z/-]{5,40}$/, { error: 'policy.invalid' })
      .transform((text) => text.toUpperCase()),
    from: Day,
    until: Day,
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'days.endBeforeStart' });
export type Insurance = z.output<typeof Insurance>;

/** Whether a policy covers a day. */
export function coversDay(insurance: Pick<Insurance, 'from' | 'until'> | undefined, day: Day): boolean {
  return insurance !== undefined && insurance.from <= day && day <= insurance.until;
}

/** Whether somebody said that they have time in this part of this day. */
export function isFreeAt(
  { weekly, away }: Readonly<{ weekly: readonly FreeTime[]; away: readonly AwayDays[] }>,
  day: Day,
  part: PartOfDay,
): boolean {
  if (away.some(({ from, until }) => from <= day && day <= until)) return false;
  const weekday = weekdays[(new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7];
  return weekly.includes(`${weekday ?? 'mon'}-${part}`);
}
