import { m } from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';

/** Nobody and nothing real. Names of people and places stand as they were entered, in every language. */
export const people = [
  { name: '陈嘉敏', number: 'LW000123' },
  { name: '黄志强', number: 'LW000456' },
  { name: '欧阳慧芬', number: 'LW000789' },
  { name: 'Wong Mei Ling', number: 'LW001011' },
  { name: '古丽巴哈尔·买买提艾力·阿卜杜热合曼', number: 'LW001213' },
] as const;

export type SampleShift = Readonly<{
  title: string;
  place: string;
  startsAt: string;
  endsAt: string;
  taken: number;
  places: number;
}>;

export const shifts: readonly [SampleShift, ...SampleShift[]] = [
  {
    title: '恩宁路晚间巡逻',
    place: '永庆坊牌坊',
    startsAt: '2026-11-28T11:30:00.000Z',
    endsAt: '2026-11-28T13:30:00.000Z',
    taken: 4,
    places: 4,
  },
  {
    title: '荔枝湾涌引路',
    place: '荔枝湾牌坊',
    startsAt: '2026-11-29T01:00:00.000Z',
    endsAt: '2026-11-29T03:00:00.000Z',
    taken: 6,
    places: 8,
  },
  {
    title: '上门探访独居长者，顺便帮忙检查煤气和电线，并送上社区食堂的午餐',
    place: '逢源街道',
    startsAt: '2026-11-30T02:00:00.000Z',
    endsAt: '2026-11-30T04:30:00.000Z',
    taken: 2,
    places: 2,
  },
];

/** The last half year, with the names of the months in the language of the page. */
export function hoursByMonth(): { label: string; hours: number }[] {
  const names = new Intl.DateTimeFormat(getLocale(), { month: 'short', timeZone: 'UTC' });
  return [8, 12, 5, 0, 16, 12].map((hours, index) => ({
    label: names.format(new Date(Date.UTC(2026, 5 + index))),
    hours,
  }));
}

export const peopleByWeek = [112, 130, 126, 148, 171, 166, 190, 214, 208, 236].map((people, index) => ({
  week: 38 + index,
  people,
}));

export const kinds = [
  { name: m.design_patrol, hours: 46 },
  { name: m.design_visits, hours: 28 },
  { name: m.design_guiding, hours: 20 },
  { name: m.design_cleaning, hours: 9 },
];
