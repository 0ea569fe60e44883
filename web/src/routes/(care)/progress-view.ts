import type { Measure } from '@kaifong/shared/care/cases/outcome.ts';
import type { ChartPoint } from '#lib/components/chart.ts';
import { formatMoment } from '#lib/components/moment.ts';
import { m } from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';

/** The sums of one questionnaire: a line when there are two or more, and the same in a sentence. */
export type ProgressLine = Readonly<{ title: string; words: string; points: readonly ChartPoint[] }>;

/** What was answered of PHQ-9 and GAD-7, each as far as it was. */
export function progressLines(measures: readonly Measure[]): ProgressLine[] {
  return (['phq9', 'gad7'] as const).flatMap((name) => {
    const points = pointsOf(measures, name);
    const title = name === 'phq9' ? m.progress_phq9() : m.progress_gad7();
    return points.length > 0 ? [{ title, words: wordsOf(points), points }] : [];
  });
}

type Dated = ChartPoint & Readonly<{ day: string }>;

function pointsOf(measures: readonly Measure[], name: 'phq9' | 'gad7'): Dated[] {
  const isOfOneYear = new Set(measures.map(({ day }) => day.slice(0, 4))).size < 2;
  return measures.flatMap(({ day, [name]: value }): Dated[] => {
    if (value === undefined) return [];
    const [year = '', ...monthAndDay] = day.split('-');
    const short = monthAndDay.map(Number).join('/');
    const text = m.progress_sum({ total: value });
    return [{ label: isOfOneYear ? short : `${year.slice(2)}/${short}`, value, text, day }];
  });
}

function wordsOf(points: readonly Dated[]): string {
  const [first, last] = [points[0], points.at(-1)] as [Dated, Dated];
  const words = ({ day }: Dated) => formatMoment(day, 'day', getLocale());
  if (points.length < 2) return m.progress_once({ day: words(first), total: first.value });
  return m.progress_fromTo({
    first: words(first),
    from: first.value,
    last: words(last),
    to: last.value,
    times: points.length,
  });
}
