import * as z from 'zod';

/** A questionnaire whose score is the sum of its answers. `bands` go from the lowest score of each, upwards. */
type Instrument = Readonly<{
  /** Raised whenever items, coding or cut-offs change; a result keeps the version that it was scored by. */
  version: number;
  items: number;
  highestAnswer: number;
  factor: number;
  bands: readonly (readonly [from: number, band: string])[];
}>;

/**
 * The instruments and their published cut-offs. K6 is coded 0–4 here; a form that codes 1–5 subtracts one from each
 * answer. WHO-5 measures well-being, so that its low end is the one to notice: `veryLow` (28 or less) goes on to PHQ-9.
 */
export const instruments = {
  phq2: {
    version: 1,
    items: 2,
    highestAnswer: 3,
    factor: 1,
    bands: [
      [0, 'negative'],
      [3, 'positive'],
    ],
  },
  gad2: {
    version: 1,
    items: 2,
    highestAnswer: 3,
    factor: 1,
    bands: [
      [0, 'negative'],
      [3, 'positive'],
    ],
  },
  phq9: {
    version: 1,
    items: 9,
    highestAnswer: 3,
    factor: 1,
    bands: [
      [0, 'minimal'],
      [5, 'mild'],
      [10, 'moderate'],
      [15, 'moderatelySevere'],
      [20, 'severe'],
    ],
  },
  gad7: {
    version: 1,
    items: 7,
    highestAnswer: 3,
    factor: 1,
    bands: [
      [0, 'minimal'],
      [5, 'mild'],
      [10, 'moderate'],
      [15, 'severe'],
    ],
  },
  k6: {
    version: 1,
    items: 6,
    highestAnswer: 4,
    factor: 1,
    bands: [
      [0, 'low'],
      [5, 'moderate'],
      [13, 'serious'],
    ],
  },
  who5: {
    version: 1,
    items: 5,
    highestAnswer: 5,
    factor: 4,
    bands: [
      [0, 'veryLow'],
      [29, 'low'],
      [50, 'fair'],
    ],
  },
} as const satisfies Record<string, Instrument>;

export type InstrumentName = keyof typeof instruments;
export const instrumentNames = Object.keys(instruments) as [InstrumentName, ...InstrumentName[]];
export type BandOf<Name extends InstrumentName> = (typeof instruments)[Name]['bands'][number][1];

export type Score<Name extends InstrumentName> = { version: number; total: number; band: BandOf<Name> };

/** The schema of a full set of answers. */
export function Answers(name: InstrumentName) {
  const { items, highestAnswer } = instruments[name];
  return z.array(z.int().min(0).max(highestAnswer)).length(items);
}

/** @throws RangeError for answers that the schema would not take: scoring never guesses what is missing. */
export function score<Name extends InstrumentName>(name: Name, answers: readonly number[]): Score<Name> {
  const { version, items, highestAnswer, factor, bands }: Instrument = instruments[name];
  const fits = (answer: number) => Number.isInteger(answer) && answer >= 0 && answer <= highestAnswer;
  if (answers.length !== items || !answers.every(fits))
    throw new RangeError(`${name} takes ${items} answers of 0–${highestAnswer}`);
  const total = factor * answers.reduce((sum, answer) => sum + answer, 0);
  const band = bands.findLast(([from]) => total >= from)?.[1] as BandOf<Name>;
  return { version, total, band };
}

export const scorePhq2 = (answers: readonly number[]) => score('phq2', answers);
export const scoreGad2 = (answers: readonly number[]) => score('gad2', answers);
export const scoreGad7 = (answers: readonly number[]) => score('gad7', answers);
export const scoreK6 = (answers: readonly number[]) => score('k6', answers);

/** With whether the ninth item calls for the Columbia screener, which any answer above 0 does whatever the total. */
export function scorePhq9(answers: readonly number[]): Score<'phq9'> & { goesOnToCssrs: boolean } {
  return { ...score('phq9', answers), goesOnToCssrs: (answers[8] ?? 0) >= 1 };
}

/** Scores 0–100, four times the raw sum, with whether PHQ-9 should follow. */
export function scoreWho5(answers: readonly number[]): Score<'who5'> & { goesOnToPhq9: boolean } {
  const scored = score('who5', answers);
  return { ...scored, goesOnToPhq9: scored.band === 'veryLow' };
}
