import { day, hour, type Instant, shiftBy } from '../kernel/time.ts';
import type { Counsellor, Level } from './matching/eligibility.ts';
import type { Slot } from './slots.ts';
import { type Topic, topicCodes } from './topics.ts';

/** A counsellor of the demo, under a working name; ids, cases and planned minutes come with the seeding. */
export type DemoCounsellor = Omit<Counsellor, 'id' | 'openCases' | 'weekMinutes'> & Readonly<{ workingName: string }>;

/**
 * A request of the demo, under an alias, with the answers that were given. None is an emergency: a demo pages nobody.
 */
export type DemoSupportRequest = Readonly<{
  alias: string;
  askedBy: 'self' | 'family' | 'phone';
  forMinor: boolean;
  topics: readonly Topic[];
  languages: readonly string[];
  slots: readonly Slot[];
  preferredGender?: 'female' | 'male';
  communityScope: string;
  phq2: readonly [number, number];
  dangerNow: false;
  receivedAt: Instant;
}>;

const workingNames = [
  '木棉',
  '玉兰',
  '紫荆',
  '凤凰',
  '鸡蛋花',
  '含笑',
  '茉莉',
  '海棠',
  '丹桂',
  '腊梅',
  '石榴',
  '金银花',
  '白榄',
  '荔枝',
  '龙眼',
  '杨桃',
  '黄皮',
  '芭蕉',
  '细叶榕',
  '水松',
  '菩提',
  '榆树',
  '文竹',
  '兰草',
];

const aliases = [
  '小舟',
  '阿月',
  '晴天',
  '老树',
  '晚风',
  '石板路',
  '木窗',
  '阿星',
  '糖水',
  '早茶',
  '骑楼',
  '河边',
  '灯笼',
  '雨伞',
];

const languageSets = [
  ['cantonese', 'mandarin'],
  ['cantonese'],
  ['mandarin'],
  ['mandarin', 'cantonese', 'english'],
  ['teochew', 'mandarin'],
];

/**
 * Counsellors and requests for a demo. `random` answers 0 ≤ n < 1 and decides everything else, so that the same seed
 * makes the same people; they live in `communities`. The first counsellor is the one whom the demo account of a
 * counsellor belongs to.
 */
export function demoCare(world: { random: () => number; now: Instant; communities: readonly string[] }): {
  counsellors: DemoCounsellor[];
  requests: DemoSupportRequest[];
} {
  const { random, now, communities } = world;
  if (communities.length === 0) throw new RangeError('people of the demo need a community to live in');
  const upTo = (limit: number) => Math.floor(random() * limit);
  const oneOf = <Item>(items: readonly Item[]) => items[upTo(items.length)] as Item;
  const some = <Item>(items: readonly Item[], count: number) =>
    Array.from({ length: count }, () => oneOf(items)).filter((item, place, all) => all.indexOf(item) === place);

  /** Weekly slots of two to four hours, in the morning, the afternoon or the evening. */
  const slots = (count: number): Slot[] =>
    Array.from({ length: count }, () => {
      const from = oneOf([9, 14, 18]) * 60;
      return { weekday: 1 + upTo(7), from, to: from + 120 + upTo(3) * 60 };
    });

  const counsellors = workingNames.map((workingName, place): DemoCounsellor => {
    const level = (place === 0 ? 3 : 1 + (place % 3)) as Level;
    return {
      workingName,
      level,
      gender: place % 3 === 2 ? 'male' : 'female',
      languages: place === 0 ? ['cantonese', 'mandarin'] : oneOf(languageSets),
      topics: some(topicCodes, 5),
      slots: slots(6),
      vettedForMinors: level > 1 && random() < 0.6,
      paused: place > 0 && random() < 0.08,
      supervisedUntil: shiftBy(now, (16 + upTo(24)) * day),
      caseLimit: 2 + upTo(3),
      weeklyCapMinutes: 300,
      communityScope: oneOf(communities),
      teamScopes: [],
    };
  });

  const requests = aliases.map((alias, place): DemoSupportRequest => {
    const preferred = oneOf(['female', 'male', undefined, undefined] as const);
    return {
      alias,
      askedBy: oneOf(['self', 'self', 'family', 'phone']),
      forMinor: place % 7 === 6,
      topics: some(topicCodes, 2),
      languages: oneOf(languageSets).slice(0, 2),
      slots: slots(4),
      ...(preferred ? { preferredGender: preferred } : {}),
      communityScope: oneOf(communities),
      phq2: [upTo(4), upTo(4)],
      dangerNow: false,
      receivedAt: shiftBy(now, -(1 + upTo(9 * 24)) * hour),
    };
  });

  return { counsellors, requests };
}
