import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { System } from './system.ts';

/**
 * Keeps a system running until Ctrl-C or until its engine ends by itself, then stops it cleanly. A second Ctrl-C does not wait.
 */
export async function runUntilStopped(system: System): Promise<void> {
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) process.exit(1);
    stopping = true;
    await system.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  const lastWords = await system.engineEnded;
  if (stopping) return;
  console.error(`The database engine ended by itself: ${lastWords}`);
  await stop(1);
}

/** Runs a command's main function; what it throws is one line for a person, and exit code 1. */
export function command(main: () => Promise<void>): void {
  main().catch((error: Error) => {
    console.error(error instanceof AppError ? error.messageIn('en') : error.message);
    process.exit(1);
  });
}
