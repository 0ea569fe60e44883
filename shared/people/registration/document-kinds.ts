import type { Text } from '../../kernel/language.ts';
import { foldFullWidth } from '../full-width.ts';
import type { DocumentKind } from './document.ts';

/** What each kind of document is called. */
export const documentKindNames: Record<DocumentKind, Text> = {
  mainlandId: {
    'zh-Hans': '居民身份证或居住证',
    'zh-Hant': '居民身份證或居住證',
    en: 'Resident identity card or residence permit',
  },
  homeReturnPermit: {
    'zh-Hans': '港澳居民来往内地通行证',
    'zh-Hant': '港澳居民來往內地通行證',
    en: 'Mainland travel permit for Hong Kong and Macao residents',
  },
  taiwanPermit: {
    'zh-Hans': '台湾居民来往大陆通行证',
    'zh-Hant': '台灣居民來往大陸通行證',
    en: 'Mainland travel permit for Taiwan residents',
  },
  chinesePassport: { 'zh-Hans': '中国护照', 'zh-Hant': '中國護照', en: 'Chinese passport' },
  foreignPassport: { 'zh-Hans': '外国护照', 'zh-Hant': '外國護照', en: 'Foreign passport' },
};

/** Other words for the kinds, as lists from organisations have them. */
const alsoCalled: Record<DocumentKind, readonly string[]> = {
  mainlandId: [
    '身份证',
    '身份證',
    '居民身份证',
    '居民身份證',
    '二代身份证',
    '居住证',
    '居住證',
    '港澳台居民居住证',
    'id card',
    'identity card',
    'residence permit',
  ],
  homeReturnPermit: ['回乡证', '回鄉證', '港澳通行证', '港澳通行證', 'home return permit'],
  taiwanPermit: ['台胞证', '台胞證', '臺胞證', '台湾通行证', 'taiwan permit'],
  chinesePassport: ['护照', '護照', 'passport'],
  foreignPassport: ['外籍护照', '外籍護照'],
};

const kindByName = new Map(
  (Object.keys(documentKindNames) as DocumentKind[]).flatMap((kind) =>
    [kind, ...Object.values(documentKindNames[kind]), ...alsoCalled[kind]].map((name) => [plain(name), kind] as const),
  ),
);

/** The kind that a cell of a list names, in any language of ours; `undefined` for a word we do not know. */
export function documentKindNamed(text: string): DocumentKind | undefined {
  return kindByName.get(plain(text));
}

function plain(text: string): string {
  return foldFullWidth(text).toLowerCase();
}
