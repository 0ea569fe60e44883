import { type FigureColumn, type FigureRisk, type FigureRow, partsOf } from '@kaifong/shared/care/figures/figures.ts';
import { m } from '#paraglide/messages.js';

/** A line of the figures in words; what was kept back is `*`. */
export type ShownFigures = Readonly<
  { place: string; name: string } & Record<
    FigureRisk | 'improved' | 'recovered' | 'held' | 'noShow' | 'referrals',
    string
  >
>;

export function shownFigures({ place, counts, medianDays }: FigureRow, name: string): ShownFigures {
  const share = (part: FigureColumn, other: FigureColumn) => {
    const parts = partsOf(counts, part, other);
    if (!parts) return '*';
    const percent = parts.all === 0 ? '' : m.figures_percent({ percent: Math.round((100 * parts.part) / parts.all) });
    return m.figures_ofAll({ ...parts }) + percent;
  };
  const wait = (risk: FigureRisk) => {
    const days = medianDays[risk];
    const median = days === undefined ? '' : m.figures_median({ days });
    return share(`${risk}Within`, `${risk}Late`) + median;
  };
  const count = (column: FigureColumn) => String(counts[column] ?? '*');
  return {
    place,
    name,
    high: wait('high'),
    moderate: wait('moderate'),
    low: wait('low'),
    improved: share('improved', 'notImproved'),
    recovered: share('recovered', 'notRecovered'),
    held: count('held'),
    noShow: count('noShow'),
    referrals: count('referralsClosed'),
  };
}
