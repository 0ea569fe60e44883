import {
  type FigureColumn,
  type FiguresFile,
  figureColumns,
  figureRisks,
  type MonthFigures,
} from '@kaifong/shared/care/figures/figures.ts';
import type { Language, Text } from '@kaifong/shared/kernel/language.ts';
import type * as z from 'zod';
import { byteOrderMark, csvLine } from '../../platform/csv-line.ts';

const month: Text = { 'zh-Hans': '月份', 'zh-Hant': '月份', en: 'Month' };
const placeCode: Text = { 'zh-Hans': '地方代码', 'zh-Hant': '地方代碼', en: 'Place code' };

const columns: Readonly<Record<FigureColumn, Text>> = {
  highWithin: { 'zh-Hans': '高风险，按时有人接', 'zh-Hant': '高風險，按時有人接', en: 'High risk, within target' },
  highLate: { 'zh-Hans': '高风险，超时', 'zh-Hant': '高風險，超時', en: 'High risk, later' },
  moderateWithin: {
    'zh-Hans': '中风险，按时有人接',
    'zh-Hant': '中風險，按時有人接',
    en: 'Moderate risk, within target',
  },
  moderateLate: { 'zh-Hans': '中风险，超时', 'zh-Hant': '中風險，超時', en: 'Moderate risk, later' },
  lowWithin: { 'zh-Hans': '低风险，按时有人接', 'zh-Hant': '低風險，按時有人接', en: 'Low risk, within target' },
  lowLate: { 'zh-Hans': '低风险，超时', 'zh-Hant': '低風險，超時', en: 'Low risk, later' },
  improved: { 'zh-Hans': '可靠好转', 'zh-Hant': '可靠好轉', en: 'Reliable improvement' },
  notImproved: { 'zh-Hans': '没有可靠好转', 'zh-Hant': '沒有可靠好轉', en: 'No reliable improvement' },
  recovered: { 'zh-Hans': '恢复', 'zh-Hant': '恢復', en: 'Recovery' },
  notRecovered: { 'zh-Hans': '没有恢复', 'zh-Hant': '沒有恢復', en: 'No recovery' },
  held: { 'zh-Hans': '已谈', 'zh-Hant': '已談', en: 'Sessions held' },
  noShow: { 'zh-Hans': '没来', 'zh-Hant': '沒來', en: 'Did not come' },
  referralsClosed: { 'zh-Hans': '转介办结', 'zh-Hant': '轉介辦結', en: 'Referrals closed' },
};

const medians = {
  high: {
    'zh-Hans': '高风险等候中位数（天）',
    'zh-Hant': '高風險等候中位數（天）',
    en: 'High risk, median wait in days',
  },
  moderate: {
    'zh-Hans': '中风险等候中位数（天）',
    'zh-Hant': '中風險等候中位數（天）',
    en: 'Moderate risk, median wait in days',
  },
  low: {
    'zh-Hans': '低风险等候中位数（天）',
    'zh-Hant': '低風險等候中位數（天）',
    en: 'Low risk, median wait in days',
  },
} as const satisfies Record<(typeof figureRisks)[number], Text>;

/** Published figures for a spreadsheet; what was kept back is `*` there too. */
export function figuresCsv(
  place: string,
  months: readonly MonthFigures[],
  language: Language,
): z.output<typeof FiguresFile> {
  const head = [
    month,
    placeCode,
    ...figureColumns.map((name) => columns[name]),
    ...figureRisks.map((risk) => medians[risk]),
  ];
  const lines = months.flatMap((figures) =>
    figures.rows.map(({ place: of, counts, medianDays }) =>
      csvLine([
        figures.month,
        of,
        ...figureColumns.map((name) => String(counts[name] ?? '*')),
        ...figureRisks.map((risk) => String(medianDays[risk] ?? '*')),
      ]),
    ),
  );
  const filename = `kaifong-care-${place.replaceAll('/', '-')}.csv`;
  return { filename, csv: `${byteOrderMark}${csvLine(head.map((text) => text[language]))}${lines.join('')}` };
}
