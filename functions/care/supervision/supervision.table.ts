import { supervisionStates } from '@kaifong/shared/care/supervision/supervision.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day, Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of supervision, in the care table
 *
 *   everybody who may be given counsellors          SUPERVISORS                                     SUPERVISOR#<pseudonym>
 *   who supervises a counsellor, and who stands in  COUNSELLOR#<id>                                 SUPERVISION
 *   who did before, and why that was changed        COUNSELLOR#<id>                                 SUPERVISOR#<instant>#<version>
 *   a counsellor's supervision sessions             COUNSELLOR#<id>                                 SUPERVISION#<instant>#<id>
 *   the counsellors of a supervisor                 openBySocialWorker: SUPERVISEES#<pseudonym>     <counsellor>
 *   those whose deputy she is                       bySocialWorker: DEPUTISED#<pseudonym>           <counsellor>
 *
 * Open lie pseudonyms, states and times. Reasons, minutes, steps and places are sealed. What a supervisor is called and the phone that is rung
 * are the card of `rota.table.ts`. When supervision runs out the clock learns from the counsellor's own row.
 */

export const SupervisorItem = itemType({
  entity: 'supervisor',
  schema: z.object({
    supervisor: z.string(),
    /** The volunteer that she is, if any: nobody supervises herself. */
    person: z.string().optional(),
    /** Where she is a supervisor, when she last told. */
    scopes: z.array(Scope),
    /** The days on which deputies stand in for her. */
    awayFrom: Day.optional(),
    awayUntil: Day.optional(),
  }),
  key: ({ supervisor }: { supervisor: string }) => ({ pk: supervisors, sk: `SUPERVISOR#${supervisor}` }),
});
export type SupervisorRow = z.output<typeof SupervisorItem.schema>;

export const supervisors = 'SUPERVISORS';

/** Who supervises a counsellor now. Whoever is not named here reads nothing from the next request on. */
export const SupervisionItem = itemType({
  entity: 'supervision',
  schema: z.object({
    counsellorId: Id('counsellor'),
    supervisor: z.string().optional(),
    deputy: z.string().optional(),
    /** The account of the counsellor, once she has told a phone for reminders. */
    account: z.string().optional(),
    version: z.int(),
  }),
  key: ({ counsellorId }: { counsellorId: string }) => ({ pk: `COUNSELLOR#${counsellorId}`, sk: 'SUPERVISION' }),
  indexes: {
    openBySocialWorker: ({ counsellorId, supervisor }) =>
      supervisor ? { pk: superviseesOf(supervisor), sk: counsellorId } : undefined,
    bySocialWorker: ({ counsellorId, deputy }) => (deputy ? { pk: deputisedBy(deputy), sk: counsellorId } : undefined),
  },
});
export type SupervisionRow = z.output<typeof SupervisionItem.schema>;

export const superviseesOf = (supervisor: string) => `SUPERVISEES#${supervisor}`;
export const deputisedBy = (deputy: string) => `DEPUTISED#${deputy}`;

/** A change of supervisors. It is added and never changed. */
export const SupervisorChangeItem = itemType({
  entity: 'supervisorChange',
  schema: z.object({ counsellorId: Id('counsellor'), at: Instant, version: z.int(), sealed: z.string() }),
  key: ({ counsellorId, at, version }: { counsellorId: string; at: string; version: number }) => ({
    pk: `COUNSELLOR#${counsellorId}`,
    sk: `SUPERVISOR#${at}#${String(version).padStart(6, '0')}`,
  }),
});

export const SupervisionSessionItem = itemType({
  entity: 'supervisionSession',
  schema: z.object({
    id: Id('session'),
    counsellorId: Id('counsellor'),
    startsAt: Instant,
    state: z.enum(supervisionStates),
    sealed: z.string(),
    version: z.int(),
  }),
  key: ({ counsellorId, startsAt, id }: { counsellorId: string; startsAt: string; id: string }) => ({
    pk: `COUNSELLOR#${counsellorId}`,
    sk: `SUPERVISION#${startsAt}#${id}`,
  }),
});
export type SupervisionSessionRow = z.output<typeof SupervisionSessionItem.schema>;
