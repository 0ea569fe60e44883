import { type BandOf, type InstrumentName, instruments } from '@kaifong/shared/care/instruments/instruments.ts';
import { questionnaireNames } from '@kaifong/shared/care/instruments/questionnaires.ts';
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
  const name = questionnaireNames[instrument].code;
  if (!complete) return instrument === 'phq2' ? m.care_halfWay() : m.care_halfWayOf({ name });
  if (instrument === 'cssrs' || total === undefined) return m.care_cssrsDone();
  const { items, highestAnswer, factor } = instruments[instrument];
  const facts = { total, most: items * highestAnswer * factor };
  if (instrument === 'phq2') return band === 'positive' ? m.care_phq2Positive(facts) : m.care_phq2Negative(facts);
  return m.care_sumResult({ name, ...facts, band: bandWords[band as Band]() });
}

type Band = BandOf<InstrumentName>;

/** Where a total lies, in plain words. */
const bandWords: Readonly<Record<Band, () => string>> = {
  negative: m.care_bandNegative,
  positive: m.care_bandPositive,
  minimal: m.care_bandMinimal,
  mild: m.care_bandMild,
  moderate: m.care_bandModerate,
  moderatelySevere: m.care_bandModeratelySevere,
  severe: m.care_bandSevere,
  low: m.care_bandLow,
  serious: m.care_bandSerious,
  veryLow: m.care_bandVeryLow,
  fair: m.care_bandFair,
};
