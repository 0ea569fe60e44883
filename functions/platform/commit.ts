import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { EventItem } from './outbox.ts';
import type { Command } from './request.ts';
import type { Table } from './table.ts';
import { type Outcome, transact, type Write, type Writes } from './transact.ts';

/** The command was carried out before: the kit answers with the stored answer. */
export class AlreadyDone extends Error {}

/**
 * The one way in which a command writes: its writes, its events and its receipt, all or nothing.
 *
 * @returns the outcome by the names of `writes`
 * @throws AlreadyDone when a twin of this command got there first
 */
export async function commit<Name extends string>(
  command: Command,
  table: Table,
  writes: Writes<Name>,
  result: Readonly<{ answer: unknown; events?: readonly DomainEvent[] }>,
): Promise<Outcome<Name>> {
  const all: Record<string, Write | undefined> = { ...writes, receipt: command.receipt(result.answer) };
  for (const event of result.events ?? []) all[`event ${event.id}`] = table.put(EventItem, event, { absent: true });
  const outcome = await transact(table.client, all);
  if (!outcome.committed && outcome.refused.has('receipt')) throw new AlreadyDone();
  return outcome as Outcome<Name>;
}

/**
 * Throws the refusal that belongs to the first write that stood in the way. A refused write without one is a fault of ours; a
 * contended one that yields is `platform.busy`.
 */
export function mustCommit<Name extends string>(
  outcome: Outcome<Name>,
  refusals: Readonly<Partial<Record<Name, () => AppError>>>,
): void {
  if (outcome.committed) return;
  for (const name of outcome.refused) throw refusals[name]?.() ?? new Error(`unexpected refusal of ${name}`);
  throw new AppError(platformErrors.busy);
}
