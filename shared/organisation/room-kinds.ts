import * as z from 'zod';
import type { Text } from '../kernel/language.ts';

/** The rooms that a governance centre (综治中心) has. */
export const roomKinds = {
  receptionHall: { 'zh-Hans': '群众接待大厅', 'zh-Hant': '群眾接待大廳', en: 'Reception hall' },
  mediationRoom: { 'zh-Hans': '矛盾纠纷调处室', 'zh-Hant': '矛盾糾紛調處室', en: 'Mediation room' },
  videoRoom: { 'zh-Hans': '视频研判室', 'zh-Hant': '視頻研判室', en: 'Video conference room' },
  gridStudio: { 'zh-Hans': '网格工作室', 'zh-Hant': '網格工作室', en: 'Grid workroom' },
  counsellingRoom: { 'zh-Hans': '心理咨询室', 'zh-Hant': '心理諮詢室', en: 'Counselling room' },
} as const satisfies Record<string, Text>;

export type RoomKind = keyof typeof roomKinds;

export const RoomKind = z.enum(Object.keys(roomKinds) as [RoomKind, ...RoomKind[]], { error: 'field.choice' });
