import { nextDocumentNumber } from './a-volunteer.ts';

/** A row of a list of volunteers, by heading. */
export type ListRow = Readonly<Record<string, string>>;

let mobiles = 0;

/** A mobile number that no other call gave, and no caller of the district has. */
export function nextListMobile(): string {
  return `137${String(++mobiles).padStart(8, '0')}`;
}

/** A good row, but for what is said otherwise. */
export function aRow(overrides: ListRow = {}): ListRow {
  return {
    姓名: '何丽华',
    证件类型: '居民身份证',
    证件号码: nextDocumentNumber(),
    手机号码: nextListMobile(),
    社区: '沙面社区',
    技能: '急救、骑行巡逻',
    ...overrides,
  };
}

/** A list as a spreadsheet writes it. Each row may say what is not as in a good row. */
export function aList(rows: readonly ListRow[]): string {
  const full = rows.map(aRow);
  const headings = [...new Set(full.flatMap((row) => Object.keys(row)))];
  const lines = [headings, ...full.map((row) => headings.map((heading) => row[heading] ?? ''))];
  return lines.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('');
}
