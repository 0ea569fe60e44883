import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { idPrefixes } from '@kaifong/shared/kernel/ids.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Sealer } from '../../platform/sealing.ts';

/** What a shop's address ends with: derived from the reward's id and our keys, so that nothing secret is kept. */
export async function shopKeyOf(sealer: Sealer, rewardId: string): Promise<string> {
  return `${rewardId.slice(-20)}.${(await sealer.blindIndex('rewardShop', rewardId)).slice(0, 43)}`;
}

/** The reward that a shop's key is for. @throws AppError platform.notFound when nobody gave such a key */
export async function rewardOfShop(sealer: Sealer, shopKey: string): Promise<string> {
  const rewardId = `${idPrefixes.reward}_${shopKey.slice(0, 20)}`;
  if ((await shopKeyOf(sealer, rewardId)) !== shopKey) throw new AppError(platformErrors.notFound);
  return rewardId;
}
