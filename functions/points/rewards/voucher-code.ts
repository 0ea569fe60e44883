import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Sealer } from '../../platform/sealing.ts';

const placeOf = (voucherId: string) => `voucher/${voucherId}/code`;

/** Ten characters that are easily read aloud, 50 bits. The random half of an id, so that who knows the voucher's does not know the code. */
export const newVoucherCode = (): string => newId('voucher', 0).slice(-10);

/** By what a code is found. */
export const codeIndexOf = (sealer: Sealer, code: string): Promise<string> => sealer.blindIndex('voucher', code);

/** A code as it is kept: under seal, and by what it is found. */
export async function sealedCode(sealer: Sealer, code: string, voucherId: string) {
  const [codeIndex, codeSealed] = await Promise.all([codeIndexOf(sealer, code), sealer.seal(code, placeOf(voucherId))]);
  return { codeIndex, codeSealed };
}

export const openCode = (sealer: Sealer, voucher: Readonly<{ id: string; codeSealed: string }>): Promise<string> =>
  sealer.open(voucher.codeSealed, placeOf(voucher.id));
