import type { Text } from '../../kernel/language.ts';

/**
 * How dangerous a shift is. Whoever recruits for more than `low` states the insurance and the risks beforehand, and each person
 * confirms that she read them (志愿服务条例 arts. 12, 22 and 23); `high` is for adults only (house).
 */
export const riskLevels = ['low', 'raised', 'high'] as const;

export type RiskLevel = (typeof riskLevels)[number];

export const riskNames: Readonly<Record<RiskLevel, Text>> = {
  low: { 'zh-Hans': '一般', 'zh-Hant': '一般', en: 'Ordinary' },
  raised: { 'zh-Hans': '有一定风险', 'zh-Hant': '有一定風險', en: 'Some risk' },
  high: { 'zh-Hans': '风险较高，仅限成年人', 'zh-Hant': '風險較高，僅限成年人', en: 'Higher risk, adults only' },
};

/** What a shift says of its dangers; a shift that says nothing is ordinary. */
export type StatedRisk = Readonly<{
  risk?: RiskLevel | undefined;
  /** Who insures those who come, and against what. */
  insurance?: string | undefined;
  /** What can happen, and what to do about it. */
  riskNotice?: string | undefined;
}>;

export function isRisky({ risk = 'low' }: StatedRisk): boolean {
  return risk !== 'low';
}

/** What a risky shift must state and does not. */
export function unstatedRisk(shift: StatedRisk): ('insurance' | 'riskNotice')[] {
  if (!isRisky(shift)) return [];
  return (['insurance', 'riskNotice'] as const).filter((field) => shift[field] === undefined);
}
