import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { type Instant, toInstant } from '@kaifong/shared/kernel/time.ts';
import { rewardErrors } from '@kaifong/shared/points/errors.ts';
import type { Reward } from '@kaifong/shared/points/rewards/reward-schema.ts';
import { redemptionVerdict } from '@kaifong/shared/points/rewards/rewards.ts';
import { pointsSettings } from '@kaifong/shared/points/rules/rules.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** What there is for points, and what stands in the way of each. */
export const load: PageServerLoad = async (event) => {
  const client = api(event).api;
  const [{ balance }, { items, cursor }] = await Promise.all([
    read(client.points.$get()),
    read(client.rewards.$get({ query: pageQuery(event.url) })),
  ]);
  const now = toInstant(Date.now());
  return {
    balance,
    from: pointsSettings.redeemFrom,
    rewards: items.map((reward) => ({ ...reward, refusal: refusalOf(reward, balance, now, event.locals.locale) })),
    cursor,
  };
};

export const actions: Actions = {
  redeem: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api.rewards[':rewardId'].redemptions;
    const outcome = await outcomeOf(route.$post({ param: { rewardId: form.text('rewardId') } }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '/volunteer/vouchers?done=redeemed');
  },
};

/** Why it cannot be redeemed now, in the words that the API would refuse it with. */
function refusalOf(reward: Reward, balance: number, now: Instant, locale: Language): string | undefined {
  const verdict = redemptionVerdict({ reward, balance, now });
  if (verdict === 'granted') return undefined;
  const facts = { day: reward.startsOn, from: pointsSettings.redeemFrom, cost: reward.cost, balance };
  return new AppError(rewardErrors[verdict], facts).messageIn(locale);
}
