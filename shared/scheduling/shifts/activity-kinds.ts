import * as z from 'zod';
import type { Text } from '../../kernel/language.ts';
import { teamKinds } from '../../organisation/team-kinds.ts';
import type { RiskLevel } from './risk.ts';
import type { ShiftRole } from './shift-roles.ts';

/** What people do together: all that teams are for, and what any team may do besides. */
export const activityKinds = {
  ...teamKinds,
  guardPost: { 'zh-Hans': '定点值守', 'zh-Hant': '定點值守', en: 'Guard post' },
  lesson: { 'zh-Hans': '课堂讲座', 'zh-Hant': '課堂講座', en: 'Class or talk' },
  counsellingDuty: { 'zh-Hans': '心理值班', 'zh-Hant': '心理值班', en: 'Listening duty' },
  training: { 'zh-Hans': '培训', 'zh-Hant': '培訓', en: 'Training' },
} as const satisfies Record<string, Text>;

export type ActivityKind = keyof typeof activityKinds;

export const activityKindCodes = Object.keys(activityKinds) as [ActivityKind, ...ActivityKind[]];

export const ActivityKind = z.enum(activityKindCodes, { error: 'field.choice' });

/** What a form proposes for a shift of a kind. `minutes` is its length. */
export type KindDefaults = Readonly<{
  minutes: number;
  places: number;
  risk: RiskLevel;
  roles?: readonly Omit<ShiftRole, 'number'>[];
}>;

const ordinary: KindDefaults = { minutes: 120, places: 6, risk: 'low' };

/** Defaults of the house: patrols go three to five with a leader; what happens in traffic or in a crowd has risks to tell. */
export const kindDefaults: Readonly<Record<ActivityKind, KindDefaults>> = {
  patrol: { minutes: 120, places: 5, risk: 'low' },
  cyclingPatrol: {
    minutes: 90,
    places: 5,
    risk: 'raised',
    roles: [{ name: '骑行', skills: ['cycling'], fewest: 3, most: 5 }],
  },
  psychologicalSupport: { minutes: 180, places: 2, risk: 'low' },
  eventStewarding: {
    minutes: 240,
    places: 12,
    risk: 'raised',
    roles: [
      { name: '秩序', skills: ['crowdControl'], fewest: 2, most: 4 },
      { name: '引导', skills: [], fewest: 4, most: 7 },
      { name: '急救', skills: ['firstAid'], fewest: 1, most: 1 },
    ],
  },
  elderVisits: { minutes: 120, places: 4, risk: 'low' },
  trio: { minutes: 120, places: 3, risk: 'low' },
  environment: { minutes: 120, places: 10, risk: 'low' },
  culture: ordinary,
  guardPost: { minutes: 180, places: 2, risk: 'low' },
  lesson: { minutes: 90, places: 3, risk: 'low' },
  counsellingDuty: {
    minutes: 180,
    places: 2,
    risk: 'low',
    roles: [{ name: '倾听', skills: ['listening'], fewest: 1, most: 2 }],
  },
  training: { minutes: 120, places: 20, risk: 'low' },
};
