import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Facts, Log } from './log.ts';

/** Something that time makes due. It asks an index what is due and must be safe to run twice, or twice at once. */
export type Task = Readonly<{ name: string; run: (now: Instant) => Promise<void> }>;

/** What a task found that somebody must look at; the facts are for the log. */
export class Alert extends Error {
  readonly facts: Facts;

  constructor(message: string, facts: Facts) {
    super(message);
    this.name = 'Alert';
    this.facts = facts;
  }
}

/**
 * The handler of the clock: runs every task, one failing task not keeping the others from theirs.
 *
 * @throws AggregateError when any failed, so that the failure is counted and the alarm rings
 */
export function tickHandler(tasks: readonly Task[], now: () => Instant, log: Log) {
  return async (): Promise<void> => {
    const at = now();
    const failures: unknown[] = [];
    for (const task of tasks) {
      try {
        await task.run(at);
      } catch (error) {
        log.error('tick.failed', error, { task: task.name, ...(error instanceof Alert && error.facts) });
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'tasks failed');
  };
}
