import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { ImportAim } from '@kaifong/shared/people/importing/import-schema.ts';
import { EventItem } from '../../platform/outbox.ts';
import { type Outcome, transact, type Write } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { documentIndexOf, prepareEntry } from '../entry.ts';
import { formerHolders, Likenesses, type Newcomer, tellOf } from '../merging/likeness.ts';
import { DocumentOwner } from '../people.table.ts';
import type { BadRow } from './bad-rows.ts';
import { badRowsPlace, ImportPart } from './import.table.ts';
import type { FileRow } from './import-file.ts';
import { type Entrant, mobileTaken, type SortedRow } from './import-rows.ts';

/**
 * Rows of one part. Each takes up to six items of the hundred that a transaction may have, and the part itself two.
 */
export const rowsPerPart = 16;

/** Rounds in which the table may say of a row that it is known, or that its number has an account. */
const rounds = 12;

export type PartCounts = Pick<ImportPart, 'accepted' | 'alreadyKnown' | 'rejected'>;

/** Which import a part is of; its people are registered when it began. */
export type ImportRun = Readonly<{ importId: string; now: Instant }>;

/** A row on its way in: into a new account, or into the account that its mobile number has already. */
type Candidate = Readonly<{ row: FileRow; entrant: Entrant; documentIndex: string; accountId?: string }>;

/**
 * Enters the people of one part of a list, in one transaction with the record of how the part ended, so that a part is
 * carried out once however often it is tried.
 *
 * What stands in a row's way is learnt from the table's refusal: a number that has an account leads to that account, an
 * account that is another volunteer's sends the row back, and a document that came in meanwhile makes it one that is known.
 * `likelyKnown` has documents looked up first, which is cheaper where many are.
 */
export async function enterPart(
  deps: PeopleDeps,
  run: ImportRun,
  part: number,
  rows: readonly SortedRow[],
  likelyKnown: boolean,
): Promise<PartCounts> {
  const { table } = deps;
  const badRows = badRowsIn(rows);
  let candidates: Candidate[] = await Promise.all(entrantsIn(rows).map((entrant) => candidateOf(deps, entrant)));
  if (likelyKnown) candidates = await unknownOf(deps, candidates);
  let alreadyKnown = rows.length - badRows.length - candidates.length;
  const alike = new Likenesses();
  const holders = await formerHolders(
    deps,
    candidates.map(({ entrant }) => entrant.mobile),
  );

  for (let round = 0; round < rounds; round += 1) {
    const counts = { accepted: candidates.length, alreadyKnown, badRows };
    const ended = await partItem(deps, { ...run, aim: 'enter', part }, counts);
    const entries = await Promise.all(candidates.map((candidate) => entryOf(deps, run, candidate)));
    const { writes: likenesses, pairs } = alike.enter(
      table,
      entries.map(({ newcomer }) => newcomer),
    );
    const writes: Record<string, Write> = { part: table.put(ImportPart, ended, { absent: true }), ...likenesses };
    for (const [position, { writes: own }] of entries.entries()) {
      for (const [name, write] of Object.entries(own)) writes[`${position} ${name}`] = write;
    }
    for (const [position, { newcomer }] of entries.entries()) {
      pairs.push(...holders.pairsOf(newcomer, candidates[position]?.entrant.mobile ?? ''));
    }
    for (const event of tellOf(pairs, run.now)) writes.told = table.put(EventItem, event, { absent: true });
    const outcome = await transact(table.client, writes);
    if (outcome.committed) return ended;
    if (outcome.refused.has('part')) return mustFindPart(deps, run.importId, part);

    alike.learn(outcome.found);
    const answers = candidates.map((candidate, position) => answerTo(candidate, position, outcome));
    alreadyKnown += answers.filter((answer) => answer === 'known').length;
    badRows.push(
      ...candidates.filter((_, position) => answers[position] === 'mobileTaken').map(({ row }) => mobileTaken(row)),
    );
    candidates = answers.filter((answer) => typeof answer === 'object');
  }
  throw new AppError(platformErrors.busy);
}

/** Tells how a part would end, as things stand, and enters nobody. */
export async function checkPart(
  deps: PeopleDeps,
  run: ImportRun,
  part: number,
  rows: readonly SortedRow[],
): Promise<PartCounts> {
  const { table, identity } = deps;
  const badRows = badRowsIn(rows);
  const entrants = await Promise.all(entrantsIn(rows).map((entrant) => candidateOf(deps, entrant)));
  const candidates = await unknownOf(deps, entrants);
  const isTaken = await identity.accounts.belongToVolunteers(candidates.map(({ entrant }) => entrant.mobile));
  const taken = candidates.filter((_, position) => isTaken[position]).map(({ row }) => mobileTaken(row));
  const counts = {
    accepted: candidates.length - taken.length,
    alreadyKnown: rows.length - badRows.length - candidates.length,
    badRows: [...badRows, ...taken],
  };
  const found = await partItem(deps, { ...run, aim: 'check', part }, counts);
  await transact(table.client, { part: table.put(ImportPart, found) });
  return found;
}

const badRowsIn = (rows: readonly SortedRow[]) => rows.flatMap((row) => (row.kind === 'bad' ? row.badRow : []));
const entrantsIn = (rows: readonly SortedRow[]) => rows.filter((row) => row.kind === 'mayEnter');

async function candidateOf(
  deps: PeopleDeps,
  { row, entrant }: Extract<SortedRow, { kind: 'mayEnter' }>,
): Promise<Candidate> {
  return { row, entrant, documentIndex: await documentIndexOf(deps, entrant.person) };
}

/** Those whose document is no volunteer's yet. */
async function unknownOf(deps: PeopleDeps, candidates: readonly Candidate[]): Promise<Candidate[]> {
  if (candidates.length === 0) return [];
  const owners = await deps.table.getAll(DocumentOwner, candidates);
  return candidates.filter((_, position) => owners[position] === undefined);
}

/** The record of how a part ended, its bad rows in the order of the list and under seal. */
async function partItem(
  { sealer }: PeopleDeps,
  { importId, now, aim, part }: ImportRun & { aim: ImportAim; part: number },
  { badRows, ...counts }: { accepted: number; alreadyKnown: number; badRows: readonly BadRow[] },
): Promise<ImportPart> {
  const item = { importId, aim, part, ...counts, rejected: badRows.length, at: now };
  if (badRows.length === 0) return item;
  const inOrder = badRows.toSorted((one, other) => one.line - other.line);
  return { ...item, badRowsSealed: await sealer.seal(JSON.stringify(inOrder), badRowsPlace(item)) };
}

/** How a part ended that a twin of this import carried out. */
async function mustFindPart({ table }: PeopleDeps, importId: string, part: number): Promise<PartCounts> {
  const found = await table.get(ImportPart, { importId, aim: 'enter', part });
  if (!found) throw new Error(`part ${part} of ${importId} was refused and is not there`);
  return found;
}

/** What enters a row: its writes, and by whom it is compared. */
async function entryOf(
  deps: PeopleDeps,
  { importId, now }: ImportRun,
  { entrant: { person, mobile }, documentIndex, accountId }: Candidate,
): Promise<{ newcomer: Newcomer; writes: Record<string, Write> }> {
  const { accounts } = deps.identity;
  const { volunteer, likeness, writesFor } = await prepareEntry(deps, person, {
    mobile,
    registeredBy: 'import',
    registeredAt: now,
    importId,
    documentIndex,
  });
  const { id, name, community: scope } = volunteer;
  const newcomer = { volunteerId: id, community: scope, likeness };
  if (accountId) {
    const account = await accounts.linkVolunteer(accountId, { id, name, scope });
    return { newcomer, writes: { account, ...writesFor(accountId) } };
  }
  const opened = await accounts.open({ mobile, name, grants: [{ role: 'volunteer', scope }], volunteerId: id, now });
  return { newcomer, writes: { ...opened.writes, ...writesFor(opened.accountId) } };
}

/** What a refusal says of a row; the row itself when it may be tried again. */
function answerTo(
  candidate: Candidate,
  position: number,
  { refused, contended, found }: Exclude<Outcome<string>, { committed: true }>,
): 'known' | 'mobileTaken' | Candidate {
  const at = (name: string) => `${position} ${name}`;
  if (refused.has(at('document'))) return 'known';
  // Whose document it is shows once the other transaction has ended; until then nothing else about the row is telling.
  if (contended.has(at('document'))) return candidate;
  if (candidate.accountId !== undefined) {
    return found[at('account')]?.volunteerId === undefined ? candidate : 'mobileTaken';
  }
  const owner = found[at('mobile')]?.accountId;
  return typeof owner === 'string' ? { ...candidate, accountId: owner } : candidate;
}
