import * as z from 'zod';

/** Crockford's base 32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const form = /^LW\d{4}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/;

/**
 * The number of a record certificate: the year, and ten signs that nobody guesses (50 bits), since whoever knows it may ask whether it
 * holds: `LW2026-7K3M9-QXD2T`.
 */
export const CertificateNumber = z.string().regex(form);

/** A number as people type it: it may lack its dashes, be in small letters, and have O for 0 or I and L for 1. */
export const TypedCertificateNumber = z.string().max(60).transform(asPrinted).pipe(CertificateNumber);

function asPrinted(typed: string): string {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '');
  const random = signs.slice(6).replace(/O/g, '0').replace(/[IL]/g, '1');
  return `${signs.slice(0, 6)}-${random.slice(0, 5)}-${random.slice(5)}`;
}

/** A new number, of the year in Liwan. */
export function newCertificateNumber(year: string): string {
  const signs = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => alphabet[byte % 32]).join('');
  return `LW${year}-${signs.slice(0, 5)}-${signs.slice(5)}`;
}
