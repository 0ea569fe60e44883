import type { Text } from '../../kernel/language.ts';
import { foldFullWidth } from '../full-width.ts';

/**
 * A column of a list of volunteers: what we call it, which other headings are understood, and whether a file must have
 * it.
 */
type ColumnDefinition = Readonly<{ label: Text; also: readonly string[]; needed?: true }>;

/**
 * The columns of a list of volunteers, in any order; other columns are passed over and come back with the bad rows.
 *
 * | column | what a cell holds |
 * |---|---|
 * | name | the name on the document |
 * | documentKind | 居民身份证 (taken when empty), 回乡证, 台胞证, 护照, 外国护照 |
 * | documentNumber | the number |
 * | birthDate | `1990-05-01` or `1990/5/1`; needed when the number does not tell it |
 * | mobile | the number that the person will sign in with |
 * | street | only where two communities share a name |
 * | community | its name or its scope; may be empty when the list is of one community |
 * | skills, languages | names from the catalogues, separated by 、 or ; |
 * | guardianName, guardianMobile | for somebody under 18, whose guardian signed on paper |
 */
export const importColumns = {
  name: { label: { 'zh-Hans': '姓名', 'zh-Hant': '姓名', en: 'Name' }, also: ['名字', 'full name'], needed: true },
  documentKind: {
    label: { 'zh-Hans': '证件类型', 'zh-Hant': '證件類型', en: 'Document type' },
    also: ['证件种类', '證件種類', 'document kind'],
  },
  documentNumber: {
    label: { 'zh-Hans': '证件号码', 'zh-Hant': '證件號碼', en: 'Document number' },
    also: ['证件号', '证件编号', '身份证号', '身份证号码', '身份證號碼', 'id number'],
    needed: true,
  },
  birthDate: {
    label: { 'zh-Hans': '出生日期', 'zh-Hant': '出生日期', en: 'Birth date' },
    also: ['生日', 'date of birth'],
  },
  mobile: {
    label: { 'zh-Hans': '手机号码', 'zh-Hant': '手機號碼', en: 'Mobile number' },
    also: ['手机', '手机号', '联系电话', '電話', '电话', 'mobile', 'phone'],
    needed: true,
  },
  street: { label: { 'zh-Hans': '街道', 'zh-Hant': '街道', en: 'Street' }, also: ['所属街道', '所在街道'] },
  community: {
    label: { 'zh-Hans': '社区', 'zh-Hant': '社區', en: 'Community' },
    also: ['所属社区', '所在社区', '社区名称'],
  },
  skills: { label: { 'zh-Hans': '技能', 'zh-Hant': '技能', en: 'Skills' }, also: ['特长', '特長', '专长'] },
  languages: { label: { 'zh-Hans': '语言', 'zh-Hant': '語言', en: 'Languages' }, also: ['语种', '会说的语言'] },
  guardianName: {
    label: { 'zh-Hans': '监护人姓名', 'zh-Hant': '監護人姓名', en: 'Guardian name' },
    also: ['监护人', 'guardian'],
  },
  guardianMobile: {
    label: { 'zh-Hans': '监护人手机', 'zh-Hant': '監護人手機', en: 'Guardian mobile' },
    also: ['监护人手机号码', '监护人电话'],
  },
} as const satisfies Record<string, ColumnDefinition>;

export type ImportColumn = keyof typeof importColumns;

export const importColumnNames = Object.keys(importColumns) as ImportColumn[];

/** The heading under which a bad row says what is wrong with it; a file that is sent again may still have it. */
export const reasonHeading: Text = { 'zh-Hans': '原因', 'zh-Hant': '原因', en: 'Reason' };

const columnByHeading = new Map(
  importColumnNames.flatMap((column) => {
    const { label, also }: ColumnDefinition = importColumns[column];
    return [column, ...Object.values(label), ...also].map((heading) => [plain(heading), column] as const);
  }),
);

/** Which column a heading is of; `undefined` for one that is passed over. */
export function columnOf(heading: string): ImportColumn | undefined {
  return columnByHeading.get(plain(heading));
}

/** The columns that a file cannot be without. */
export function neededColumns(options: { ofOneCommunity: boolean }): ImportColumn[] {
  return importColumnNames.filter(
    (column) => 'needed' in importColumns[column] || (column === 'community' && !options.ofOneCommunity),
  );
}

/** A heading as a template writes it: a star for what is needed, spaces and underscores as one likes. */
function plain(heading: string): string {
  return foldFullWidth(heading).toLowerCase().replace(/[*_-]/g, '');
}
