import * as z from 'zod';
import type { Language, Text } from '../../kernel/language.ts';
import { Scope } from '../../organisation/scope.ts';
import { VolunteerState } from '../schema.ts';

/** Which people go into a file: those of a place and all below it, in one state. */
export const ExportQuery = z.object({
  place: Scope,
  state: VolunteerState.default('active'),
  cursor: z.string().max(2_000).optional(),
});

/** A page of a CSV file for a spreadsheet; the pages in a row are the file. */
export const PeopleFile = z.object({ filename: z.string(), csv: z.string(), cursor: z.string().optional() });

/** The columns of the file, in order; name and document are under a mask. */
export const exportColumns: readonly Text[] = [
  { 'zh-Hans': '志愿者编号', 'zh-Hant': '志願者編號', en: 'Volunteer number' },
  { 'zh-Hans': '姓名', 'zh-Hant': '姓名', en: 'Name' },
  { 'zh-Hans': '证件类型', 'zh-Hant': '證件類型', en: 'Document type' },
  { 'zh-Hans': '证件号码', 'zh-Hant': '證件號碼', en: 'Document number' },
  { 'zh-Hans': '社区', 'zh-Hant': '社區', en: 'Community' },
  { 'zh-Hans': '技能', 'zh-Hant': '技能', en: 'Skills' },
  { 'zh-Hans': '语言', 'zh-Hant': '語言', en: 'Languages' },
  { 'zh-Hans': '登记日期', 'zh-Hant': '登記日期', en: 'Registered on' },
];

export const exportFilenames: Readonly<Record<Language, string>> = {
  'zh-Hans': '志愿者名册',
  'zh-Hant': '志願者名冊',
  en: 'volunteers',
};
