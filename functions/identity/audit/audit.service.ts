import {
  type AuditEntry,
  type AuditQuery,
  actingAs,
  auditKeptAs,
  type OwnAuditEntry,
  targetOf,
} from '@kaifong/shared/identity/audit.ts';
import type { Grant } from '@kaifong/shared/identity/roles.ts';
import { mergedPage } from '@kaifong/shared/kernel/merged-page.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { mayPurge, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import type { Actor } from '../../platform/actor.ts';
import { digestOf } from '../../platform/digest.ts';
import type { Request } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import type { IdentityDeps } from '../deps.ts';
import { AuditLine, AuditReason, dayPartition, partsOfDay, placeInTime } from './audit.table.ts';

/** Who did something, when, by which operation, and the key that tells it from any other deed: a command is one. */
export type Deed = Readonly<{
  actor: Readonly<{ accountId: string; grants?: readonly Grant[] }>;
  now: Instant;
  idempotencyKey: string;
  operation?: string;
}>;

/** What was done: written with the deed, searched by those who answer for it, and read by the person whom it is about. */
export function auditService({ audit: table, sealer }: Pick<IdentityDeps, 'audit' | 'sealer'>) {
  function lineOf(deed: Deed, action: string, ids: string, hasReason: boolean): AuditLine {
    const { actor, now: at, idempotencyKey, operation = actor.accountId } = deed;
    const target = targetOf(ids);
    const digest = digestOf(actor.accountId, idempotencyKey, action, ids);
    const as = actingAs(actor.grants ?? [], target.scope);
    return {
      key: digest.slice(0, 20).replaceAll('-', '_'),
      at,
      day: dayOf(at),
      part: digest.charCodeAt(0) % partsOfDay,
      actor: actor.accountId,
      ...(as && { as }),
      action,
      ...target,
      route: operation,
      hasReason,
      keptAs: auditKeptAs(action),
    };
  }

  async function inWords(lines: readonly AuditLine[]): Promise<AuditEntry[]> {
    const keys = lines.filter(({ hasReason }) => hasReason).map(({ key }) => ({ key }));
    const reasons = keys.length > 0 ? await table.getAll(AuditReason, keys) : [];
    const opened = await Promise.all(
      reasons.map(
        async (reason): Promise<[string, string]> =>
          reason ? [reason.key, await sealer.open(reason.reasonSealed, reasonPlace(reason.key))] : ['', ''],
      ),
    );
    const byKey = new Map(opened);
    return lines.map((line) => {
      const reason = byKey.get(line.key);
      return { ...line, ...(reason && { reason }) };
    });
  }

  /** What is past its time may still lie there, since the table's own expiry comes late. */
  const isKept =
    (now: Instant) =>
    ({ keptAs, at }: AuditLine) =>
      !mayPurge(retentionRules[keptAs], at, now);

  async function search(now: Instant, query: AuditQuery): Promise<Page<AuditLine>> {
    const { place, person, actor, day, limit, cursor } = query;
    const keep = (line: AuditLine) => isWithin(line.scope, place) && isKept(now)(line);
    if (day !== undefined) {
      const parts = Array.from({ length: partsOfDay }, (_, part) => dayPartition(day, part));
      const lists = parts.map(
        (part) => (stretch: Parameters<Parameters<typeof mergedPage>[0]['lists'][number]>[0]) =>
          table.query(AuditLine, part, stretch),
      );
      return mergedPage({ lists, placeOf: placeInTime, to: `${now}~`, keep }, { limit, cursor });
    }
    const [index, partition] = person ? ['byPerson', person] : ['byActor', actor ?? ''];
    const page = await table.query(AuditLine, partition, { index, limit, cursor, newestFirst: true });
    return { ...page, items: page.items.filter(keep) };
  }

  async function byOthers(
    { now }: Request,
    { person, accountIds }: Readonly<{ person: string; accountIds: readonly string[] }>,
    { limit, cursor }: PageQuery,
  ): Promise<Page<OwnAuditEntry>> {
    const page = await table.query(AuditLine, person, { index: 'byPerson', limit, cursor, newestFirst: true });
    const theirs = page.items.filter((line) => !accountIds.includes(line.actor) && isKept(now)(line));
    return { ...page, items: await inWords(theirs) };
  }

  return {
    /**
     * The line of a deed, to be written in its transaction. `ids` say whom and what it was about, apart by blanks, and where: never a
     * person's data. Refused when the very same deed was written down before.
     */
    line: (deed: Deed, action: string, ids: string): Write =>
      table.put(AuditLine, lineOf(deed, action, ids, false), { absent: true }),

    /** The same with the actor's reason, which lies under seal beside it. */
    async withReason(
      deed: Deed,
      action: string,
      ids: string,
      reason: string,
    ): Promise<Record<'audit' | 'auditReason', Write>> {
      const line = lineOf(deed, action, ids, true);
      const { key, at, keptAs } = line;
      const reasonSealed = await sealer.seal(reason, reasonPlace(key));
      return {
        audit: table.put(AuditLine, line, { absent: true }),
        auditReason: table.put(AuditReason, { key, at, keptAs, reasonSealed }, { absent: true }),
      };
    },

    /**
     * The lines of a place and all below it: of a day in order of time, of a person or an actor the newest first. A page may hold fewer
     * than asked, or none, where others lie between.
     *
     * @throws AppError platform.notAllowed, platform.cursorInvalid
     */
    async search({ actor, now }: Request, query: AuditQuery): Promise<Page<AuditEntry>> {
      actor.mustReach('audit.search', { scope: query.place });
      const page = await search(now, query);
      return { ...page, items: await inWords(page.items) };
    },

    /** The same without a reach of its own, for a file. */
    async searchForFile(now: Instant, query: AuditQuery): Promise<Page<AuditEntry>> {
      const page = await search(now, query);
      return { ...page, items: await inWords(page.items) };
    },

    /** What others did with the person's own data, newest first: in which role and where, and why if they said so. */
    own: (request: Request, page: PageQuery): Promise<Page<OwnAuditEntry>> =>
      byOthers(request, { person: personOf(request.actor), accountIds: [request.actor.accountId] }, page),

    /** The same of a volunteer with these accounts, for whoever may know already. */
    byOthers,
  };
}

/** What the audit calls a person: a volunteer, or the account of one who is none. */
function personOf(actor: Actor): string {
  return actor.ownVolunteerId ?? actor.accountId;
}

function reasonPlace(key: string): string {
  return `audit/${key}/reason`;
}
