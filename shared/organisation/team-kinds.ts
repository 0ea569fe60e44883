import * as z from 'zod';
import type { Text } from '../kernel/language.ts';

/** What a team is for. A kind may prescribe who must be in it. */
export const teamKinds = {
  patrol: { 'zh-Hans': '平安巡逻', 'zh-Hant': '平安巡邏', en: 'Neighbourhood patrol' },
  cyclingPatrol: { 'zh-Hans': '骑行巡逻', 'zh-Hant': '騎行巡邏', en: 'Cycling patrol' },
  psychologicalSupport: { 'zh-Hans': '心理支持', 'zh-Hant': '心理支援', en: 'Psychological support' },
  eventStewarding: { 'zh-Hans': '活动秩序', 'zh-Hant': '活動秩序', en: 'Event stewarding' },
  elderVisits: { 'zh-Hans': '长者探访', 'zh-Hant': '長者探訪', en: 'Visits to elders' },
  trio: { 'zh-Hans': '三人小组', 'zh-Hant': '三人小組', en: 'Group of three' },
  environment: { 'zh-Hans': '环境美化', 'zh-Hant': '環境美化', en: 'Care for the environment' },
  culture: { 'zh-Hans': '文化导览', 'zh-Hant': '文化導覽', en: 'Culture and guiding' },
} as const satisfies Record<string, Text>;

export type TeamKind = keyof typeof teamKinds;

export const teamKindCodes = Object.keys(teamKinds) as [TeamKind, ...TeamKind[]];

export const TeamKind = z.enum(teamKindCodes, { error: 'field.choice' });

/** Positions that a 三人小组 needs, one person for each. */
export const trioPositions = ['communityOfficer', 'medicalWorker', 'policeOfficer'] as const;

export const TrioPosition = z.enum(trioPositions, { error: 'field.choice' });
export type TrioPosition = z.infer<typeof TrioPosition>;

export const positionNames: Readonly<Record<TrioPosition, Text>> = {
  communityOfficer: { 'zh-Hans': '社区工作者', 'zh-Hant': '社區工作者', en: 'community officer' },
  medicalWorker: { 'zh-Hans': '医务人员', 'zh-Hant': '醫務人員', en: 'medical worker' },
  policeOfficer: { 'zh-Hans': '民警', 'zh-Hant': '民警', en: 'police officer' },
};

/** The positions that a team of a kind must hold before it can act; none for most kinds. */
export function compositionOf(kind: TeamKind): readonly TrioPosition[] {
  return kind === 'trio' ? trioPositions : [];
}

/** The positions of a team of a kind that nobody holds yet. */
export function missingPositions(kind: TeamKind, held: readonly TrioPosition[]): TrioPosition[] {
  return compositionOf(kind).filter((position) => !held.includes(position));
}
