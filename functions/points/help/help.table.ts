import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import { helpSettings } from '@kaifong/shared/points/help/help.ts';
import { helpStates, NewHelp } from '@kaifong/shared/points/help/help-schema.ts';
import { volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of help that people ask for, in the points table
 *
 *   a request                                    HELP#<id>              HELP
 *   a volunteer's requests, newest first         ACCOUNT#<account>      HELP#<id>
 *   how many of a volunteer's are not over       ACCOUNT#<account>      HELPS
 *   those of a street that are not over, by time OPEN_HELP#<street>     <start>#<id>
 *   the request that a shift came of             SHIFT#<shift>          HELP
 *   requests that end, or lose their words, by the clock   byDue: HELP  <due at>#<id>
 *
 * asked → planned → settled; asked → withdrawn, declined, lapsed; planned → calledOff. What is held goes out of `escrow` alone: to those who
 * helped as their hours are booked, or back. Hours that are taken back after the end hold their points anew, for the hours that come in their place.
 */

export const HelpItem = itemType({
  entity: 'help',
  schema: NewHelp.omit({ what: true, where: true }).extend({
    id: Id('help'),
    /** Who asked, and whose points are held. */
    volunteerId: Id('volunteer'),
    /** What is asked for and where to come: it may tell of somebody's health and home, and goes some time after the end. */
    wordsSealed: z.string().optional(),
    endsAt: Instant,
    askedAt: Instant,
    state: z.enum(helpStates),
    /** Points in escrow. */
    held: z.int().min(0),
    helped: z.array(z.object({ volunteerId: Id('volunteer'), minutes: z.int(), paid: z.int() })),
    /** When the clock ends it, or gives back what is left. */
    dueAt: Instant.optional(),
    /** When the clock erases the words of one that is over. */
    eraseAt: Instant.optional(),
    shift: z.object({ id: Id('shift'), title: z.string(), placeName: z.string() }).optional(),
    why: z.string().optional(),
    version: z.int(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `HELP#${id}`, sk: 'HELP' }),
  indexes: {
    byDue: ({ dueAt, eraseAt, id }) => {
      const [next] = [dueAt, eraseAt].filter((at) => at !== undefined).sort();
      return next ? { pk: 'HELP', sk: `${next}#${id}` } : undefined;
    },
  },
});
export type HelpItem = z.output<typeof HelpItem.schema>;

/** What the index of what is due carries of one. */
export const DueHelp = itemType({
  entity: HelpItem.entity,
  schema: HelpItem.schema.pick({ id: true }),
  key: HelpItem.key,
});

export const OwnHelpItem = itemType({
  entity: 'ownHelp',
  schema: z.object({ volunteerId: Id('volunteer'), id: Id('help') }),
  key: ({ volunteerId, id }: { volunteerId: string; id: string }) => ({
    pk: `ACCOUNT#${volunteerAccount(volunteerId)}`,
    sk: `HELP#${id}`,
  }),
});

export const OpenHelps = itemType({
  entity: 'openHelps',
  schema: z.object({ volunteerId: Id('volunteer'), open: z.int().min(0).max(helpSettings.mostOpen) }),
  key: ({ volunteerId }: { volunteerId: string }) => ({ pk: `ACCOUNT#${volunteerAccount(volunteerId)}`, sk: 'HELPS' }),
});

export const OpenHelpItem = itemType({
  entity: 'openHelp',
  schema: z.object({ community: NewHelp.shape.community, startsAt: Instant, id: Id('help') }),
  key: ({ community, startsAt, id }: { community: string; startsAt: string; id: string }) => ({
    pk: openHelpOf(community),
    sk: `${startsAt}#${id}`,
  }),
});

/** Where the requests of a street that are not over are found. */
export function openHelpOf(place: string): string {
  return `OPEN_HELP#${streetOf(place)}`;
}

export const HelpShift = itemType({
  entity: 'helpShift',
  schema: z.object({ shiftId: Id('shift'), id: Id('help') }),
  key: ({ shiftId }: { shiftId: string }) => ({ pk: `SHIFT#${shiftId}`, sk: 'HELP' }),
});
