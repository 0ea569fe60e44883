import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { checkDocument } from '@kaifong/shared/people/registration/document.ts';
import type { Write } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { documentIndexOf } from '../entry.ts';
import { DocumentOwner, type Volunteer } from '../people.table.ts';
import { placeOf } from '../sealed-places.ts';

/** What stands in place of the name of somebody whose account was closed. */
export const nameOfNobody = '已注销';

/** The same volunteer without the number of the document, and the write that lets go of it; of a minor the birth date stays, under seal. */
export async function withoutDocument(
  { table, sealer }: Pick<PeopleDeps, 'table' | 'sealer'>,
  volunteer: Volunteer,
): Promise<{ volunteer: Volunteer; owner: Write | undefined }> {
  if (volunteer.documentErased) return { volunteer, owner: undefined };
  const { id, documentKind, isMinor, birthDateSealed } = volunteer;
  const place = placeOf(id);
  const documentNumber = await sealer.open(volunteer.documentSealed, place.documentNumber);
  const document = checkDocument(documentKind, documentNumber);
  const birthDate = document.ok ? document.birthDate : undefined;
  const documentIndex = await documentIndexOf({ sealer }, { documentKind, documentNumber });
  return {
    volunteer: {
      ...volunteer,
      documentSealed: await sealer.seal('', place.documentNumber),
      documentErased: true,
      ...(isMinor &&
        !birthDateSealed &&
        birthDate && { birthDateSealed: await sealer.seal(birthDate, place.birthDate) }),
    },
    owner: table.remove(DocumentOwner, { documentIndex }, { is: { volunteerId: id } }),
  };
}

/**
 * What stays of a volunteer whose account is closed: the number, where she was at home and what she was registered as, to which service
 * records of the law refer; nothing that tells who she was.
 */
export async function withoutPerson(
  deps: Pick<PeopleDeps, 'table' | 'sealer'>,
  volunteer: Volunteer,
  now: Instant,
): Promise<{ volunteer: Volunteer; owner: Write | undefined }> {
  const { volunteer: bare, owner } = await withoutDocument(deps, volunteer);
  const { birthDateSealed, guardian, endedAt, ...kept } = bare;
  const erased: Volunteer = {
    ...kept,
    name: nameOfNobody,
    nameKeys: { written: '', pinyin: '', initials: '' },
    phoneTailIndex: `closed#${volunteer.id}`,
    skills: [],
    languages: [],
    isMinor: false,
    state: 'withdrawn',
    closedAt: now,
    version: volunteer.version + 1,
  };
  return { volunteer: erased, owner };
}
