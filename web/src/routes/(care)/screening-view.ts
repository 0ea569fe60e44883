import { instruments } from '@kaifong/shared/care/instruments.ts';
import type { ScreeningView } from '@kaifong/shared/care/schema.ts';
import { careNotice } from '@kaifong/shared/care/words.ts';
import { m } from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';

/** A screening in words. `notice` says what a result is not, and stands beside it always. */
export type ShownScreening = Readonly<{ at: string; isDanger: boolean; results: readonly string[]; notice: string }>;

export function shownScreening({ at, dangerNow, results }: ScreeningView): ShownScreening {
  return { at, isDanger: dangerNow, results: results.map(resultWords), notice: careNotice[getLocale()] };
}

/** A low score is never put as good news: it tells what was asked, and to go on listening. */
function resultWords({ instrument, complete, total, band }: ScreeningView['results'][number]): string {
  if (instrument === 'cssrs') return complete ? m.care_cssrsDone() : m.care_halfWay();
  if (!complete || total === undefined) return m.care_halfWay();
  const facts = { total, most: instruments.phq2.items * instruments.phq2.highestAnswer };
  return band === 'positive' ? m.care_phq2Positive(facts) : m.care_phq2Negative(facts);
}
