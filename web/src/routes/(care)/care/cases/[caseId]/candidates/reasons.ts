import type { Term } from '@kaifong/shared/care/counsellors/counsellor-schema.ts';
import { topics } from '@kaifong/shared/care/topics.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { m } from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';
import { slotsText } from '../../../../week.ts';
import { inWords, urgencyOf } from '../../../../words.ts';
import { isOfTheCounsellor } from './fit.ts';

/** Why a counsellor suits, or suits less. `worth` is what it adds of 100 points; what is the same for everybody has none. */
export type Reason = Readonly<{ words: string; speaksFor: boolean; worth: string | undefined }>;

/** Each term of a score in words, with the facts behind it; what is the same for everybody comes last. */
export function reasonsOf(terms: readonly Term[]): Reason[] {
  return [...terms.filter(isOfTheCounsellor), ...terms.filter((term) => !isOfTheCounsellor(term))]
    .filter((term) => term.name !== 'scarcity' || term.facts.spared.length > 0)
    .map((term) => ({
      words: wordsOf(term),
      speaksFor: speaksFor(term),
      worth: isOfTheCounsellor(term) ? signed(term.value) : undefined,
    }));
}

function wordsOf(term: Term): string {
  switch (term.name) {
    case 'base':
      return m.care_reasonBase();
    case 'credit':
      return m.care_reasonCredit({ days: term.facts.daysWaited.toFixed(1), risk: urgencyOf(term.facts.risk).words });
    case 'topic':
      return term.facts.shared.length > 0
        ? m.care_reasonTopics({ topics: inWords(term.facts.shared, topics) })
        : m.care_reasonNoTopic();
    case 'genderPreference':
      return genderWords(term.facts);
    case 'slotOverlap':
      return m.care_reasonSlots({ slots: slotsText(term.facts.shared, getLocale()) });
    case 'level':
      return term.facts.level === term.facts.needed
        ? m.care_reasonLevel({ level: term.facts.level })
        : m.care_reasonLevelAbove({ level: term.facts.level, needed: term.facts.needed });
    case 'language':
      return m.care_reasonLanguages({ languages: inWords(term.facts.shared, spokenLanguages) });
    case 'load':
      return m.care_reasonLoad({ open: term.facts.openCases, limit: term.facts.caseLimit });
    case 'scarcity':
      return m.care_reasonScarcity();
  }
}

function genderWords({ preferred, gender }: Extract<Term, { name: 'genderPreference' }>['facts']): string {
  const words = { female: m.care_female(), male: m.care_male() };
  if (preferred === 'none') return m.care_reasonGenderAny({ gender: words[gender] });
  return preferred === gender
    ? m.care_reasonGenderMet({ gender: words[gender] })
    : m.care_reasonGenderUnmet({ gender: words[gender], preferred: words[preferred] });
}

function speaksFor(term: Term): boolean {
  return isOfTheCounsellor(term) && (term.value > 0 || (term.name === 'load' && term.value === 0));
}

function signed(value: number): string {
  const points = Math.round(100 * value);
  return points === 0 ? '0' : `${points < 0 ? '−' : '+'}${Math.abs(points)}`;
}
