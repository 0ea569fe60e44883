import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { type ConsentKind, consentVersions } from '@kaifong/shared/people/registration/consents.ts';
import type { CheckedRegistration } from '@kaifong/shared/people/registration/registration.ts';
import type { Consent } from '@kaifong/shared/people/schema.ts';
import type { Write } from '../platform/transact.ts';
import type { PeopleDeps } from './deps.ts';
import { nameKeysOf } from './finding/name-keys.ts';
import { phoneTailIndexOf } from './finding/phone-tail.ts';
import { birthLikenessOf } from './merging/likeness.ts';
import { DocumentOwner, NumberOwner, Volunteer } from './people.table.ts';
import { placeOf } from './sealed-places.ts';
import { drawVolunteerNumber } from './volunteer-number.ts';

/** How somebody comes to be entered. */
export type EntryTerms = Readonly<{
  /** The mobile number of the person's account, E.164. */
  mobile: string;
  registeredBy: Volunteer['registeredBy'];
  registeredAt: Instant;
  /** The number of the volunteer; drawn at random when not given. */
  number?: string;
  state?: Volunteer['state'];
  decidedAt?: Instant;
  importId?: string;
  /** The account of who took the registration down on paper. */
  registrarId?: string;
  /** When the consents were given, where that was before registering. */
  consentedAt?: Instant;
  /** Where the caller has it already, since each is a call to the keyring. */
  documentIndex?: string;
}>;

/** A volunteer about to be written, without the account that it belongs to. */
export type Entry = Readonly<{
  volunteer: Omit<Volunteer, 'accountId'>;
  /** By what somebody is found who may be the same person. */
  likeness: string;
  /** The writes for an account: each refused when its item is there already. */
  writesFor: (accountId: string) => Record<'volunteer' | 'document' | 'number', Write>;
}>;

/** The keyed digest by which a document is found again. */
export function documentIndexOf(
  { sealer }: Pick<PeopleDeps, 'sealer'>,
  { documentKind, documentNumber }: Pick<CheckedRegistration, 'documentKind' | 'documentNumber'>,
): Promise<string> {
  return sealer.blindIndex('document', `${documentKind}:${documentNumber}`);
}

/**
 * Seals a registration and makes the items of a new volunteer: the same ones for all who register, are imported or
 * seeded.
 */
export async function prepareEntry(
  { table, sealer }: Pick<PeopleDeps, 'table' | 'sealer'>,
  person: CheckedRegistration,
  terms: EntryTerms,
): Promise<Entry> {
  const { registeredAt, registeredBy, number = drawVolunteerNumber(), state = 'applied', decidedAt, importId } = terms;
  const { registrarId, consentedAt = registeredAt } = terms;
  const { name, community, skills, languages, documentKind, isMinor, guardian } = person;
  const id = newId('volunteer', Date.parse(registeredAt));
  const place = placeOf(id);
  const [documentIndex, documentSealed, birthDateSealed, mobileSealed, nameKeys, phoneTailIndex, likeness] =
    await Promise.all([
      terms.documentIndex ?? documentIndexOf({ sealer }, person),
      sealer.seal(person.documentNumber, place.documentNumber),
      documentKind === 'mainlandId' ? undefined : sealer.seal(person.birthDate, place.birthDate),
      guardian && sealer.seal(guardian.mobile, place.guardianMobile),
      nameKeysOf(name),
      phoneTailIndexOf(sealer, terms.mobile),
      birthLikenessOf(sealer, person),
    ]);
  const volunteer = {
    id,
    number,
    name,
    state,
    community,
    skills,
    languages,
    documentKind,
    documentSealed,
    ...(birthDateSealed && { birthDateSealed }),
    isMinor,
    ...(guardian && mobileSealed && { guardian: { name: guardian.name, mobileSealed } }),
    consents: consentsOf(person, consentedAt, registeredBy === 'self' ? 'screen' : 'paper'),
    registeredBy,
    registeredAt,
    ...(decidedAt && { decidedAt }),
    ...(importId && { importId }),
    ...(registrarId && { registrarId }),
    nameKeys,
    phoneTailIndex,
    version: 0,
  };
  return {
    volunteer,
    likeness,
    writesFor: (accountId) => ({
      volunteer: table.put(Volunteer, { ...volunteer, accountId }, { absent: true }),
      document: table.put(DocumentOwner, { documentIndex, volunteerId: id }, { absent: true }),
      number: table.put(NumberOwner, { number, volunteerId: id }, { absent: true }),
    }),
  };
}

/** Every consent that was asked for, given or not, with the version of its text. A guardian's by code is an item of its own. */
function consentsOf({ consents, guardian }: CheckedRegistration, at: Instant, on: Consent['on']): Consent[] {
  const answers: Partial<Record<ConsentKind, boolean>> = {
    ...consents,
    ...(guardian?.consents && { guardian: guardian.consents.consent, guardianData: guardian.consents.dataConsent }),
  };
  return (Object.entries(answers) as [ConsentKind, boolean][]).map(([kind, given]) => ({
    kind,
    version: consentVersions[kind],
    given,
    at,
    on,
  }));
}
