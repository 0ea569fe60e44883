import * as z from 'zod';

/**
 * The code of what a volunteer can do and a shift can ask for. Only its form is known here: which skills there are is the district's to
 * say, and the service that takes one looks it up in the catalogue. Languages stand apart in `languages.ts`.
 */
export const Skill = z.string({ error: 'field.choice' }).regex(/^[A-Za-z]\w{2,39}$/, { error: 'field.choice' });
export type Skill = z.infer<typeof Skill>;

const Name = z.string().trim().min(2).max(20);
const Names = z.object({ 'zh-Hans': Name, 'zh-Hant': Name, en: z.string().trim().min(2).max(40) });

/**
 * One skill of the catalogue. One that needs a certificate cannot be chosen by one's own word: it comes with a certificate or a training that
 * proves it. A retired one stays with those who have it, and nobody chooses it any more.
 */
export const SkillKind = z.object({
  code: Skill,
  name: Names,
  needsCertificate: z.boolean(),
  retired: z.boolean(),
  /** Rises with every change. */
  version: z.int(),
});
export type SkillKind = z.infer<typeof SkillKind>;

export const SkillKinds = z.object({ items: z.array(SkillKind) });
export const SkillParams = z.object({ code: Skill });

/** What the district adds to the catalogue. */
export const NewSkill = z.object({ name: Names, needsCertificate: z.boolean().default(false) });
export type NewSkill = z.output<typeof NewSkill>;

/** What becomes of a skill: another name, a certificate needed or not, retired or open again. `version` is the one that was read. */
export const SkillChange = NewSkill.extend({ retired: z.boolean(), version: z.int().min(0) });
export type SkillChange = z.output<typeof SkillChange>;

const kind = (
  code: string,
  [hans, hant, en]: readonly [string, string, string],
  needsCertificate = false,
): SkillKind => ({
  ...{ code, name: { 'zh-Hans': hans, 'zh-Hant': hant, en }, needsCertificate },
  ...{ retired: false, version: 0 },
});

/** The catalogue that a district begins with. Who practises medicine has a licence to do so by law (志愿服务条例 art. 16). */
export const startingSkills: readonly SkillKind[] = [
  kind('firstAid', ['急救', '急救', 'First aid']),
  kind('medical', ['医护', '醫護', 'Medical care'], true),
  kind('fireSafety', ['消防', '消防', 'Fire safety']),
  kind('crowdControl', ['人流疏导', '人流疏導', 'Crowd stewarding']),
  kind('cycling', ['骑行巡逻', '騎行巡邏', 'Cycling patrol']),
  kind('driving', ['驾驶', '駕駛', 'Driving']),
  kind('elderCare', ['长者照护', '長者照護', 'Care for elders']),
  kind('childCare', ['儿童陪伴', '兒童陪伴', 'Company for children']),
  kind('listening', ['心理倾听', '心理傾聽', 'Supportive listening']),
  kind('mediation', ['调解', '調解', 'Mediation']),
  kind('legal', ['法律咨询', '法律諮詢', 'Legal advice']),
  kind('teaching', ['课业辅导', '課業輔導', 'Tutoring']),
  kind('repair', ['家电维修', '家電維修', 'Household repairs']),
  kind('digitalHelp', ['手机电脑指导', '手機電腦指導', 'Help with phones and computers']),
  kind('photography', ['摄影摄像', '攝影攝像', 'Photography and film']),
];
