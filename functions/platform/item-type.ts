import type * as z from 'zod';

/** The two attributes that name an item of a table or of an index. */
export type Key = Readonly<{ pk: string; sk: string }>;

/** What an item of one kind is: its schema, its key, the index keys it appears under and when it may be purged. */
export type ItemType<Schema extends z.ZodType<object> = z.ZodObject, KeyParts = never> = Readonly<{
  entity: string;
  schema: Schema;
  key: (parts: KeyParts) => Key;
  indexes: Readonly<Record<string, (value: z.output<Schema>) => Key | undefined>>;
  purgeAt?: ((value: z.output<Schema>) => number) | undefined;
}>;

/**
 * Declares an item of a table.
 *
 * `key` takes what a reader knows, which the value itself must contain too; an index key of `undefined` keeps the value out of
 * that index; `purgeAt` is in epoch seconds and only ever an aid, since expiry is checked on read.
 */
export function itemType<Schema extends z.ZodType<object>, KeyParts extends Partial<z.output<Schema>>>(definition: {
  entity: string;
  schema: Schema;
  key: (parts: KeyParts) => Key;
  indexes?: Readonly<Record<string, (value: z.output<Schema>) => Key | undefined>>;
  purgeAt?: (value: z.output<Schema>) => number;
}): ItemType<Schema, KeyParts> {
  return { indexes: {}, ...definition };
}

// biome-ignore lint/suspicious/noExplicitAny: an item type of any schema and key
export type AnyItemType = ItemType<any, any>;
export type ValueOf<Type extends AnyItemType> = z.output<Type['schema']>;
export type KeyPartsOf<Type extends AnyItemType> = Parameters<Type['key']>[0];

/** A stored row: keys, the kind of item, index keys, and the value's own fields beside them. */
export type Row = Record<string, unknown>;

/** The row of a value. Fields that are `undefined` are left out. */
export function encode<Type extends AnyItemType>(type: Type, value: ValueOf<Type>): Row {
  const row: Row = { ...value, ...type.key(value), ...indexKeys(type, value), entity: type.entity };
  if (type.purgeAt) row.purgeAt = type.purgeAt(value);
  return row;
}

/** The attributes by which a value stands in its indexes. */
export function indexKeys<Type extends AnyItemType>(type: Type, value: ValueOf<Type>): Record<string, string> {
  const keys: Record<string, string> = {};
  for (const [index, keyOf] of Object.entries(type.indexes)) {
    const key = keyOf(value);
    if (key) Object.assign(keys, { [`${index}Pk`]: key.pk, [`${index}Sk`]: key.sk });
  }
  return keys;
}

/** A stored row that is not what its type says. It is a fault of ours and never skipped in silence. */
export class CorruptRowError extends Error {
  constructor(entity: string, key: Partial<Key>, reason: string) {
    super(`corrupt ${entity} at ${key.pk} ${key.sk}: ${reason}`);
    this.name = 'CorruptRowError';
  }
}

/** The value of a row. @throws CorruptRowError when it is of another kind or does not parse. */
export function decode<Type extends AnyItemType>(type: Type, row: Row): ValueOf<Type> {
  const key = { pk: String(row.pk), sk: String(row.sk) };
  if (row.entity !== type.entity) throw new CorruptRowError(type.entity, key, `it is a ${String(row.entity)}`);
  const parsed = type.schema.safeParse(row);
  if (!parsed.success) {
    const { issues } = parsed.error as z.core.$ZodError;
    throw new CorruptRowError(type.entity, key, issues.map((issue) => issue.path.join('.')).join(', '));
  }
  return parsed.data as ValueOf<Type>;
}
