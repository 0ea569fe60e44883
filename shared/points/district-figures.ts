import type { Text } from '../kernel/language.ts';
import type { Figure, FiguresOf, SettingsGroup } from '../organisation/settings/figures.ts';

const says: Text = {
  'zh-Hans': '志愿时满多少小时是这个星级。要比前一级多。',
  'zh-Hant': '志願時滿多少小時是這個星級。要比前一級多。',
  en: 'Hours from which this star is held. More than for the star before.',
};

/** @param usual hours, of the national star grades */
const star = (usual: number, hans: string, hant: string, en: string): Figure => ({
  ...{ usual, least: 10, most: 10_000, unit: 'hours' },
  name: { 'zh-Hans': hans, 'zh-Hant': hant, en },
  says,
});

/** The hours of the stars. */
export const starsGroup = {
  name: { 'zh-Hans': '星级', 'zh-Hant': '星級', en: 'Stars' },
  figures: {
    one: star(100, '一星', '一星', 'One star'),
    two: star(300, '二星', '二星', 'Two stars'),
    three: star(600, '三星', '三星', 'Three stars'),
    four: star(1000, '四星', '四星', 'Four stars'),
    five: star(1500, '五星', '五星', 'Five stars'),
  },
  rising: { names: ['one', 'two', 'three', 'four', 'five'], apart: 1 },
} as const satisfies SettingsGroup;

export type StarFigures = FiguresOf<typeof starsGroup>;
