import { type CssrsAnswers, cssrsQuestions } from '@kaifong/shared/care/instruments/cssrs.ts';
import { cssrsWords } from '@kaifong/shared/care/instruments/cssrs-words.ts';
import { type InstrumentName, instrumentNames, instruments } from '@kaifong/shared/care/instruments/instruments.ts';
import { questionnaireNames, questionnaires } from '@kaifong/shared/care/instruments/questionnaires.ts';
import type { CaseView, Screening } from '@kaifong/shared/care/schema.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Choice } from '#lib/components/choice.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

type ToAsk = CaseView['mayAsk'][number];

/** A questionnaire as it is put, or what is left of it: nothing of what was answered. */
export type QuestionSheet = Readonly<{
  instrument: ToAsk['instrument'];
  anew: boolean;
  about: string;
  code: string;
  lead: string;
  questions: readonly Readonly<{ name: string; legend: string; choices: readonly Choice[]; isUrgent: boolean }>[];
  source: string;
  licence: string;
}>;

export function sheetOf({ instrument, items, anew }: ToAsk, locale: Language): QuestionSheet {
  const { about, code } = questionnaireNames[instrument];
  const { lead, source, licence } = instrument === 'cssrs' ? cssrsWords : questionnaires[instrument];
  const texts = instrument === 'cssrs' ? cssrsWords.items.map(({ text }) => text) : questionnaires[instrument].items;
  const questions = items.map((place) => ({
    name: `item_${place}`,
    legend: `${place + 1}. ${texts[place]?.[locale]}`,
    choices: choicesOf(instrument, place, locale),
    isUrgent: instrument === 'cssrs' || (instrument === 'phq9' && place === 8),
  }));
  return {
    instrument,
    anew: anew === true,
    about: about[locale],
    code,
    lead: lead[locale],
    questions,
    source,
    licence,
  };
}

function choicesOf(instrument: ToAsk['instrument'], place: number, locale: Language): Choice[] {
  if (instrument !== 'cssrs') {
    return questionnaires[instrument].answers.map((text, value) => ({ value: String(value), label: text[locale] }));
  }
  const words = cssrsQuestions[place] === 'q6' ? cssrsWords.behaviour : cssrsWords.yesOrNo;
  return words.map(({ value, text }) => ({ value, label: text[locale] }));
}

/** What a sheet answers, as the API takes it; `dangerNow` is its button for danger. */
export function answersOf(form: SubmittedForm): Screening {
  const instrument = form.text('instrument');
  return {
    dangerNow: form.text('dangerNow') === 'yes',
    ...(form.text('anew') === 'yes' && { anew: true as const }),
    ...(instrument === 'cssrs' && { cssrs: cssrsAnswers(form) }),
    ...(isSum(instrument) && { [instrument]: sumAnswers(form, instrument) }),
  };
}

const isSum = (name: string): name is InstrumentName => (instrumentNames as readonly string[]).includes(name);

function sumAnswers(form: SubmittedForm, name: InstrumentName): (number | null)[] {
  return Array.from({ length: instruments[name].items }, (_, place) => form.integer(`item_${place}`) ?? null);
}

function cssrsAnswers(form: SubmittedForm): CssrsAnswers {
  const said = cssrsQuestions.map((name, place) => [name, form.text(`item_${place}`)] as const);
  const answered = said.filter(([, value]) => value !== '');
  return Object.fromEntries(answered.map(([name, value]) => [name, name === 'q6' ? value : value === 'yes']));
}

/** The sheet that was chosen, or what is to be asked next. */
export function nextSheet(
  { toAsk, mayAsk }: Readonly<{ toAsk?: ToAsk | undefined; mayAsk: readonly ToAsk[] }>,
  chosen: string | null,
  locale: Language,
): QuestionSheet | undefined {
  const asked = mayAsk.find(({ instrument }) => instrument === chosen) ?? toAsk;
  return asked && sheetOf(asked, locale);
}

/** What may be asked besides, by name. */
export function besides(
  mayAsk: readonly ToAsk[],
  locale: Language,
): { value: ToAsk['instrument']; about: string; code: string }[] {
  return mayAsk.map(({ instrument }) => {
    const { about, code } = questionnaireNames[instrument];
    return { value: instrument, about: about[locale], code };
  });
}
