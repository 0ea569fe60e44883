import { foldFullWidth } from '../full-width.ts';

export type MobileRegion = 'mainland' | 'hongKong' | 'macao';

/**
 * Why a text is no mobile number that we can send to. `regionUnclear` is eight digits beginning with 6, which Hong Kong
 * and Macao both give out: it needs +852 or +853 in front.
 */
export type MobileFault = 'wrongForm' | 'regionUnclear' | 'regionUnsupported';

export type MobileParse = { ok: true; e164: string; region: MobileRegion } | { ok: false; reason: MobileFault };

const regions: readonly { region: MobileRegion; prefix: string; form: RegExp }[] = [
  { region: 'mainland', prefix: '86', form: /^1[3-9]\d{9}$/ },
  { region: 'hongKong', prefix: '852', form: /^[4-9]\d{7}$/ },
  { region: 'macao', prefix: '853', form: /^6\d{7}$/ },
];

/**
 * Reads a mobile number as people write it, with or without country code, and answers its E.164 form
 * (`+8613800000001`).
 */
export function parseMobile(text: string): MobileParse {
  const compact = foldFullWidth(text)
    .replace(/[-().\u2010-\u2015]/g, '')
    .replace(/^00/, '+');
  if (!/^\+?\d{7,15}$/.test(compact)) return { ok: false, reason: 'wrongForm' };
  const isInternational = compact.startsWith('+');
  const digits = compact.replace('+', '');

  const local = isInternational ? [] : regions.filter(({ form }) => form.test(digits));
  if (local.length > 1) return { ok: false, reason: 'regionUnclear' };
  if (local[0]) return found(local[0], digits);

  const abroad = regions.find(({ prefix }) => digits.startsWith(prefix));
  if (abroad?.form.test(digits.slice(abroad.prefix.length))) return found(abroad, digits.slice(abroad.prefix.length));
  return { ok: false, reason: isInternational && !abroad ? 'regionUnsupported' : 'wrongForm' };
}

function found({ region, prefix }: { region: MobileRegion; prefix: string }, national: string): MobileParse {
  return { ok: true, e164: `+${prefix}${national}`, region };
}
