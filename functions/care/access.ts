import { type Action, permissions, type Rule } from '@kaifong/shared/identity/permissions.ts';
import type { Role } from '@kaifong/shared/identity/roles.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Actor } from '../platform/actor.ts';
import type { Request } from '../platform/request.ts';
import type { Table } from '../platform/table.ts';
import { CaseItem, type SupportCase } from './care.table.ts';
import { supervises } from './supervision/supervising.ts';

/** As what a case can be handed to a person, and how a row says so. */
const holders: Partial<Record<Role, (actor: Actor, supportCase: SupportCase) => boolean>> = {
  socialWorker: (actor, { socialWorker }) => socialWorker === actor.accountId,
  counsellor: (actor, { counsellor }) => counsellor !== undefined && actor.isVolunteer(counsellor),
};

/** Whether the case is in the hands of this person, in a role which the person still has and which may do `action`. */
function isHandedTo(actor: Actor, action: Action, supportCase: SupportCase): boolean {
  const rule: Rule = permissions[action];
  if (typeof rule === 'string') return false;
  return (Object.keys(rule) as Role[]).some(
    (role) => actor.scopesAs(role).length > 0 && holders[role]?.(actor, supportCase) === true,
  );
}

/**
 * The case, for one whom it was handed to. To everybody else it answers the same whether or not there is such a case, so that nobody
 * learns from a refusal that somebody asked for support.
 *
 * @throws AppError platform.notAllowed
 */
export async function mustHold(table: Table, actor: Actor, action: Action, caseId: string): Promise<SupportCase> {
  const supportCase = await table.get(CaseItem, { id: caseId });
  const isAssigned = supportCase !== undefined && isHandedTo(actor, action, supportCase);
  actor.mustReach(action, { assigned: isAssigned });
  return supportCase as SupportCase;
}

/**
 * The case, for one who may read it: whom it was handed to, and whoever supervises its counsellor at this moment.
 *
 * @throws AppError platform.notAllowed
 */
export async function mustRead(table: Table, { actor, now }: Request, caseId: string): Promise<SupportCase> {
  const supportCase = await table.get(CaseItem, { id: caseId });
  const isAssigned =
    supportCase !== undefined &&
    (isHandedTo(actor, 'care.readCase', supportCase) || (await isSupervised(table, actor, supportCase, now)));
  actor.mustReach('care.readCase', { assigned: isAssigned });
  return supportCase as SupportCase;
}

async function isSupervised(table: Table, actor: Actor, { counsellor, counsellorId }: SupportCase, now: Instant) {
  if (!counsellor || !counsellorId) return false;
  return supervises(table, actor, { id: counsellorId, person: counsellor }, now);
}

/**
 * From when on somebody sees what a case gathered: its social worker, and its first counsellor, from the beginning; one who had it from another,
 * and her supervisor, since it was given to her, as the summary says what was before.
 */
export function sinceWhen(
  actor: Actor,
  { socialWorker, assignedAt = '' }: SupportCase,
  wasHandedOver: boolean,
): Instant {
  const isLed = actor.accountId === socialWorker && actor.scopesAs('socialWorker').length > 0;
  return isLed || !wasHandedOver ? '' : assignedAt;
}

/** What of a case's notes and sessions somebody sees: its social worker all, a counsellor her own, and of those her supervisor the same. */
export function seenBy(actor: Actor, { socialWorker, counsellorId }: SupportCase) {
  const isLed = actor.accountId === socialWorker && actor.scopesAs('socialWorker').length > 0;
  return (written: Readonly<{ counsellorId: string }>) => isLed || written.counsellorId === counsellorId;
}
