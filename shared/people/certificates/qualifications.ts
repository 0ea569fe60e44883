import * as z from 'zod';
import { Skill } from '../skills/skills.ts';
import { longestValidity } from './certificate-limits.ts';

/** How a qualification is proved: by a certificate that somebody else issued, or by having taken part in a training of ours. */
export const proofs = ['certificate', 'training'] as const;
export type Proof = (typeof proofs)[number];

export const QualificationCode = z.string().regex(/^[A-Za-z]\w{2,39}$/, { error: 'field.choice' });

const Name = z.string().trim().min(2).max(40);

const facts = {
  name: z.object({ 'zh-Hans': Name, 'zh-Hant': Name, en: Name }),
  proof: z.enum(proofs, { error: 'field.choice' }),
  /** The skills that count as proved while it is in force. */
  opens: z
    .array(Skill)
    .min(1)
    .max(5)
    .transform((skills) => [...new Set(skills)]),
  /** Months after the day of issue; without it, it does not expire. */
  validMonths: z.int().min(1).max(longestValidity).optional(),
};

/** What the district adds to the catalogue. */
export const NewQualification = z.object(facts);
export type NewQualification = z.output<typeof NewQualification>;

/** One kind of qualification. A retired one is handed in no more; what was proved by it stays proved until it expires. */
export const Qualification = z.object({ code: QualificationCode, ...facts, retired: z.boolean() });
export type Qualification = z.output<typeof Qualification>;

export const QualificationParams = z.object({ code: QualificationCode });
export const Qualifications = z.object({ items: z.array(Qualification) });
export const QualificationChanged = z.object({ code: QualificationCode });

const kind = (
  code: string,
  [hans, hant, en]: readonly [string, string, string],
  opens: Skill[],
  validMonths?: number,
  proof: Proof = 'certificate',
): Qualification => ({
  code,
  name: { 'zh-Hans': hans, 'zh-Hant': hant, en },
  proof,
  opens,
  ...(validMonths !== undefined && { validMonths }),
  retired: false,
});

/** The catalogue that a district begins with; its coordinators add to it and retire from it. */
export const startingQualifications: readonly Qualification[] = [
  kind('firstAid', ['红十字救护员证', '紅十字救護員證', 'Red Cross first-aider'], ['firstAid'], 36),
  kind(
    'physician',
    ['医师、护士执业证', '醫師、護士執業證', 'Licence of a physician or nurse'],
    ['medical', 'firstAid'],
  ),
  kind('counsellor2', ['二级心理咨询师', '二級心理諮詢師', 'Psychological counsellor, level 2'], ['listening']),
  kind('counsellor3', ['三级心理咨询师', '三級心理諮詢師', 'Psychological counsellor, level 3'], ['listening']),
  kind('socialWorker', ['社会工作者职业资格', '社會工作者職業資格', 'Social worker'], ['mediation', 'elderCare']),
  kind('fireFacilities', ['消防设施操作员', '消防設施操作員', 'Operator of fire protection'], ['fireSafety']),
  kind('driving', ['机动车驾驶证', '機動車駕駛證', 'Driving licence'], ['driving'], 72),
  kind('lifeguard', ['救生员证', '救生員證', 'Lifeguard'], ['firstAid', 'crowdControl'], 24),
  kind(
    'childProtection',
    ['无犯罪记录与未成年人保护核查', '無犯罪記錄與未成年人保護核查', 'Child-protection vetting'],
    ['childCare'],
    12,
  ),
  kind('lawyer', ['律师执业证', '律師執業證', 'Licence of a lawyer'], ['legal'], 12),
  kind('teacher', ['教师资格证', '教師資格證', 'Teacher'], ['teaching']),
  kind('firstAidCourse', ['急救培训', '急救培訓', 'First-aid course'], ['firstAid'], 12, 'training'),
  kind('crowdCourse', ['人流疏导培训', '人流疏導培訓', 'Course in crowd stewarding'], ['crowdControl'], 24, 'training'),
  kind('cyclingCourse', ['骑行巡逻培训', '騎行巡邏培訓', 'Course for cycling patrols'], ['cycling'], 24, 'training'),
  kind('fireCourse', ['消防安全培训', '消防安全培訓', 'Course in fire safety'], ['fireSafety'], 12, 'training'),
];
