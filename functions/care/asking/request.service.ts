import { nextInLine, priorityOf } from '@kaifong/shared/care/asking/line.ts';
import type { Risk } from '@kaifong/shared/care/instruments/triage.ts';
import type { QueueEntry, SupportRequest } from '@kaifong/shared/care/schema.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { CaseItem, isUnclaimed, queueOf, type SupportCase } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { lookedAtBy } from '../on-call/look-at.ts';
import { CaseContent, CaseHead } from '../sealed.ts';

/** How far in front a waiting case stands. One that is not screened stands behind the high risks: nobody knows yet what it is. */
export function orderOf(risk: Exclude<Risk, 'emergency'> | undefined): number {
  return risk === undefined ? 2 : { high: 1, moderate: 3, low: 4 }[risk];
}

type TakenDown = Omit<SupportRequest, 'consent'> & Readonly<{ consent: Readonly<{ version: string }> }>;

/** A case as it is taken down. `socialWorker` is a pseudonym. */
export async function newCase(
  sealer: Sealer,
  { place, alias, consent, keepAway, ...wishes }: TakenDown,
  socialWorker: string,
  now: Instant,
  id = newId('supportCase', Date.parse(now)),
): Promise<SupportCase> {
  const [headSealed, contentSealed] = await Promise.all([
    CaseHead.seal(sealer, { alias }, id),
    CaseContent.seal(sealer, { ...wishes, keepAway }, id),
  ]);
  const fresh = { state: 'intake' as const, socialWorker, receivedAt: now };
  return {
    id,
    place,
    ...fresh,
    order: orderOf(undefined),
    lookAt: lookedAtBy(fresh),
    consent: { version: consent.version, at: now },
    headSealed,
    contentSealed,
    version: 0,
  };
}

/** Taking requests down, and the queue of those that wait. */
export function requestService({ table, sealer }: CareDeps) {
  /** A street has some dozens at a time, and the order of all of them changes with every hour: they are read together. */
  async function waitingAt(place: string): Promise<SupportCase[]> {
    const found: SupportCase[] = [];
    let cursor: string | undefined;
    do {
      const page = await table.query(CaseItem, queueOf(place), { index: 'byQueue', limit: 200, cursor });
      found.push(...page.items.filter((supportCase) => isWithin(supportCase.place, place)));
      cursor = page.cursor;
    } while (cursor);
    return found;
  }

  return {
    /** Takes a request down; from now on the case is in the hands of the social worker who did. */
    async take(command: Command, request: SupportRequest) {
      command.actor.mustReach('care.takeRequest', { scope: request.place });
      const supportCase = await newCase(sealer, request, command.actor.accountId, command.now);
      const answer = { caseId: supportCase.id, state: supportCase.state };
      const writes = { supportCase: table.put(CaseItem, supportCase, { absent: true }) };
      mustCommit(await commit(command, table, writes, { answer }), {});
      return answer;
    },

    /** What waits at a desk, or at all desks of a street, by accumulating priority; the order is that of the moment of the first page. */
    async queue({ actor, now }: Request, place: string, { limit, cursor }: PageQuery): Promise<Page<QueueEntry>> {
      actor.mustReach('care.readQueue', { scope: place });
      const list = queueOf(place);
      const after = cursor ? decodeCursor(cursor, { attribute: 'list', partition: list }) : undefined;
      const asOf = after?.asOf ?? now;
      const waiting = await Promise.all(
        (await waitingAt(place)).map(async ({ id, state, receivedAt, headSealed, socialWorker }) => {
          const { alias, risk } = await CaseHead.open(sealer, headSealed, id);
          const mine = socialWorker === actor.accountId;
          return { id, alias, risk, state, receivedAt, mine, inHand: !isUnclaimed({ socialWorker }) };
        }),
      );
      const line = nextInLine(waiting, asOf);
      const from = after ? line.findIndex(({ id }) => id === after.id) + 1 : 0;
      const shown = line.slice(from, from + limit);
      const last = shown.at(-1);
      const items = shown.map(({ id: caseId, risk, ...rest }) => ({
        caseId,
        ...rest,
        ...(risk && { risk }),
        priority: Math.round(priorityOf({ ...rest, risk }, now) * 10) / 10,
      }));
      const hasMore = last !== undefined && line.length > from + limit;
      return { items, ...(hasMore && { cursor: encodeCursor({ list, asOf, id: last.id }) }) };
    },
  };
}
