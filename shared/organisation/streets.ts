import type { Text } from '../kernel/language.ts';
import { type Scope, streetOf } from './scope.ts';

/** A place of the tree. The centre is an estimate in WGS-84, good to about a kilometre. */
export type Place = Readonly<{
  /** The statistical code: 6 digits of the district, 9 of a street. */
  code: string;
  scope: Scope;
  name: Text;
  centre: Readonly<{ lng: number; lat: number }>;
}>;

export const district: Place = {
  code: '440103',
  scope: '440103',
  name: { 'zh-Hans': '荔湾区', 'zh-Hant': '荔灣區', en: 'Liwan District' },
  centre: { lng: 113.2443, lat: 23.1259 },
};

/**
 * The 22 streets of Liwan, in the order of their codes. The Traditional names are checked by hand: converters get 沖 and
 * 漖 wrong.
 */
export const streets: readonly Place[] = [
  street('001', '沙面', '沙面', 'Shamian', 113.2393, 23.1075),
  street('002', '岭南', '嶺南', 'Lingnan', 113.2475, 23.1115),
  street('003', '华林', '華林', 'Hualin', 113.243, 23.1165),
  street('004', '多宝', '多寶', 'Duobao', 113.235, 23.1135),
  street('005', '昌华', '昌華', 'Changhua', 113.232, 23.1195),
  street('006', '逢源', '逢源', 'Fengyuan', 113.2385, 23.1205),
  street('007', '龙津', '龍津', 'Longjin', 113.245, 23.1215),
  street('008', '金花', '金花', 'Jinhua', 113.246, 23.1265),
  street('009', '彩虹', '彩虹', 'Caihong', 113.2355, 23.131),
  street('010', '南源', '南源', 'Nanyuan', 113.224, 23.13),
  street('011', '西村', '西村', 'Xicun', 113.237, 23.138),
  street('012', '站前', '站前', 'Zhanqian', 113.248, 23.143),
  street('013', '桥中', '橋中', 'Qiaozhong', 113.212, 23.137),
  street('014', '白鹤洞', '白鶴洞', 'Baihedong', 113.24, 23.079),
  street('015', '冲口', '沖口', 'Chongkou', 113.239, 23.088),
  street('016', '花地', '花地', 'Huadi', 113.229, 23.099),
  street('017', '石围塘', '石圍塘', 'Shiweitang', 113.221, 23.1065),
  street('018', '茶滘', '茶滘', 'Chajiao', 113.223, 23.09),
  street('019', '东漖', '東漖', 'Dongjiao', 113.226, 23.075),
  street('020', '海龙', '海龍', 'Hailong', 113.198, 23.083),
  street('021', '东沙', '東沙', 'Dongsha', 113.237, 23.053),
  street('022', '中南', '中南', 'Zhongnan', 113.208, 23.072),
];

/** The street at a scope or code, `440103/001` or `440103001`. */
export function streetAt(scopeOrCode: string): Place | undefined {
  return streets.find(({ scope, code }) => scope === scopeOrCode || code === scopeOrCode);
}

/** The streets that a place lies in or holds, and for the whole district also the district, to which teams of its own belong. */
export function streetsOf(place: Scope): Scope[] {
  const own = streetOf(place);
  return own === undefined ? [district.scope, ...streets.map(({ scope }) => scope)] : [own];
}

function street(number: string, hans: string, hant: string, pinyin: string, lng: number, lat: number): Place {
  return {
    code: `${district.code}${number}`,
    scope: `${district.scope}/${number}`,
    name: { 'zh-Hans': `${hans}街道`, 'zh-Hant': `${hant}街道`, en: `${pinyin} Subdistrict` },
    centre: { lng, lat },
  };
}
