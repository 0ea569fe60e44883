import { DutySlot } from '@kaifong/shared/care/on-call/rota-schema.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of the rota, in the care table
 *
 *   everybody on call who may be put on a rota     ONCALL              MEMBER#<pseudonym>
 *   the duties of a district, in order of time     ROTA#<district>     DUTY#<from>#<place>
 *   how often the rota of a place was changed      ROTA#<district>     HEAD#<place>
 *   rotas that the clock must look for gaps in     byDue: ROTAS        <instant>#<place>
 *
 * A duty lies open: pseudonyms, a place and times. What somebody on call is called and the phone that is rung are sealed.
 */

export const MemberItem = itemType({
  entity: 'onCallMember',
  schema: z.object({ member: z.string(), sealed: z.string() }),
  key: ({ member }: { member: string }) => ({ pk: onCallMembers, sk: `MEMBER#${member}` }),
});

export const onCallMembers = 'ONCALL';

export const DutyItem = itemType({
  entity: 'duty',
  schema: z.object({
    place: Scope,
    from: Instant,
    until: Instant,
    first: z.string(),
    deputy: z.string().optional(),
    /** Offered to a colleague and not answered yet. */
    offer: z.object({ slot: DutySlot, to: z.string() }).optional(),
    version: z.int(),
  }),
  key: ({ place, from }: { place: string; from: string }) => ({ pk: rotasOf(place), sk: `DUTY#${from}#${place}` }),
});
export type DutyRow = z.output<typeof DutyItem.schema>;

/** Moved by every plan, so that no two people plan on what the other has just changed. */
export const RotaHead = itemType({
  entity: 'rota',
  schema: z.object({ place: Scope, lookAt: Instant, version: z.int() }),
  key: ({ place }: { place: string }) => ({ pk: rotasOf(place), sk: `HEAD#${place}` }),
  indexes: { byDue: ({ lookAt, place }) => ({ pk: rotasToLookAt, sk: `${lookAt}#${place}` }) },
});
export type RotaHead = z.output<typeof RotaHead.schema>;

export const rotasOf = (place: string) => `ROTA#${place.slice(0, 6)}`;

export const rotasToLookAt = 'ROTAS';
