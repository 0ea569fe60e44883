import { checkDocument } from '@kaifong/shared/people/registration/document.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { birthLikenessOf } from '../merging/likeness.ts';
import { FormerMobileItem, LikenessItem } from '../merging/merge.table.ts';
import type { Volunteer } from '../people.table.ts';
import { placeOf } from '../sealed-places.ts';

type Deps = Pick<PeopleDeps, 'table' | 'sealer'>;

/**
 * Takes somebody out of all by which she is taken for somebody else: the digests of her name and birth date and of numbers that she gave
 * up. A second call finds nothing left.
 */
export async function forgetLikenesses({ table, sealer }: Deps, volunteer: Volunteer): Promise<void> {
  const { id: volunteerId } = volunteer;
  const range = { beginsWith: 'FORMER_MOBILE#' };
  const { items } = await table.query(FormerMobileItem, `VOLUNTEER#${volunteerId}`, { range, limit: 100 });
  for (const former of items) {
    await leaveLikeness({ table }, former.index, volunteerId);
    await transact(table.client, { former: table.remove(FormerMobileItem, former) });
  }
  const birthDate = await birthDateOf({ sealer }, volunteer);
  if (birthDate === undefined) return;
  await leaveLikeness({ table }, await birthLikenessOf(sealer, { name: volunteer.name, birthDate }), volunteerId);
}

async function leaveLikeness({ table }: Pick<Deps, 'table'>, index: string, volunteerId: string): Promise<void> {
  await untilSettled(async () => {
    const likeness = await table.get(LikenessItem, { index });
    const people = likeness?.people.filter((each) => each.volunteerId !== volunteerId) ?? [];
    if (!likeness || people.length === likeness.people.length) return true;
    const { version } = likeness;
    const asRead = { is: { version } };
    const { committed } = await transact(table.client, {
      likeness:
        people.length === 0
          ? table.remove(LikenessItem, { index }, asRead)
          : table.put(LikenessItem, { ...likeness, people, version: version + 1 }, asRead),
    });
    return committed || undefined;
  });
}

/** As far as it is still kept. */
async function birthDateOf({ sealer }: Pick<Deps, 'sealer'>, volunteer: Volunteer): Promise<string | undefined> {
  const { id, documentKind, documentSealed, documentErased, birthDateSealed } = volunteer;
  const place = placeOf(id);
  if (birthDateSealed) return sealer.open(birthDateSealed, place.birthDate);
  if (documentErased) return undefined;
  const document = checkDocument(documentKind, await sealer.open(documentSealed, place.documentNumber));
  return document.ok ? document.birthDate : undefined;
}
