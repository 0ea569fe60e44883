import type { Command } from '../platform/request.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';

/** What the tree needs of who people are, which stands above it. */
export type Accounts = Readonly<{
  /** The line of a deed in the audit, to be written in its transaction. */
  line: (command: Command, action: string, ids: string) => Write;
  /** What accounts are called, those that have a name. */
  namesOf: (ids: readonly (string | undefined)[]) => Promise<ReadonlyMap<string, string>>;
}>;

export type OrganisationDeps = Readonly<{ table: Table; accounts: Accounts }>;
