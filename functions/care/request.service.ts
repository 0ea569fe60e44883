import type { QueueEntry, SupportRequest } from '@kaifong/shared/care/schema.ts';
import type { Risk } from '@kaifong/shared/care/triage.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { commit, mustCommit } from '../platform/commit.ts';
import type { Command, Request } from '../platform/request.ts';
import type { Sealer } from '../platform/sealing.ts';
import { CaseItem, isUnclaimed, queueOf, type SupportCase } from './care.table.ts';
import type { CareDeps } from './deps.ts';
import { filteredPage } from './filtered-page.ts';
import { lookedAtBy } from './look-at.ts';
import { CaseContent, CaseHead } from './sealed.ts';

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

    /** What waits at a desk, or at all desks of a street, the most urgent first and then by waiting time. */
    async queue({ actor }: Request, place: string, paging: PageQuery): Promise<Page<QueueEntry>> {
      actor.mustReach('care.readQueue', { scope: place });
      const keep = (supportCase: SupportCase) => isWithin(supportCase.place, place);
      const where = { index: 'byQueue', partition: queueOf(place), keep };
      const page = await filteredPage(table, CaseItem, where, paging);
      const items = page.items.map(async ({ id, state, receivedAt, headSealed, socialWorker }) => ({
        caseId: id,
        ...(await CaseHead.open(sealer, headSealed, id)),
        state,
        receivedAt,
        mine: socialWorker === actor.accountId,
        inHand: !isUnclaimed({ socialWorker }),
      }));
      return { ...page, items: await Promise.all(items) };
    },
  };
}
