import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import { communityFinder } from '@kaifong/shared/people/importing/import-communities.ts';
import { importErrors } from '@kaifong/shared/people/importing/import-errors.ts';
import { inParallel } from '../../platform/in-parallel.ts';
import { transact } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { skillCatalogue } from '../skills/skill-catalogue.ts';
import { ImportPart, partsOf, VolunteerImportItem } from './import.table.ts';
import { type Bytes, type FileRow, rowsOf, surveyFile } from './import-file.ts';
import { checkPart, enterPart, type PartCounts, rowsPerPart } from './import-part.ts';
import { placesIn } from './import-places.ts';
import { rowSorter, type SortedRow } from './import-rows.ts';

/** Parts in flight at once. */
const partsAtOnce = 8;

export type Tell = (done: number, total: number) => void;

/** How often the record of an import tells how far it is, in milliseconds. */
const telling = 500;

/**
 * Carries out what of an import is not done yet: first reads all of its file, then goes through the rows, part by part.
 * `mayGoOn` is asked before every part; answering `false` leaves the rest to the next call.
 *
 * @returns whether there is something left to do
 */
export async function runImport(
  deps: PeopleDeps,
  begun: VolunteerImportItem,
  options: Readonly<{
    bytes: Bytes;
    mostRows: number;
    mayGoOn?: () => boolean;
    /** Is told now and then how many of the rows are done. */
    tell?: Tell;
  }>,
): Promise<'over' | 'unfinished'> {
  const { bytes, mayGoOn = () => true, tell = () => {} } = options;
  const read = begun.state === 'reading' ? await readWhole(deps, begun, options) : begun;
  if (read.state !== 'working') return 'over';

  const { importId, aim, place, startedAt, format } = read;
  if (!format) throw new Error(`${importId} works through a file that it has not read`);
  const { parts } = await deps.table.collect(`IMPORT#${importId}`, { beginsWith: partsOf[aim] }, { parts: ImportPart });
  const ended = new Set(parts.map(({ part }) => part));
  const tally = tallyOf(deps, read, parts, tell);
  const places = await placesIn(deps.organisation, place, dayOf(startedAt));
  const skills = await skillCatalogue(deps).all(startedAt);
  const sort = rowSorter({ today: dayOf(startedAt), findCommunity: communityFinder(places), skills });
  const run = { importId, now: startedAt };
  let isStopped = false;
  // Lists that were sent before are mostly known, and so is what follows a part that was.
  let likelyKnown = parts.some(({ alreadyKnown }) => alreadyKnown > rowsPerPart / 2);
  await inParallel(partsIn(rowsOf(bytes, format), sort), partsAtOnce, async ({ part, rows }) => {
    if (ended.has(part)) return;
    isStopped ||= !mayGoOn();
    if (isStopped) return;
    const counts =
      aim === 'check' ? await checkPart(deps, run, part, rows) : await enterPart(deps, run, part, rows, likelyKnown);
    likelyKnown = counts.alreadyKnown > rowsPerPart / 2;
    await tally.add(counts);
  });
  if (isStopped) {
    await tally.tell();
    return 'unfinished';
  }
  await tally.end();
  return 'over';
}

/** Reads the file from end to end. What is wrong with it as a whole is written down, and nothing is done. */
async function readWhole(
  { table, now }: PeopleDeps,
  begun: VolunteerImportItem,
  { bytes, mostRows }: Readonly<{ bytes: Bytes; mostRows: number }>,
): Promise<VolunteerImportItem> {
  const { importId, place } = begun;
  const move = async (set: Partial<VolunteerImportItem>) => {
    const moved = { ...set, movedAt: now() };
    await transact(table.client, {
      import: table.adjust(VolunteerImportItem, { importId }, { set: moved }, { is: { state: 'reading' } }),
    });
    return { ...begun, ...moved };
  };
  try {
    const survey = await surveyFile(bytes, { ofOneCommunity: kindOf(place) === 'community', mostRows });
    return await move({ ...survey, ...none, state: 'working', workedFor: 0 });
  } catch (error) {
    if (!(error instanceof AppError && isOfFile(error))) throw error;
    const facts = Object.fromEntries(Object.entries(error.facts).filter(isPlain));
    return move({ state: 'refused', refusal: { code: error.code, facts }, finishedAt: now() });
  }
}

const isOfFile = ({ code }: AppError) => Object.values(importErrors).some((definition) => definition.code === code);

function isPlain(entry: [string, unknown]): entry is [string, string | number] {
  return typeof entry[1] !== 'object';
}

const none = { done: 0, accepted: 0, alreadyKnown: 0, rejected: 0 } as const;

/** Adds up how parts ended, and writes it down now and then: never backwards, whoever else is at it. */
function tallyOf(
  { table, now }: PeopleDeps,
  { importId, aim, total = 0, workedFor = 0 }: VolunteerImportItem,
  parts: readonly PartCounts[],
  onTold: Tell,
) {
  const counts = { ...none } as { -readonly [Count in keyof typeof none]: number };
  const count = ({ accepted, alreadyKnown, rejected }: PartCounts) => {
    counts.accepted += accepted;
    counts.alreadyKnown += alreadyKnown;
    counts.rejected += rejected;
    counts.done += accepted + alreadyKnown + rejected;
  };
  for (const part of parts) count(part);
  const begunAt = performance.now();
  let toldAt = begunAt;

  const tell = async () => {
    toldAt = performance.now();
    onTold(counts.done, total);
    const worked = workedFor + Math.round(toldAt - begunAt);
    const set = { ...counts, workedFor: worked, movedAt: now() };
    const condition = { is: { state: 'working' as const, aim }, below: { done: counts.done + 1 } };
    await transact(table.client, { import: table.adjust(VolunteerImportItem, { importId }, { set }, condition) });
  };
  return {
    tell,
    add: async (ended: PartCounts) => {
      count(ended);
      if (performance.now() - toldAt > telling) await tell();
    },
    end: async () => {
      const state = aim === 'check' ? ('checked' as const) : ('entered' as const);
      const set = { ...counts, state, movedAt: now(), finishedAt: now() };
      const condition = { is: { state: 'working' as const, aim } };
      await transact(table.client, { import: table.adjust(VolunteerImportItem, { importId }, { set }, condition) });
    },
  };
}

/** The rows of a list, sorted one after the other and cut into numbered parts. */
async function* partsIn(
  batches: AsyncIterable<FileRow[]>,
  sort: (row: FileRow) => SortedRow,
): AsyncGenerator<{ part: number; rows: SortedRow[] }> {
  let part = 0;
  let rows: SortedRow[] = [];
  for await (const batch of batches) {
    for (const row of batch) {
      rows.push(sort(row));
      if (rows.length < rowsPerPart) continue;
      yield { part, rows };
      part += 1;
      rows = [];
    }
  }
  if (rows.length > 0) yield { part, rows };
}
