import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { type Outcome, transact, type Write } from '../platform/transact.ts';
import type { BadRow } from './bad-rows.ts';
import type { PeopleDeps } from './deps.ts';
import { documentIndexOf, prepareEntry } from './entry.ts';
import { badRowsPlace, ImportPart } from './import.table.ts';
import type { FileRow } from './import-file.ts';
import { type Entrant, mobileTaken, type SortedRow } from './import-rows.ts';
import { DocumentOwner } from './people.table.ts';

/** Rows of one part. Each takes up to five items of the hundred that a transaction may have, and the part itself one. */
export const rowsPerPart = 19;

/** Rounds in which the table may say of a row that it is known, or that its number has an account. */
const rounds = 12;

export type PartCounts = Pick<ImportPart, 'accepted' | 'alreadyKnown' | 'rejected'>;

/** A row on its way in: into a new account, or into the account that its mobile number has already. */
type Candidate = Readonly<{ row: FileRow; entrant: Entrant; documentIndex: string; accountId?: string }>;

/**
 * Enters the people of one part of a list, in one transaction with the record of how the part ended, so that a part is carried out once
 * however often it is tried.
 *
 * What stands in a row's way is learnt from the table's refusal, not read beforehand: a number that has an account leads to that account,
 * an account that is another volunteer's sends the row back, and a document that came in meanwhile makes it one that is known.
 */
export async function carryOutPart(
  deps: PeopleDeps,
  run: Readonly<{ importId: string; now: Instant }>,
  part: number,
  rows: readonly SortedRow[],
): Promise<PartCounts> {
  const { table, sealer } = deps;
  const { importId, now } = run;
  const badRows: BadRow[] = rows.flatMap((row) => (row.kind === 'bad' ? row.badRow : []));
  const withDocuments = await Promise.all(
    rows.flatMap((row) =>
      row.kind === 'mayEnter'
        ? documentIndexOf(deps, row.entrant.person).then((documentIndex) => ({ ...row, documentIndex }))
        : [],
    ),
  );
  const known = await table.getAll(DocumentOwner, withDocuments);
  let candidates: Candidate[] = withDocuments.filter((_, position) => known[position] === undefined);
  let alreadyKnown = rows.filter(({ kind }) => kind === 'repeated').length + withDocuments.length - candidates.length;

  for (let round = 0; round < rounds; round += 1) {
    const bySheet = badRows.toSorted((one, other) => one.line - other.line);
    const counts = { accepted: candidates.length, alreadyKnown, rejected: badRows.length };
    const badRowsSealed =
      bySheet.length > 0 ? await sealer.seal(JSON.stringify(bySheet), badRowsPlace(importId, part)) : undefined;
    const item = { importId, part, ...counts, ...(badRowsSealed && { badRowsSealed }), at: now };
    const writes: Record<string, Write> = { part: table.put(ImportPart, item, { absent: true }) };
    await Promise.all(
      candidates.map(async (candidate, position) => {
        for (const [name, write] of Object.entries(await writesOf(deps, run, candidate))) {
          writes[`${position} ${name}`] = write;
        }
      }),
    );

    const outcome = await transact(table.client, writes);
    if (outcome.committed) return counts;
    if (outcome.refused.has('part')) return mustFindPart(deps, importId, part);
    const next: Candidate[] = [];
    for (const [position, candidate] of candidates.entries()) {
      const answer = answerTo(candidate, position, outcome);
      if (answer === 'known') alreadyKnown += 1;
      else if (answer === 'mobileTaken') badRows.push(mobileTaken(candidate.row));
      else next.push(answer);
    }
    candidates = next;
  }
  throw new AppError(platformErrors.busy);
}

/** How a part ended that was carried out before. */
async function mustFindPart({ table }: PeopleDeps, importId: string, part: number): Promise<PartCounts> {
  const found = await table.get(ImportPart, { importId, part });
  if (!found) throw new Error(`part ${part} of ${importId} was refused and is not there`);
  return found;
}

async function writesOf(
  deps: PeopleDeps,
  { importId, now }: Readonly<{ importId: string; now: Instant }>,
  { entrant: { person, mobile }, documentIndex, accountId }: Candidate,
): Promise<Record<string, Write>> {
  const { accounts } = deps.identity;
  const { volunteer, writesFor } = await prepareEntry(deps, person, {
    registeredBy: 'import',
    registeredAt: now,
    importId,
    documentIndex,
  });
  const { id, name, community: scope } = volunteer;
  if (accountId) {
    return { account: await accounts.linkVolunteer(accountId, { id, name, scope }), ...writesFor(accountId) };
  }
  const opened = await accounts.open({ mobile, name, grants: [{ role: 'volunteer', scope }], volunteerId: id, now });
  return { ...opened.writes, ...writesFor(opened.accountId) };
}

/** What a refusal says of a row; the row itself when it may be tried again. */
function answerTo(
  candidate: Candidate,
  position: number,
  { refused, found }: Exclude<Outcome<string>, { committed: true }>,
): 'known' | 'mobileTaken' | Candidate {
  const at = (name: string) => `${position} ${name}`;
  if (refused.has(at('document'))) return 'known';
  if (candidate.accountId !== undefined) {
    return found[at('account')]?.volunteerId === undefined ? candidate : 'mobileTaken';
  }
  const owner = found[at('mobile')]?.accountId;
  return typeof owner === 'string' ? { ...candidate, accountId: owner } : candidate;
}
