import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import { communityFinder } from '@kaifong/shared/people/import-communities.ts';
import type { VolunteerImport, VolunteerImportDone } from '@kaifong/shared/people/import-schema.ts';
import { digestOf } from '../platform/digest.ts';
import { transact, type Write } from '../platform/transact.ts';
import type { PeopleDeps } from './deps.ts';
import { ImportPart, importIdOf, VolunteerImportItem } from './import.table.ts';
import { type ImportFile, readImportFile } from './import-file.ts';
import { carryOutPart, type PartCounts, rowsPerPart } from './import-part.ts';
import { placesIn } from './import-places.ts';
import { sortRows } from './import-rows.ts';
import { inParallel } from './in-parallel.ts';

/** Parts in flight at once. */
const partsAtOnce = 8;

const none: PartCounts = { accepted: 0, alreadyKnown: 0, rejected: 0 };

/**
 * Who imports what: an account by its request, or the operator by a command. The same `by` and `key` are the same
 * import.
 */
export type ImportOrder = Readonly<{ by: string; key: string; now: Instant; mostRows: number }> & VolunteerImport;

/**
 * Carries out what of an import is not done yet. `finish` is the write that says how it ended; none when it had ended
 * before.
 *
 * @throws AppError place.unknown, platform.idempotencyKeyReused, people.importUnreadable, people.importEmpty,
 * people.importColumnsMissing, people.importTooLong
 */
export async function runImport(
  deps: PeopleDeps,
  order: ImportOrder,
): Promise<{ done: VolunteerImportDone; finish: Write | undefined }> {
  const { table, organisation } = deps;
  const { place, csv, now, mostRows } = order;
  const places = await placesIn(organisation, place, dayOf(now));
  const file = readImportFile(csv, { ofOneCommunity: kindOf(place) === 'community', mostRows });
  const begun = await begin(deps, order, file);
  if (begun.state === 'finished') return { done: doneOf(begun), finish: undefined };

  const { importId, startedAt, digest } = begun;
  const rows = sortRows(file.rows, { today: dayOf(startedAt), findCommunity: communityFinder(places) });
  const { parts } = await table.collect(`IMPORT#${importId}`, { beginsWith: 'PART#' }, { parts: ImportPart });
  const ended = new Map<number, PartCounts>(parts.map((part) => [part.part, part]));
  await inParallel(Math.ceil(rows.length / rowsPerPart), partsAtOnce, async (part) => {
    if (ended.has(part)) return;
    const share = rows.slice(part * rowsPerPart, (part + 1) * rowsPerPart);
    ended.set(part, await carryOutPart(deps, { importId, now: startedAt }, part, share));
  });

  const finished = { ...begun, ...sumOf([...ended.values()]), state: 'finished' as const, finishedAt: now };
  return { done: doneOf(finished), finish: table.put(VolunteerImportItem, finished, { is: { digest } }) };
}

/** The import of this order: begun now, or found when it was begun before. */
async function begin(
  { table, identity }: PeopleDeps,
  order: ImportOrder,
  { headings, rows }: ImportFile,
): Promise<VolunteerImportItem> {
  const { by, key, now, place, csv } = order;
  const importId = importIdOf(by, key);
  const digest = digestOf(place, csv);
  const find = async () => {
    const earlier = await table.get(VolunteerImportItem, { importId });
    if (earlier && earlier.digest !== digest) throw new AppError(platformErrors.idempotencyKeyReused);
    return earlier;
  };
  const earlier = await find();
  if (earlier) return earlier;
  const fresh: VolunteerImportItem = {
    importId,
    place,
    importedBy: by,
    digest,
    headings: [...headings],
    state: 'running',
    total: rows.length,
    ...none,
    startedAt: now,
  };
  const who = { actor: { accountId: by }, now, idempotencyKey: key };
  const outcome = await transact(table.client, {
    begun: table.put(VolunteerImportItem, fresh, { absent: true }),
    audit: identity.accounts.audit(who, 'volunteer.import', importId),
  });
  if (outcome.committed) return fresh;
  const twin = await find();
  if (!twin) throw new AppError(platformErrors.busy);
  return twin;
}

function doneOf({ importId, total, accepted, alreadyKnown, rejected }: VolunteerImportItem): VolunteerImportDone {
  return { importId, total, accepted, alreadyKnown, rejected };
}

function sumOf(all: readonly PartCounts[]): PartCounts {
  const sum = (count: keyof PartCounts) => all.reduce((total, part) => total + part[count], 0);
  return { accepted: sum('accepted'), alreadyKnown: sum('alreadyKnown'), rejected: sum('rejected') };
}
