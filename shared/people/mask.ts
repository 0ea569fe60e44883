import { foldFullWidth } from './full-width.ts';
import { parseMobile } from './mobile/mobile.ts';

/**
 * What lists show in place of personal data. A mask keeps just enough for somebody who already knows the person to
 * recognise the entry; the whole value is a separate, audited request.
 */

/**
 * `+8613800008000` → `138****8000`; `+85291234567` → `+852 91****67`. A text that is no mobile number is hidden whole.
 */
export function maskMobile(mobile: string): string {
  const parsed = parseMobile(mobile);
  if (!parsed.ok) return '****';
  if (parsed.region === 'mainland') return parsed.e164.replace(/^\+86(\d{3})\d{4}/, '$1****');
  return parsed.e164.replace(/^(\+\d{3})(\d{2})\d{4}/, '$1 $2****');
}

/**
 * A number of 18 signs keeps three in front and four at the end (never the birth date); a shorter one keeps one and
 * two. How long it is does not show.
 */
export function maskDocument(number: string): string {
  const signs = foldFullWidth(number).toUpperCase();
  const [front, end] = signs.length >= 18 ? [3, 4] : [1, 2];
  // Of a number that is gone there is nothing to hide.
  if (signs.length === 0) return '';
  if (signs.length < 8) return '****';
  return `${signs.slice(0, front)}****${signs.slice(-end)}`;
}

/** The number of a policy keeps its last four signs. */
export function maskPolicy(number: string): string {
  return number.length < 8 ? '****' : `****${number.slice(-4)}`;
}

/**
 * `李娜` → `李*`, `陈小明` → `陈*明`, `欧阳振华` → `欧**华`, `Mei Ling Wong` → `M*** L*** W***`. A single sign is hidden. Latin words
 * hide their length as well.
 */
export function maskName(name: string): string {
  const trimmed = name.trim();
  if (/\p{Script=Latin}/u.test(trimmed)) {
    return trimmed
      .split(/[\s'’-]+/)
      .map((word) => `${[...word][0] ?? ''}***`)
      .join(' ');
  }
  const signs = [...trimmed];
  if (signs.length <= 1) return '*';
  if (signs.length === 2) return `${signs[0]}*`;
  return `${signs[0]}${'*'.repeat(signs.length - 2)}${signs.at(-1)}`;
}
