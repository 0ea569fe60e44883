import * as z from 'zod';
import { CommunityScope, VolunteerNumber } from '../../people/schema.ts';
import { givingSettings } from './giving.ts';

/** What somebody may give away today, and the fund of her community. */
export const GivingToday = z.object({
  balance: z.int().min(0),
  mostPerDay: z.int(),
  leftToday: z.int().min(0),
  community: CommunityScope,
});
export type GivingToday = z.infer<typeof GivingToday>;

export const ReceiverQuery = z.object({ number: VolunteerNumber });

/** Who would get points, as far as it takes to see that it is the right one. */
export const Receiver = z.object({ number: VolunteerNumber, name: z.string() });
export type Receiver = z.infer<typeof Receiver>;

const points = z.int().min(1).max(givingSettings.mostPerDay);
export const NewGift = z.object({ number: VolunteerNumber, points });
export type NewGift = z.output<typeof NewGift>;
/** Her own community's fund when it does not say whose. */
export const NewGiftToFund = z.object({ points, community: CommunityScope.optional() });
export type NewGiftToFund = z.output<typeof NewGiftToFund>;

export const Given = z.object({ balance: z.int().min(0) });
