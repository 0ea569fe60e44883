import { CaseItem } from './care.table.ts';
import type { CareDeps } from './deps.ts';
import { CaseHead } from './sealed.ts';

/** What the people of these rows' cases are called; each case is read once. */
export async function aliasesOf(
  { table, sealer }: Pick<CareDeps, 'table' | 'sealer'>,
  rows: readonly Readonly<{ caseId: string }>[],
): Promise<(caseId: string) => string> {
  const ids = [...new Set(rows.map(({ caseId }) => caseId))];
  const cases = await table.getAll(
    CaseItem,
    ids.map((id) => ({ id })),
  );
  const heads = await Promise.all(cases.map((found) => found && CaseHead.open(sealer, found.headSealed, found.id)));
  return (caseId) => heads[ids.indexOf(caseId)]?.alias ?? '';
}
