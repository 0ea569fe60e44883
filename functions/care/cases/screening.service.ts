import { owesCssrs, type SoFar, together } from '@kaifong/shared/care/asking/questioning.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { scoreCssrs } from '@kaifong/shared/care/instruments/cssrs.ts';
import {
  type InstrumentName,
  instrumentNames,
  instruments,
  score,
} from '@kaifong/shared/care/instruments/instruments.ts';
import { type Risk, raise, riskFrom } from '@kaifong/shared/care/instruments/triage.ts';
import type { Screening, ScreeningResult } from '@kaifong/shared/care/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import { digestOf } from '../../platform/digest.ts';
import type { Command } from '../../platform/request.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { mustHold } from '../access.ts';
import { screeningsOf, soFarOf } from '../asking/answers-so-far.ts';
import { orderOf } from '../asking/request.service.ts';
import { CaseItem, ScreeningItem, type SupportCase } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import type { EscalationService } from '../on-call/escalation.service.ts';
import { lookedAtBy } from '../on-call/look-at.ts';
import { CaseHead, ScreeningRecord } from '../sealed.ts';

/** The version of the Columbia screener's rules in `cssrs.ts`. */
const cssrsVersion = 1;

/** The results of these answers, and the risk that they speak for. What is missing counts for nothing, never for a zero. */
export function scoreScreening({ dangerNow, cssrs, ...sums }: Screening): { results: ScreeningResult[]; risk: Risk } {
  const results: ScreeningResult[] = [];
  const totals: Partial<Record<InstrumentName, number>> = {};
  for (const name of instrumentNames) {
    const answers = sums[name];
    if (!answers) continue;
    const given = answers.filter((answer) => answer !== null);
    const isComplete = given.length === answers.length;
    // What was said so far is at least so much; only of well-being, where little is what counts, half says nothing.
    if (isComplete || name !== 'who5')
      totals[name] = instruments[name].factor * given.reduce((sum, each) => sum + each, 0);
    const { version } = instruments[name];
    results.push({ instrument: name, complete: isComplete, ...(isComplete ? score(name, given) : { version }) });
  }
  const columbia = cssrs && scoreCssrs(cssrs);
  if (columbia) {
    const { complete, risk } = columbia;
    results.push({ instrument: 'cssrs', version: cssrsVersion, complete, ...(complete && { band: risk }) });
  }
  const phq9Item9 = sums.phq9?.[8] ?? undefined;
  return { results, risk: riskFrom({ dangerNow, ...totals, phq9Item9, cssrs: columbia?.risk }) };
}

/** What a case becomes. A complete PHQ-2 or PHQ-9 puts it into the queue; danger takes it out of any. */
function standing({ state, order }: SupportCase, risk: Risk, results: readonly ScreeningResult[]) {
  if (risk === 'emergency') return { state: 'escalated', order: undefined } as const;
  const isScreened = results.some(({ instrument, complete }) => /^phq/.test(instrument) && complete);
  if (state === 'waiting' || (state === 'intake' && isScreened)) {
    return { state: 'waiting', order: orderOf(risk) } as const;
  }
  return { state, order } as const;
}

/**
 * A case after a screening, and the record of that, scored together with what had been answered `before`. `shown` is the risk that these answers
 * speak for by themselves.
 */
export async function screened(
  sealer: Sealer,
  supportCase: SupportCase,
  { dangerNow, anew, ...sent }: Screening,
  { at, key: own, before = {} }: { at: Instant; key: string; before?: SoFar },
) {
  const { id: caseId, version } = supportCase;
  // In the order in which the case changed, also of what is told in one moment.
  const key = `${String(version).padStart(6, '0')}-${own}`;
  const answers = copyOf(together(anew ? {} : before, sent));
  const { results, risk: shown } = scoreScreening({ dangerNow, ...answers });
  const head = await CaseHead.open(sealer, supportCase.headSealed, caseId);
  const risk = raise(head.risk ?? 'low', shown);
  const stands = standing(supportCase, risk, results);
  // Half a form that shows little is not yet a low risk.
  const knownRisk = stands.state === 'intake' && risk === 'low' ? undefined : risk;
  const [headSealed, sealed] = await Promise.all([
    CaseHead.seal(sealer, { ...head, risk: knownRisk }, caseId),
    ScreeningRecord.seal(sealer, { at, dangerNow, results, answers, risk: shown }, caseId, key),
  ]);
  const isOwed = shown !== 'emergency' && !supportCase.escalationId && owesCssrs({ ...before, ...answers });
  const lookAt = lookedAtBy(supportCase, isOwed ? at : undefined);
  const after: SupportCase = { ...supportCase, ...stands, lookAt, headSealed, version: version + 1 };
  return { shown, after, record: { caseId, at, key, sealed } };
}

function copyOf({ cssrs, ...sums }: SoFar): Omit<Screening, 'dangerNow' | 'anew'> {
  const copies = instrumentNames.flatMap((name) => (sums[name] ? [[name, [...sums[name]]]] : []));
  return { ...Object.fromEntries(copies), ...(cssrs && { cssrs }) };
}

/** Screening, which may raise the risk of a case and never lowers it. */
export function screeningService({ table, sealer }: CareDeps, escalations: EscalationService) {
  async function screen(command: Command, caseId: string, screening: Screening, attempt = 0) {
    const { actor, now, idempotencyKey } = command;
    const supportCase = await mustHold(table, actor, 'care.screen', caseId);
    const key = digestOf(actor.accountId, idempotencyKey).slice(0, 16);
    const before = soFarOf(await screeningsOf(table, sealer, caseId), now);
    const { shown, after, record } = await screened(sealer, supportCase, screening, { at: now, key, before });
    // A case that has ended is not screened again, but danger is heard whenever it is told.
    if (supportCase.state === 'closed' && shown !== 'emergency') throw new AppError(careErrors.closed);
    const opened =
      shown === 'emergency' && !supportCase.escalationId ? escalations.opened(supportCase, now) : undefined;
    const answer = { caseId, state: after.state };
    const outcome = await commit(
      command,
      table,
      {
        supportCase: table.put(
          CaseItem,
          { ...after, escalationId: opened?.id ?? supportCase.escalationId },
          { is: { version: supportCase.version } },
        ),
        screening: table.put(ScreeningItem, record, { absent: true }),
        escalation: opened?.write,
      },
      { answer },
    );
    if (!outcome.committed && attempt < 5) return screen(command, caseId, screening, attempt + 1);
    mustCommit(outcome, { supportCase: () => new AppError(careErrors.changedMeanwhile) });
    if (opened) await escalations.pageAtOnce(opened.id, now);
    return answer;
  }

  return {
    /**
     * Keeps the answers of a screening, scores them here, and opens an escalation in the same transaction when they tell of danger,
     * complete or not. A case that changes meanwhile is read again: an emergency is not turned away.
     *
     * @throws AppError care.closed, platform.notAllowed
     */
    screen: (command: Command, caseId: string, screening: Screening) => screen(command, caseId, screening),
  };
}
