import type { Day } from '../../kernel/time.ts';
import { foldFullWidth } from '../full-width.ts';

/**
 * Documents by which a person may register. `mainlandId` is any card with a number of GB 11643: the resident identity
 * card and the residence permits for people of Hong Kong (810000), Macao (820000) and Taiwan (830000).
 */
export const documentKinds = [
  'mainlandId',
  'homeReturnPermit',
  'taiwanPermit',
  'chinesePassport',
  'foreignPassport',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

export type Gender = 'female' | 'male';

/** Why a number cannot be one of its kind, from the form inwards. */
export type DocumentFault = 'wrongForm' | 'birthDateImpossible' | 'bornInFuture' | 'checkDigitWrong';

export type DocumentCheck =
  | { ok: true; number: string; birthDate?: Day; gender?: Gender }
  | { ok: false; reason: DocumentFault };

const forms: Record<DocumentKind, RegExp> = {
  mainlandId: /^\d{17}[\dX]$/,
  homeReturnPermit: /^[HM]\d{8}(\d{2})?$/,
  taiwanPermit: /^\d{8}$/,
  chinesePassport: /^[EGPSD][A-Z0-9]?\d{7,8}$/,
  foreignPassport: /^[A-Z0-9]{5,12}$/,
};

/**
 * Checks a document number and answers it as it is stored: upper case, without spaces, full-width signs folded. A
 * mainland number also tells birth date and gender. Give `today` to refuse a birth date that has not come yet.
 *
 * The area code is not looked up on purpose: residence permits use codes that no division has, and a code stays valid
 * for its holder after the division is gone (GB 11643).
 */
export function checkDocument(kind: DocumentKind, text: string, today?: Day): DocumentCheck {
  const number = foldFullWidth(text).toUpperCase();
  if (!forms[kind].test(number)) return { ok: false, reason: 'wrongForm' };
  if (kind !== 'mainlandId') return { ok: true, number };

  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isBirthDate(birthDate)) return { ok: false, reason: 'birthDateImpossible' };
  if (today !== undefined && birthDate > today) return { ok: false, reason: 'bornInFuture' };
  if (number[17] !== checkDigit(number.slice(0, 17))) return { ok: false, reason: 'checkDigitWrong' };
  return { ok: true, number, birthDate, gender: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

/**
 * Whole years on `day`; negative before birth. One born on 29 February comes of age on 1 March of a year without that
 * day.
 */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The day on which one turns so many years old, by the same rule. */
export function dayOfTurning(years: number, birthDate: Day): Day {
  const day = `${Number(birthDate.slice(0, 4)) + years}${birthDate.slice(4)}`;
  return day.endsWith('-02-29') && !isCalendarDay(day) ? `${day.slice(0, 4)}-03-01` : day;
}

/**
 * A number that passes `checkDocument` and belongs to nobody we know of, for demo data and tests. `sequence` is the
 * three digits 0–999 that tell people of one area and day apart: odd for a man.
 *
 * @throws RangeError when no number can be made of these parts.
 */
export function makeSyntheticId(parts: { areaCode?: string; birthDate: Day; sequence: number }): string {
  const { areaCode = '440103', birthDate, sequence } = parts;
  if (!/^\d{6}$/.test(areaCode)) throw new RangeError(`not an area code: ${areaCode}`);
  if (!isBirthDate(birthDate)) throw new RangeError(`not a birth date: ${birthDate}`);
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999) throw new RangeError(`not in 0–999: ${sequence}`);
  const body = areaCode + birthDate.replaceAll('-', '') + String(sequence).padStart(3, '0');
  return body + checkDigit(body);
}

/** A day that exists, from 1900 on: no one older is alive. */
function isBirthDate(text: string): boolean {
  return text >= '1900-01-01' && isCalendarDay(text);
}

function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** ISO 7064 MOD 11-2 over the first 17 digits, as GB 11643 prescribes it. */
function checkDigit(body: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return '10X98765432'.charAt(sum % 11);
}
