import type { AskingQuestions, ReturnKey } from '@kaifong/shared/care/asking/asking.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import type { Screening } from '@kaifong/shared/care/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Command } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { CaseItem, ScreeningItem, type SupportCase } from '../care.table.ts';
import { screened } from '../cases/screening.service.ts';
import type { CareDeps } from '../deps.ts';
import type { EscalationService } from '../on-call/escalation.service.ts';
import { CaseContent } from '../sealed.ts';
import { questionsOf, screeningsOf, soFarOf } from './answers-so-far.ts';
import type { AskingService } from './asking.service.ts';

/** Questionnaires that somebody goes through by herself, with her return code and word. What she answered is never shown again. */
export function selfScreeningService(deps: CareDeps, asking: AskingService, escalations: EscalationService) {
  const { table, sealer } = deps;

  async function questions(supportCase: SupportCase, now: Instant): Promise<AskingQuestions> {
    const [standing, { forWhom }, opened] = await Promise.all([
      asking.standingOf(supportCase, now),
      CaseContent.open(sealer, supportCase.contentSealed, supportCase.id),
      screeningsOf(table, sealer, supportCase.id),
    ]);
    const isForSelf = forWhom === 'self' && supportCase.state !== 'closed';
    return { standing, isForSelf, ...(isForSelf ? questionsOf(soFarOf(opened, now)) : { mayAsk: [] }) };
  }

  return {
    /** What she may be asked. @throws AppError care.noSuchReturn, care.tooManyTries */
    async read({ now }: Command, key: ReturnKey, network: string): Promise<AskingQuestions> {
      return questions(await asking.returned(key, network, now), now);
    },

    /**
     * Keeps and scores what she answered, and calls the people on call when it tells of danger, complete or not.
     *
     * @throws AppError care.noSuchReturn, care.tooManyTries, care.noMoreQuestions, care.changedMeanwhile
     */
    async answer({ now, idempotencyKey }: Command, key: ReturnKey, screening: Screening, network: string) {
      let supportCase = await asking.returned(key, network, now);
      const told = { at: now, key: (await sealer.blindIndex('askingKey', idempotencyKey)).slice(0, 16) };
      for (let attempt = 0; ; attempt += 1) {
        const { id, version, state, escalationId } = supportCase;
        const before = soFarOf(await screeningsOf(table, sealer, id), now);
        const { after, record, shown } = await screened(sealer, supportCase, screening, { ...told, before });
        const isDanger = shown === 'emergency';
        if (state === 'closed' && !isDanger) throw new AppError(careErrors.noMoreQuestions);
        const opened = isDanger && !escalationId ? escalations.opened(supportCase, now) : undefined;
        const outcome = await transact(table.client, {
          supportCase: table.put(CaseItem, { ...after, escalationId: opened?.id ?? escalationId }, { is: { version } }),
          screening: table.put(ScreeningItem, record, { absent: true }),
          escalation: opened?.write,
        });
        if (outcome.committed && opened) await escalations.pageAtOnce(opened.id, now);
        if (outcome.committed || outcome.refused.has('screening')) break;
        if (attempt === 5) throw new AppError(careErrors.changedMeanwhile);
        supportCase = (await table.get(CaseItem, { id })) ?? supportCase;
      }
      return questions((await table.get(CaseItem, { id: supportCase.id })) ?? supportCase, now);
    },
  };
}
