import { day, type Instant } from '../../kernel/time.ts';
import { type CssrsAnswers, cssrsQuestions, nextCssrsQuestion } from '../instruments/cssrs.ts';
import { type InstrumentName, instruments } from '../instruments/instruments.ts';

/** The answers to one questionnaire so far; `null` where nothing was said. */
export type AnswersSoFar = readonly (number | null)[];

/** All answers so far, by questionnaire. */
export type SoFar = Readonly<
  { [Name in InstrumentName]?: AnswersSoFar | undefined } & { cssrs?: CssrsAnswers | undefined }
>;

/** A questionnaire that is to be asked or gone on with: `items` are the places of what has not been answered, from 0. */
export type Asking = Readonly<{ instrument: InstrumentName | 'cssrs'; items: readonly number[]; anew?: true }>;

/** How long answers are gone on with (house); after that the questions are about another fortnight, and are asked anew. */
export const answersHoldFor = 7 * day;
export const answersHold = (at: Instant, now: Instant) => Date.parse(now) - Date.parse(at) < answersHoldFor;

/** The short form of each long one, whose first items it is. */
const shortFormOf: Partial<Record<InstrumentName, InstrumentName>> = { phq9: 'phq2', gad7: 'gad2' };

const isComplete = (answers: AnswersSoFar | undefined) => answers?.every((answer) => answer !== null) ?? false;
const total = (answers: AnswersSoFar = []) => answers.reduce<number>((sum, answer) => sum + (answer ?? 0), 0);

/** The answers to a questionnaire so far, with those that its short form has given already. */
function carriedOver(name: InstrumentName, soFar: SoFar): AnswersSoFar {
  const short = shortFormOf[name];
  const begun = (short && soFar[short]) ?? [];
  return Array.from({ length: instruments[name].items }, (_, place) => soFar[name]?.[place] ?? begun[place] ?? null);
}

/**
 * What is known once `sent` was said: it fills up and corrects what had been said `before`. Only what was touched is in it.
 */
export function together(before: SoFar, sent: SoFar): SoFar {
  const merged: Partial<Record<InstrumentName, AnswersSoFar>> & { cssrs?: CssrsAnswers | undefined } = {};
  for (const name of Object.keys(instruments) as InstrumentName[]) {
    const answers = sent[name];
    if (!answers) continue;
    const known = carriedOver(name, before);
    merged[name] = answers.map((answer, place) => answer ?? known[place] ?? null);
  }
  if (sent.cssrs) merged.cssrs = { ...before.cssrs, ...sent.cssrs };
  return merged;
}

/** Whether somebody has spoken of not wanting to live and has not been asked on: the Columbia screener is due, whatever the total. */
export function owesCssrs({ phq9, cssrs }: SoFar): boolean {
  return (phq9?.[8] ?? 0) >= 1 && (cssrs === undefined || nextCssrsQuestion(cssrs) !== undefined);
}

/**
 * What is asked next: the Columbia screener before all else once it is due or begun; a long form after its short form was positive, PHQ-9 also
 * when well-being is very low; then whatever was begun. `undefined` when all that is needed was asked.
 */
export function nextToAsk(soFar: SoFar): Asking | undefined {
  if (owesCssrs(soFar) || (soFar.cssrs && nextCssrsQuestion(soFar.cssrs))) return cssrsAsking(soFar.cssrs);
  const isPositive = (name: 'phq2' | 'gad2') => isComplete(soFar[name]) && total(soFar[name]) >= 3;
  const isWellBeingVeryLow = isComplete(soFar.who5) && total(soFar.who5) * instruments.who5.factor <= 28;
  const needed: readonly (readonly [InstrumentName, boolean])[] = [
    ['phq2', soFar.phq9 === undefined],
    ['phq9', isPositive('phq2') || isWellBeingVeryLow || soFar.phq9 !== undefined],
    ['gad2', soFar.gad7 === undefined],
    ['gad7', isPositive('gad2') || soFar.gad7 !== undefined],
    ['k6', soFar.k6 !== undefined],
    ['who5', soFar.who5 !== undefined],
  ];
  for (const [instrument, isNeeded] of needed) {
    if (isNeeded && !isComplete(soFar[instrument])) return asked(instrument, soFar);
  }
  return undefined;
}

/** One questionnaire that somebody chose: what is left of it, or all of it anew when it was complete. */
export function chosenToAsk(instrument: Asking['instrument'], soFar: SoFar): Asking {
  if (instrument !== 'cssrs') {
    return isComplete(soFar[instrument]) ? { ...asked(instrument, {}), anew: true } : asked(instrument, soFar);
  }
  const isOver = soFar.cssrs !== undefined && nextCssrsQuestion(soFar.cssrs) === undefined;
  return isOver ? { ...cssrsAsking(), anew: true } : cssrsAsking(soFar.cssrs);
}

function asked(instrument: InstrumentName, soFar: SoFar): Asking {
  const places = carriedOver(instrument, soFar).map((answer, place) => ({ answer, place }));
  return { instrument, items: places.filter(({ answer }) => answer === null).map(({ place }) => place) };
}

/** The first two questions go together, since a no to the second passes over three; the others follow. */
function cssrsAsking(answers: CssrsAnswers = {}): Asking {
  const isOpen = (place: number) => answers[cssrsQuestions[place] as keyof CssrsAnswers] === undefined;
  const places = isOpen(0) || isOpen(1) ? [0, 1] : answers.q2 === false ? [5] : [2, 3, 4, 5];
  return { instrument: 'cssrs', items: places.filter(isOpen) };
}
