import { AppError, type ErrorKind } from '@kaifong/shared/kernel/errors.ts';
import type { Text } from '@kaifong/shared/kernel/language.ts';
import type { Day } from '@kaifong/shared/kernel/time.ts';
import { AlreadyDone } from '../../platform/commit.ts';
import { inAllLanguages } from './in-all-languages.ts';

/** What a rule refuses, the leader sees on the page; trying again would not help. */
const refusalKinds: ReadonlySet<ErrorKind> = new Set(['conflict', 'invalid', 'forbidden', 'notFound']);

export type Refusals = readonly Readonly<{ day: Day; why: Text }>[];

export type BoundedSteps = ReturnType<typeof boundedSteps>;

/** Takes so many steps and no more, goes on after one that failed, and remembers why. */
export function boundedSteps(most: number) {
  const failures: unknown[] = [];
  const refusals: Refusals[number][] = [];
  let taken = 0;

  return {
    refusals: refusals as Refusals,

    isSpent: () => taken === most,

    /** Takes the step of a day, if there is one left. One that was taken already counts as taken. */
    async take(day: Day, work: () => Promise<unknown> | undefined): Promise<void> {
      if (taken === most) return;
      taken += 1;
      try {
        await work();
      } catch (error) {
        if (error instanceof AlreadyDone) return;
        if (error instanceof AppError && refusalKinds.has(error.definition.kind)) {
          refusals.push({ day, why: inAllLanguages(error) });
        } else {
          failures.push(error);
        }
      }
    },

    /** @throws AggregateError of all that failed and was no refusal */
    mustHaveGone(message: string): void {
      if (failures.length > 0) throw new AggregateError(failures, message);
    },
  };
}
