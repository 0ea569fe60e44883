import type { Place } from '../organisation/streets.ts';
import { streets } from '../organisation/streets.ts';
import { seededRandom, seedFor } from './random.ts';

type PlaceWord = readonly [hans: string, hant: string, pinyin: string];

/**
 * For each street, in order: how many communities it has here, and words of the neighbourhood that their names are made
 * from.
 */
const plans: readonly (readonly [communities: number, ...words: PlaceWord[]])[] = [
  [2, ['沙基', '沙基', 'Shaji']],
  [10, ['十八甫', '十八甫', 'Shibafu'], ['光复', '光復', 'Guangfu'], ['冼基', '冼基', 'Xianji']],
  [9, ['华林', '華林', 'Hualin'], ['长寿', '長壽', 'Changshou'], ['茂林', '茂林', 'Maolin']],
  [8, ['宝源', '寶源', 'Baoyuan'], ['永庆', '永慶', 'Yongqing']],
  [10, ['荔湾湖', '荔灣湖', 'Liwanhu'], ['泮塘', '泮塘', 'Pantang'], ['昌华', '昌華', 'Changhua']],
  [11, ['恩宁', '恩寧', 'Enning'], ['逢源', '逢源', 'Fengyuan'], ['耀华', '耀華', 'Yaohua']],
  [11, ['龙津', '龍津', 'Longjin'], ['芦荻', '蘆荻', 'Ludi'], ['锦龙', '錦龍', 'Jinlong']],
  [10, ['金花', '金花', 'Jinhua'], ['蟠虬', '蟠虬', 'Panqiu'], ['桃源', '桃源', 'Taoyuan']],
  [10, ['彩虹', '彩虹', 'Caihong'], ['荔景', '荔景', 'Lijing'], ['司马', '司馬', 'Sima']],
  [12, ['南岸', '南岸', 'Nan’an'], ['源溪', '源溪', 'Yuanxi'], ['丛桂', '叢桂', 'Conggui']],
  [10, ['西湾', '西灣', 'Xiwan'], ['增埗', '增埗', 'Zengbu'], ['协和', '協和', 'Xiehe']],
  [8, ['站前', '站前', 'Zhanqian'], ['克山', '克山', 'Keshan']],
  [9, ['坦尾', '坦尾', 'Tanwei'], ['桥中', '橋中', 'Qiaozhong'], ['大坦沙', '大坦沙', 'Datansha']],
  [9, ['鹤洞', '鶴洞', 'Hedong'], ['鹤园', '鶴園', 'Heyuan'], ['培真', '培真', 'Peizhen']],
  [9, ['芳村', '芳村', 'Fangcun'], ['坑口', '坑口', 'Kengkou'], ['冲口', '沖口', 'Chongkou']],
  [11, ['花地湾', '花地灣', 'Huadiwan'], ['合兴', '合興', 'Hexing'], ['芳信', '芳信', 'Fangxin']],
  [8, ['山村', '山村', 'Shancun'], ['石围塘', '石圍塘', 'Shiweitang']],
  [9, ['茶滘', '茶滘', 'Chajiao'], ['百花', '百花', 'Baihua'], ['葵蓬', '葵蓬', 'Kuipeng']],
  [9, ['东漖', '東漖', 'Dongjiao'], ['芳和', '芳和', 'Fanghe'], ['浣花', '浣花', 'Huanhua']],
  [7, ['龙溪', '龍溪', 'Longxi'], ['增滘', '增滘', 'Zengjiao']],
  [5, ['南漖', '南漖', 'Nanjiao'], ['裕安', '裕安', 'Yu’an']],
  [4, ['海中', '海中', 'Haizhong']],
];

const parts = [
  ['东', '東', 'East'],
  ['西', '西', 'West'],
  ['南', '南', 'South'],
  ['北', '北', 'North'],
] as const;

/**
 * 191 communities, as many as Liwan has, under names that are made up of its place words. Each lies within 500 m of its
 * street's centre.
 */
export function demoCommunities(seed: number): Place[] {
  return streets.flatMap((street, index) => {
    const [count, ...words] = plans[index] ?? [0];
    return Array.from({ length: count }, (_, n): Place => {
      const random = seededRandom(seedFor(seed, street.scope, n));
      const [hans, hant, pinyin] = words[n % words.length] ?? ['', '', ''];
      const [partHans, partHant, partEnglish] = parts[Math.floor(n / words.length)] ?? ['', '', ''];
      const number = String(n + 1).padStart(3, '0');
      return {
        code: `${street.code}${number}`,
        scope: `${street.scope}/${number}`,
        name: {
          'zh-Hans': `${hans}${partHans}社区`,
          'zh-Hant': `${hant}${partHant}社區`,
          en: `${pinyin} ${partEnglish} Community`,
        },
        centre: {
          lng: degrees(street.centre.lng + (random() - 0.5) * 0.006),
          lat: degrees(street.centre.lat + (random() - 0.5) * 0.006),
        },
      };
    });
  });
}

/** To a metre. */
function degrees(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}
