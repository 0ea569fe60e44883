import { sessionErrors } from '@kaifong/shared/identity/errors.ts';
import {
  type Asking,
  codeBudgets,
  nextTurn,
  turnDecision,
  turnKeptFor,
} from '@kaifong/shared/identity/sign-in-budget.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { clockOf, endClockOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { IdentityDeps } from '../deps.ts';
import { CodeLine, CodeTurn } from '../identity.table.ts';
import { countOne, minutesLeftIn } from './requester.ts';

type Deps = Pick<IdentityDeps, 'table'>;

/**
 * Counts a code that is to be sent. When strangers have used up what a number gets at once, nobody is shut out: whoever asks is given
 * a turn, and gets a code when it has come.
 *
 * @throws AppError session.tooManyCodes, session.waitForTurn
 */
export async function countCode(deps: Deps, asking: Asking, now: Instant): Promise<void> {
  const { own, shared } = codeBudgets(asking);
  const counts = Object.fromEntries(own.map((budget) => [budget.subject, countOne(deps, budget, now)]));
  const outcome = await transact<string>(deps.table.client, {
    ...counts,
    shared: shared && countOne(deps, shared, now),
  });
  if (outcome.committed) return;
  const isAllTheirOwn = !outcome.refused.has('shared') || outcome.refused.size > 1;
  if (isAllTheirOwn) throw tooMany(now);
  await takeTurn(deps, asking, now, counts);
}

const tooMany = (now: Instant) => new AppError(sessionErrors.tooManyCodes, { minutes: minutesLeftIn(now) });

/** Lets a code go when it is the asker's turn, and else gives them one. */
function takeTurn(
  { table }: Deps,
  { number, address }: Asking,
  now: Instant,
  counts: Readonly<Record<string, Write>>,
): Promise<true> {
  return untilSettled(async () => {
    const [line, given] = await table.getPair([CodeLine, { number }], [CodeTurn, { number, address }]);
    const decision = turnDecision(given?.turn, now);
    if (given && decision === 'wait') throw waitFor(given.turn);
    if (given && decision === 'send') {
      const taken = table.remove(CodeTurn, given, { is: { turn: given.turn } });
      const outcome = await transact<string>(table.client, { ...counts, taken });
      if (!outcome.committed && !outcome.refused.has('taken')) throw tooMany(now);
      return outcome.committed ? true : undefined;
    }
    const turn = nextTurn(line?.lastTurn, now);
    const outcome = await transact(table.client, {
      line: table.put(
        CodeLine,
        { number, lastTurn: turn },
        line ? { is: { lastTurn: line.lastTurn } } : { absent: true },
      ),
      turn: table.put(CodeTurn, { number, address, turn }, given ? { is: { turn: given.turn } } : { absent: true }),
    });
    if (outcome.committed) throw waitFor(turn);
    return undefined;
  });
}

const waitFor = (turn: Instant) =>
  new AppError(sessionErrors.waitForTurn, { from: clockOf(turn), until: endClockOf(turn, shiftBy(turn, turnKeptFor)) });
