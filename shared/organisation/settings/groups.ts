import { attendanceGroup } from '../../attendance/district-figures.ts';
import type { Text } from '../../kernel/language.ts';
import { starsGroup } from '../../points/district-figures.ts';
import type { FiguresOf, FigureUnit, SettingsGroup } from './figures.ts';

/** All that the district may change. A context joins with its group, a file of its own. */
export const settingsGroups = {
  attendance: attendanceGroup,
  stars: starsGroup,
} as const satisfies Record<string, SettingsGroup>;

export type GroupName = keyof typeof settingsGroups;
export const groupNames = Object.keys(settingsGroups) as [GroupName, ...GroupName[]];

export type FiguresIn<Name extends GroupName> = FiguresOf<(typeof settingsGroups)[Name]>;

/** A figure with its unit, `{count} minutes`. */
export const unitTexts: Readonly<Record<FigureUnit, Text>> = {
  minutes: { 'zh-Hans': '{count} 分钟', 'zh-Hant': '{count} 分鐘', en: '{count} min' },
  hours: { 'zh-Hans': '{count} 小时', 'zh-Hant': '{count} 小時', en: '{count} h' },
  days: { 'zh-Hans': '{count} 天', 'zh-Hant': '{count} 天', en: '{count} days' },
  workingDays: { 'zh-Hans': '{count} 个工作日', 'zh-Hant': '{count} 個工作日', en: '{count} working days' },
};
