import * as z from 'zod';
import type { Text } from '../kernel/language.ts';

/** Names that teams all over the district go under together. */
export const teamBrands = {
  ruyiCycling: { 'zh-Hans': '如意平安骑行队', 'zh-Hant': '如意平安騎行隊', en: 'Ruyi Cycling Patrol' },
  homeInLingnan: { 'zh-Hans': '家在岭南', 'zh-Hant': '家在嶺南', en: 'Home in Lingnan' },
  listeningLine: { 'zh-Hans': '心灵直通车', 'zh-Hant': '心靈直通車', en: 'Listening Line' },
} as const satisfies Record<string, Text>;

export type TeamBrand = keyof typeof teamBrands;

export const TeamBrand = z.enum(Object.keys(teamBrands) as [TeamBrand, ...TeamBrand[]], { error: 'field.choice' });
