import type { Sealer } from '../../platform/sealing.ts';

/** A keyed digest of the last four digits of a number, by which people are found who read them out. */
export function phoneTailIndexOf(sealer: Pick<Sealer, 'blindIndex'>, mobile: string): Promise<string> {
  return sealer.blindIndex('mobileTail', mobile.slice(-4));
}
