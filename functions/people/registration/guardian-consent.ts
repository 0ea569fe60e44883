import type { Consent } from '@kaifong/shared/people/schema.ts';
import type { PeopleDeps } from '../deps.ts';
import type { Volunteer } from '../people.table.ts';
import { GuardianItem } from './registration.table.ts';

/** What was asked of the guardian of an account, and answered; `undefined` when nothing was. */
export function findGuardianItem({ table }: Pick<PeopleDeps, 'table'>, accountId: string) {
  return table.get(GuardianItem, { accountId });
}

/** The consents that a guardian gave by code, as the child's record shows them. */
export function consentsByCode(item: Pick<GuardianItem, 'given'> | undefined): Consent[] {
  if (!item?.given) return [];
  const { at, version, dataVersion } = item.given;
  const consent = { given: true, at, on: 'code' } as const;
  return [
    { kind: 'guardian', version, ...consent },
    ...(dataVersion ? [{ kind: 'guardianData' as const, version: dataVersion, ...consent }] : []),
  ];
}

/**
 * Whether the guardian of this volunteer has still to consent by code. A list that an organisation sends says that it keeps the signed
 * form; what was taken down on paper is asked again.
 */
export async function awaitsGuardian(
  { table }: Pick<PeopleDeps, 'table'>,
  { isMinor, registeredBy, accountId }: Pick<Volunteer, 'isMinor' | 'registeredBy' | 'accountId'>,
): Promise<boolean> {
  if (!isMinor || registeredBy === 'import') return false;
  return (await findGuardianItem({ table }, accountId))?.given === undefined;
}
