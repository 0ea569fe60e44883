import type { Asking, AskingStanding, ReturnKey } from '@kaifong/shared/care/asking/asking.ts';
import { returnCodeText } from '@kaifong/shared/care/asking/asking.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { caseClosed } from '@kaifong/shared/care/events.ts';
import { targetOf } from '@kaifong/shared/care/matching/targets.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { CaseItem, isUnclaimed, ReturnItem, ScreeningItem, type SupportCase, unclaimedAt } from '../care.table.ts';
import { closingWrites } from '../cases/case.service.ts';
import { screened } from '../cases/screening.service.ts';
import { nextSessionOf } from '../cases/sessions-of-case.ts';
import { countTries, takeBackTries } from '../cases/tries.ts';
import type { CareDeps } from '../deps.ts';
import type { EscalationService } from '../on-call/escalation.service.ts';
import { CaseContent, CaseHead } from '../sealed.ts';
import { newCase } from './request.service.ts';
import { digestOfWord, indexOfCode, namesOfAsking } from './return-code.ts';

/** Tries an hour. Who guesses at a code keeps nobody else from another, and hardly anybody from the same one at another place. */
const perHour = { asking: 30, danger: 30, network: 300, codeAtNetwork: 10, code: 60 };

/** What is taken down of somebody in danger who filled in no more. */
const anyTime = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 9 * 60, to: 22 * 60 }));
const unnamed = '街坊';

export type AskingService = ReturnType<typeof askingService>;

/** Asking by the web, by somebody who has no account here or does not use it. No row tells of who it was. */
export function askingService(deps: CareDeps, escalations: EscalationService) {
  const { table, sealer } = deps;

  function takenDown(asking: Asking, now: Instant, id: string): Promise<SupportCase> {
    const whole = asking.dangerNow
      ? {
          topics: ['other' as const],
          slots: anyTime,
          keepAway: { teams: [], counsellors: [] },
          consent: { version: 'danger' },
        }
      : {};
    const { word: _, dangerNow: __, alias = unnamed, ...asked } = asking;
    const request = { ...whole, ...asked, alias, channel: 'web' as const } as Parameters<typeof newCase>[1];
    return newCase(sealer, request, unclaimedAt(asking.place), now, id);
  }

  /** The case after danger was told, all that goes with it, and whom to call. */
  async function inDanger(supportCase: SupportCase, { now, idempotencyKey }: Command) {
    const told = { at: now, key: (await sealer.blindIndex('askingKey', idempotencyKey)).slice(0, 16) };
    const { after, record } = await screened(sealer, supportCase, { dangerNow: true }, told);
    const opened = supportCase.escalationId ? undefined : escalations.opened(supportCase, now);
    const danger = { ...after, escalationId: opened?.id ?? supportCase.escalationId };
    return {
      after: danger,
      page: opened?.id,
      writes: { screening: table.put(ScreeningItem, record, { absent: true }), escalation: opened?.write },
    };
  }

  /** The case that code and word open. @throws AppError care.noSuchReturn, care.tooManyTries */
  async function returned({ code, word }: ReturnKey, network: string, now: Instant): Promise<SupportCase> {
    const tries = [
      { what: `network/${network}`, perHour: perHour.network },
      { what: `network/${network}/code/${code}`, perHour: perHour.codeAtNetwork },
      { what: `code/${code}`, perHour: perHour.code },
    ];
    await countTries(deps, tries, now);
    // Both are worked out whether or not there is such a code, so that the time taken tells nothing.
    const [index, wordDigest] = await Promise.all([indexOfCode(sealer, code), digestOfWord(sealer, { code, word })]);
    const found = await table.get(ReturnItem, { index });
    const supportCase = found?.wordDigest === wordDigest && (await table.get(CaseItem, { id: found.caseId }));
    if (!supportCase) throw new AppError(careErrors.noSuchReturn);
    // Only guesses at the word count: she may go in and out, and answer page by page.
    await takeBackTries(deps, tries.slice(1), now);
    return supportCase;
  }

  async function standingOf(supportCase: SupportCase, now: Instant): Promise<AskingStanding> {
    const { id, state, receivedAt, headSealed, escalationId } = supportCase;
    const { alias, risk } = await CaseHead.open(sealer, headSealed, id);
    const step = {
      intake: isUnclaimed(supportCase) ? ('received' as const) : ('inHand' as const),
      waiting: isUnclaimed(supportCase) ? ('received' as const) : ('waiting' as const),
      assigned: 'assigned' as const,
      escalated: escalationId ? ('urgent' as const) : ('inHand' as const),
      closed: 'ended' as const,
    }[state];
    const target = targetOf({ state, receivedAt, ...(risk && { risk }) });
    const nextSession = state === 'closed' ? undefined : await nextSessionOf(deps, id, now);
    return { alias, step, receivedAt, ...(target && { dueAt: target.dueAt }), ...(nextSession && { nextSession }) };
  }

  return {
    returned,
    standingOf,

    /**
     * Takes a request down that nobody has in hand yet; danger calls the people on call at once. Sent twice it is one request.
     *
     * @throws AppError care.tooManyTries
     */
    async ask(command: Command, asking: Asking, network: string) {
      const { now, idempotencyKey } = command;
      const { caseId, code } = await namesOfAsking(sealer, idempotencyKey);
      const answer = { inDanger: asking.dangerNow, ...(asking.word && { returnCode: returnCodeText(code) }) };
      if (await table.get(CaseItem, { id: caseId })) return answer;
      // Counted apart, so that whoever asks for the sake of asking turns nobody in danger away.
      const kind = asking.dangerNow ? 'danger' : 'asking';
      await countTries(deps, [{ what: `${kind}/${network}`, perHour: perHour[kind] }], now);
      const supportCase = await takenDown(asking, now, caseId);
      const danger = asking.dangerNow ? await inDanger(supportCase, command) : undefined;
      const index = await indexOfCode(sealer, code);
      const outcome = await transact(table.client, {
        supportCase: table.put(CaseItem, danger?.after ?? supportCase, { absent: true }),
        ...danger?.writes,
        way: asking.word
          ? table.put(
              ReturnItem,
              { index, caseId, wordDigest: await digestOfWord(sealer, { code, word: asking.word }) },
              { absent: true },
            )
          : undefined,
      });
      if (outcome.committed && danger?.page) await escalations.pageAtOnce(danger.page, now);
      return answer;
    },

    /** Where her request stands. */
    async standing({ now }: Command, key: ReturnKey, network: string): Promise<AskingStanding> {
      return standingOf(await returned(key, network, now), now);
    },

    /** There is danger now: the people on call are called, also when the case has ended, and see where she can be reached. */
    async danger(command: Command, key: ReturnKey, contact: string | undefined, network: string) {
      let supportCase = await returned(key, network, command.now);
      for (let attempt = 0; ; attempt += 1) {
        const { id, version, contentSealed } = supportCase;
        const { after, writes, page } = await inDanger(supportCase, command);
        const content = await CaseContent.open(sealer, contentSealed, id);
        const reachable = contact
          ? { ...after, contentSealed: await CaseContent.seal(sealer, { ...content, contact }, id) }
          : after;
        const outcome = await transact(table.client, {
          supportCase: table.put(CaseItem, reachable, { is: { version } }),
          ...writes,
        });
        if (outcome.committed && page) await escalations.pageAtOnce(page, command.now);
        if (outcome.committed || outcome.refused.has('screening')) return standingOf(reachable, command.now);
        if (attempt === 5) throw new AppError(careErrors.changedMeanwhile);
        supportCase = (await table.get(CaseItem, { id })) ?? supportCase;
      }
    },

    /**
     * She wants no more of it: the case ends and so does all reading of it by the counsellor.
     *
     * @throws AppError care.lookedFor while the people on call try to reach her, care.changedMeanwhile
     */
    async withdraw({ now }: Command, key: ReturnKey, network: string) {
      const supportCase = await returned(key, network, now);
      if (supportCase.state === 'closed') return standingOf(supportCase, now);
      if (supportCase.escalationId) throw new AppError(careErrors.lookedFor);
      const event = caseClosed.make(now, { caseId: supportCase.id });
      const outcome = await transact(table.client, {
        ...(await closingWrites(deps, supportCase, { outcome: 'withdrawn' }, now)),
        event: table.put(EventItem, event, { absent: true }),
      });
      if (!outcome.committed) throw new AppError(careErrors.changedMeanwhile);
      return standingOf({ ...supportCase, state: 'closed' }, now);
    },
  };
}
