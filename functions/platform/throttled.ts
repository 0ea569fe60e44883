import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { isTransient } from './transact.ts';

/** A read that the engine throttled, and the client has tried several times, ends as `platform.busy` and not as a fault of ours. */
export function throttled(error: unknown): never {
  throw isTransient(error) ? new AppError(platformErrors.busy) : error;
}
