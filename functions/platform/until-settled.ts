import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { pause } from './retry.ts';

const usualAttempts = 12;

/**
 * Runs `attempt`, which reads, decides and writes, again as long as it answers `undefined`: somebody moved what it had read. It is told
 * how often it was tried before.
 *
 * @throws AppError platform.busy when that goes on
 */
export async function untilSettled<Answer>(
  attempt: (tries: number) => Promise<Answer | undefined>,
  attempts = usualAttempts,
): Promise<Answer> {
  for (let tries = 0; tries < attempts; tries += 1) {
    if (tries > 0) await pause(tries);
    const answer = await attempt(tries);
    if (answer !== undefined) return answer;
  }
  throw new AppError(platformErrors.busy);
}
