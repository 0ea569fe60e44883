import type { Assignment, Candidate, Term } from '@kaifong/shared/care/counsellors/counsellor-schema.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { caseAssigned } from '@kaifong/shared/care/events.ts';
import type { Suggestion } from '@kaifong/shared/care/instruments/scoring.ts';
import { exclusionsOf } from '@kaifong/shared/care/matching/eligibility.ts';
import { bestThree } from '@kaifong/shared/care/matching/matching.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { mustHold } from '../access.ts';
import { writeAudit } from '../audit.ts';
import { AssignmentItem, CaseItem, type SupportCase } from '../care.table.ts';
import { asMatchable, type CounsellorService } from '../counsellors/counsellor.service.ts';
import { CounsellorItem } from '../counsellors/counsellor.table.ts';
import type { CareDeps } from '../deps.ts';
import { figureMark } from '../figures/figures.table.ts';
import { AssignmentRecord } from '../sealed.ts';
import { matchRequestOf } from './match-request.ts';
import type { ProposalService } from './proposal.service.ts';

/** Who suits a case, and giving it to one of them. */
export function matchingService(
  { table, sealer }: CareDeps,
  counsellors: CounsellorService,
  proposals: ProposalService,
) {
  /** The pool, and the three of it who suit the case best. */
  async function rank(supportCase: SupportCase, now: Instant) {
    const [request, pool] = await Promise.all([matchRequestOf(sealer, supportCase), counsellors.all()]);
    const matching = bestThree(
      request,
      pool.map((each) => asMatchable(each, now)),
      now,
    );
    if (matching.kind === 'emergency') throw new AppError(careErrors.emergency);
    return { request, pool, best: matching.best };
  }

  return {
    /**
     * The best three for a waiting case, each with its reasons. Who may not be suggested is absent, and nothing tells of it.
     *
     * @throws AppError care.notScreened, care.emergency, care.notWaiting
     */
    async candidates(request: Request, caseId: string): Promise<{ items: Candidate[] }> {
      const supportCase = await mustHold(table, request.actor, 'care.match', caseId);
      mustWait(supportCase);
      await writeAudit(table, request, supportCase, 'candidates');
      const { pool, best } = await rank(supportCase, request.now);
      const workNames = new Map(pool.map(({ row, profile }) => [row.id, profile.workName]));
      return { items: best.map((suggestion) => candidateOf(suggestion, workNames.get(suggestion.counsellorId) ?? '')) };
    },

    /**
     * Gives a waiting case to a counsellor: the case on its version, the counsellor's places on condition that one is left. A hard
     * rule cannot be overridden, and the refusal does not tell which one it was.
     *
     * @throws AppError those of `candidates`, care.cannotBeChosen, care.overrideNeedsReason, care.changedMeanwhile
     */
    async assign(command: Command, caseId: string, { counsellorId, overrideReason }: Assignment) {
      const { actor, now } = command;
      const supportCase = await mustHold(table, actor, 'care.match', caseId);
      mustWait(supportCase);
      const { request, pool, best } = await rank(supportCase, now);
      const chosen = pool.find(({ row }) => row.id === counsellorId);
      if (
        !chosen ||
        exclusionsOf(request, asMatchable(chosen, now), now).length > 0 ||
        !(await counsellors.isActive(chosen))
      ) {
        throw cannotBeChosen();
      }
      const suggested = best.map((suggestion) => suggestion.counsellorId);
      const isSuggested =
        suggested.includes(counsellorId) || (await proposals.isProposed(supportCase, counsellorId, now, pool));
      if (!isSuggested && !overrideReason) throw new AppError(careErrors.overrideNeedsReason);

      const { places, paused, person, version } = chosen.row;
      const assigned: SupportCase = {
        ...supportCase,
        state: 'assigned',
        order: undefined,
        counsellorId,
        counsellor: person,
        assignedAt: now,
        version: supportCase.version + 1,
      };
      const answer = { caseId, state: assigned.state };
      const sealed = await AssignmentRecord.seal(sealer, { overrideReason, risk: request.risk }, caseId, now);
      const outcome = await commit(
        command,
        table,
        {
          supportCase: table.put(CaseItem, assigned, { is: { version: supportCase.version } }),
          counsellor: table.adjust(
            CounsellorItem,
            { id: counsellorId },
            { add: { openCases: 1 } },
            { is: { paused, places, version }, below: { openCases: places } },
          ),
          record: table.put(AssignmentItem, { caseId, at: now, counsellorId, suggested, sealed }, { absent: true }),
          figures: figureMark(table, caseId, now),
        },
        { answer, events: [caseAssigned.make(now, { caseId, counsellorId })] },
      );
      mustCommit(outcome, {
        supportCase: () => new AppError(careErrors.changedMeanwhile),
        counsellor: cannotBeChosen,
      });
      return answer;
    },
  };
}

const cannotBeChosen = () => new AppError(careErrors.cannotBeChosen);

/** Only a waiting case is matched. */
function mustWait({ state }: SupportCase): void {
  if (state === 'waiting') return;
  throw new AppError(
    {
      intake: careErrors.notScreened,
      escalated: careErrors.emergency,
      assigned: careErrors.notWaiting,
      closed: careErrors.closed,
    }[state],
  );
}

/** A suggestion as it leaves the server. */
export function candidateOf({ counsellorId, score, terms }: Suggestion, workName: string): Candidate {
  return {
    counsellorId,
    workName,
    score,
    terms: terms.map(({ detail, ...term }) => ({ ...term, facts: detail }) as Term),
  };
}
