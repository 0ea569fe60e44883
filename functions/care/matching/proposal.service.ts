import type { CaseProposal } from '@kaifong/shared/care/counsellors/counsellor-schema.ts';
import { type Proposal, proposeBatch, type WaitingRequest } from '@kaifong/shared/care/matching/batch.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Request } from '../../platform/request.ts';
import { writeAudit } from '../audit.ts';
import { CaseItem, queueOf, type SupportCase } from '../care.table.ts';
import { asMatchable, type CounsellorService, type OpenedCounsellor } from '../counsellors/counsellor.service.ts';
import type { CareDeps } from '../deps.ts';
import { CaseHead } from '../sealed.ts';
import { matchRequestOf } from './match-request.ts';
import { candidateOf } from './matching.service.ts';

/** Whom all who wait in a street would best be given to at once. */
export function proposalService({ table, sealer }: Pick<CareDeps, 'table' | 'sealer'>, counsellors: CounsellorService) {
  async function waitingAround(place: string): Promise<SupportCase[]> {
    const found: SupportCase[] = [];
    let cursor: string | undefined;
    do {
      const page = await table.query(CaseItem, queueOf(place), { index: 'byQueue', limit: 100, cursor });
      found.push(...page.items.filter(({ state }) => state === 'waiting'));
      cursor = page.cursor;
    } while (cursor);
    return found;
  }

  /** Requests of all social workers take part, so that nobody's are passed over for another's; a place goes to one only. */
  async function batch(place: string, now: Instant, pool: readonly OpenedCounsellor[]) {
    const cases = await waitingAround(place);
    const requests = await Promise.all(
      cases.map(async (each) => ({ ...(await matchRequestOf(sealer, each)), id: each.id })),
    );
    const matchable = pool.map((each) => asMatchable(each, now));
    const waiting = requests.filter((request): request is WaitingRequest => request.risk !== 'emergency');
    return { cases, proposals: proposeBatch(waiting, matchable, now) };
  }

  return {
    /** Whether a counsellor is proposed for a case now. */
    async isProposed({ id, place }: SupportCase, counsellorId: string, now: Instant, pool: OpenedCounsellor[]) {
      const { proposals } = await batch(place, now, pool);
      return proposals.some((each) => each.requestId === id && each.counsellorId === counsellorId);
    },

    /**
     * What is proposed for one's own cases in the street of a desk, each written into the audit first; of the cases of others nothing is told.
     *
     * @throws AppError platform.notAllowed
     */
    async list(request: Request, place: string): Promise<{ items: CaseProposal[] }> {
      const { actor, now } = request;
      actor.mustReach('care.readQueue', { scope: place });
      const pool = await counsellors.all();
      const { cases, proposals } = await batch(place, now, pool);
      const workNames = new Map(pool.map(({ row, profile }) => [row.id, profile.workName]));
      const proposalOf = new Map(proposals.map((each) => [each.requestId, each]));
      const told = async (supportCase: SupportCase, proposal: Proposal): Promise<CaseProposal> => {
        await writeAudit(table, request, supportCase, 'candidates');
        const { id, receivedAt, headSealed } = supportCase;
        const { alias, risk } = await CaseHead.open(sealer, headSealed, id);
        const candidate = candidateOf(proposal, workNames.get(proposal.counsellorId) ?? '');
        return { caseId: id, alias, risk, receivedAt, candidate };
      };
      const own = cases.filter(({ socialWorker }) => socialWorker === actor.accountId);
      const items = await Promise.all(
        own.flatMap((supportCase) => {
          const proposal = proposalOf.get(supportCase.id);
          return proposal ? [told(supportCase, proposal)] : [];
        }),
      );
      return { items };
    },
  };
}

export type ProposalService = ReturnType<typeof proposalService>;
