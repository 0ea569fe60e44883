import { foldFullWidth } from './full-width.ts';

export type CreditCodeCheck = { ok: true; code: string } | { ok: false; reason: 'wrongForm' | 'checkDigitWrong' };

/** GB 32100 leaves out I, O, S, V and Z, which are read as digits or as each other. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Powers of 3 modulo 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Checks the unified social credit code of an organisation (GB 32100) and answers it in upper case without spaces. */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = foldFullWidth(text).toUpperCase();
  if (code.length !== 18 || [...code].some((sign) => !alphabet.includes(sign)))
    return { ok: false, reason: 'wrongForm' };
  const sum = weights.reduce((total, weight, place) => total + weight * alphabet.indexOf(code.charAt(place)), 0);
  return code[17] === alphabet[(31 - (sum % 31)) % 31] ? { ok: true, code } : { ok: false, reason: 'checkDigitWrong' };
}
