import type { Day } from '@kaifong/shared/kernel/time.ts';
import type { communityFinder } from '@kaifong/shared/people/importing/import-communities.ts';
import { checkRow, type RowCheck } from '@kaifong/shared/people/importing/import-row.ts';
import type { SkillCatalogue } from '@kaifong/shared/people/skills/skill-choice.ts';
import type { BadRow } from './bad-rows.ts';
import { type FileRow, longestRow } from './import-file.ts';

/** What is to become of a row before the table was asked: it may enter, is in the list twice, or is bad. */
export type SortedRow =
  | Readonly<{ kind: 'mayEnter'; row: FileRow; entrant: Entrant }>
  | Readonly<{ kind: 'repeated' }>
  | Readonly<{ kind: 'bad'; badRow: BadRow }>;

/** Somebody on a list who may enter. */
export type Entrant = Omit<Extract<RowCheck, { ok: true }>, 'ok'>;

/**
 * Sorts the rows of a list, one after the other, by the rules of a registration. Of two rows with one document the first
 * counts; of two people with one mobile number the second is sent back.
 */
export function rowSorter(
  context: Readonly<{ today: Day; findCommunity: ReturnType<typeof communityFinder>; skills: SkillCatalogue }>,
): (row: FileRow) => SortedRow {
  const documents = new Set<string>();
  const mobiles = new Set<string>();
  return (row) => {
    const fault = faultOfWhole(row);
    if (fault) return { kind: 'bad', badRow: badRowOf(row, [fault]) };
    const checked = checkRow(row.read, context);
    if (!checked.ok) return { kind: 'bad', badRow: badRowOf(row, checked.faults) };
    const { person, mobile } = checked;
    const document = `${person.documentKind}:${person.documentNumber}`;
    if (documents.has(document)) return { kind: 'repeated' };
    if (mobiles.has(mobile)) return { kind: 'bad', badRow: mobileTaken(row) };
    documents.add(document);
    mobiles.add(mobile);
    return { kind: 'mayEnter', row, entrant: { person, mobile } };
  };
}

/** A row whose mobile number is another volunteer's. */
export function mobileTaken(row: FileRow): BadRow {
  return badRowOf(row, [{ column: 'mobile', code: 'import.mobileKnown' }]);
}

function faultOfWhole({ isTooLong, hasExtra, cells }: FileRow): BadRow['faults'][number] | undefined {
  if (isTooLong) return { code: 'import.rowTooLong', facts: { maximum: longestRow } };
  if (hasExtra) return { code: 'import.tooManyCells' };
  return cells.some((cell) => cell.includes('\uFFFD')) ? { code: 'import.brokenText' } : undefined;
}

function badRowOf({ line, cells }: FileRow, faults: BadRow['faults']): BadRow {
  return { line, cells: [...cells], faults };
}
