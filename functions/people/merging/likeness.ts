import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { commonScope } from '@kaifong/shared/organisation/scope.ts';
import { plainName } from '@kaifong/shared/people/finding/search.ts';
import { likenessFound } from '@kaifong/shared/people/merging/merge-events.ts';
import type { LikenessKind } from '@kaifong/shared/people/merging/merge-schema.ts';
import type { Row } from '../../platform/item-type.ts';
import type { Sealer } from '../../platform/sealing.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { LikenessItem, likenessHolds } from './merge.table.ts';

/** A keyed digest of a name and birth date, however the name is written. */
export function birthLikenessOf(
  sealer: Pick<Sealer, 'blindIndex'>,
  { name, birthDate }: Readonly<{ name: string; birthDate: string }>,
): Promise<string> {
  return sealer.blindIndex('likeness', `${plainName(name)}:${birthDate}`);
}

/** A keyed digest of a number that somebody gave up, E.164. */
export function formerMobileOf(sealer: Pick<Sealer, 'blindIndex'>, mobile: string): Promise<string> {
  return sealer.blindIndex('formerMobile', mobile);
}

/** Somebody about to be written. */
export type Newcomer = Readonly<{ volunteerId: string; community: string; likeness: string }>;

type Pair = ReturnType<typeof likenessFound.read>['pairs'][number];

/** What is known of who looks like newcomers: as it was last read, or as a refusal showed it. */
export class Likenesses {
  readonly #known = new Map<string, LikenessItem>();

  /** Takes notice of what stood in the way of a transaction. */
  learn(found: Readonly<Record<string, Row | undefined>>): void {
    for (const row of Object.values(found)) {
      if (row?.entity !== LikenessItem.entity) continue;
      const item = LikenessItem.schema.parse(row);
      this.#known.set(item.index, item);
    }
  }

  /** The writes that enter newcomers among those who look so, and the pairs that they make. Refused when somebody came in between. */
  enter(table: Table, newcomers: readonly Newcomer[]): { writes: Record<string, Write>; pairs: Pair[] } {
    const writes: Record<string, Write> = {};
    const pairs: Pair[] = [];
    for (const [index, alike] of Map.groupBy(newcomers, ({ likeness }) => likeness)) {
      const before = this.#known.get(index);
      const people = [...(before?.people ?? [])];
      for (const { volunteerId, community } of alike) {
        pairs.push(...people.map((known) => pairOf(known, { volunteerId, community }, 'nameAndBirth')));
        if (people.length < likenessHolds) people.push({ volunteerId, community });
      }
      const kind = 'nameAndBirth' as const;
      const item = { index, kind, people, version: (before?.version ?? 0) + 1 };
      writes[`likeness ${index}`] = table.put(
        LikenessItem,
        item,
        before ? { is: { version: before.version } } : { absent: true },
      );
    }
    return { writes, pairs };
  }
}

/** Who had these numbers, E.164, before somebody else comes with them: one read. */
export async function formerHolders(
  { table, sealer }: Pick<PeopleDeps, 'table' | 'sealer'>,
  mobiles: readonly string[],
) {
  const indexes = await Promise.all(mobiles.map((mobile) => formerMobileOf(sealer, mobile)));
  const found =
    indexes.length === 0
      ? []
      : await table.getAll(
          LikenessItem,
          indexes.map((index) => ({ index })),
        );
  const people = new Map(mobiles.map((mobile, position) => [mobile, found[position]?.people ?? []]));
  return {
    /** The pairs that somebody makes with those who had her number before. */
    pairsOf: (newcomer: Omit<Newcomer, 'likeness'>, mobile: string): Pair[] =>
      (people.get(mobile) ?? [])
        .filter(({ volunteerId }) => volunteerId !== newcomer.volunteerId)
        .map((known) => pairOf(known, newcomer, 'formerMobile')),
  };
}

/** Two records, the older first. */
export function pairOf(
  known: Readonly<{ volunteerId: string; community: string }>,
  newcomer: Readonly<{ volunteerId: string; community: string }>,
  kind: LikenessKind,
): Pair {
  const [one, other] = [known.volunteerId, newcomer.volunteerId].sort() as [string, string];
  return { one, other, kind, place: commonScope(known.community, newcomer.community) };
}

/** Tells of pairs; of none there is nothing to tell. */
export function tellOf(pairs: readonly Pair[], at: Instant): DomainEvent[] {
  return pairs.length === 0 ? [] : [likenessFound.make(at, { pairs: [...pairs] })];
}
