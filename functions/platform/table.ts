import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Condition, conditionExpression, keyCondition, Placeholders, type Range } from './condition.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import {
  type AnyItemType,
  CorruptRowError,
  decode,
  encode,
  indexKeys,
  type KeyPartsOf,
  type Row,
  type ValueOf,
} from './item-type.ts';
import { type Lookup, lookUp } from './lookup.ts';
import { throttled } from './throttled.ts';
import type { Write } from './transact.ts';

export type QueryOptions = Readonly<{
  index?: string;
  range?: Range;
  limit: number;
  cursor?: string | undefined;
  newestFirst?: boolean;
}>;

type Guard = Pick<
  Put,
  | 'ConditionExpression'
  | 'ExpressionAttributeNames'
  | 'ExpressionAttributeValues'
  | 'ReturnValuesOnConditionCheckFailure'
>;
type Put = NonNullable<Write['item']['Put']>;

/**
 * One table: typed reads, and the writes that `commit` puts into one transaction.
 *
 * Reads by key are consistent; reads through an index never are, so no command decides by them.
 */
export class Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;

  constructor(client: DynamoDBDocumentClient, name: string) {
    this.client = client;
    this.name = name;
  }

  /** The item, or `undefined`. */
  async get<Type extends AnyItemType>(type: Type, parts: KeyPartsOf<Type>): Promise<ValueOf<Type> | undefined> {
    const answer = await this.client
      .send(new GetCommand({ TableName: this.name, Key: type.key(parts), ConsistentRead: true }))
      .catch(throttled);
    return answer.Item && decode(type, answer.Item);
  }

  /** Several items, in the order asked, `undefined` where there is none; at most 100. */
  async getAll<Type extends AnyItemType>(
    type: Type,
    all: readonly KeyPartsOf<Type>[],
  ): Promise<(ValueOf<Type> | undefined)[]> {
    const [values] = await lookUp([this.lookupAll(type, all)]);
    return values;
  }

  /** Two items of different kinds in one read. */
  getPair<First extends AnyItemType, Second extends AnyItemType>(
    first: [First, KeyPartsOf<First>],
    second: [Second, KeyPartsOf<Second>],
  ): Promise<[ValueOf<First> | undefined, ValueOf<Second> | undefined]> {
    return lookUp([this.lookup(...first), this.lookup(...second)]);
  }

  /** An item to be read together with items of other tables, by `lookUp`. */
  lookup<Type extends AnyItemType>(type: Type, parts: KeyPartsOf<Type>): Lookup<ValueOf<Type> | undefined> {
    return { table: this, keys: [type.key(parts)], read: ([row]) => row && decode(type, row) };
  }

  /** Several of a kind, in the order asked, `undefined` where there is none. */
  lookupAll<Type extends AnyItemType>(
    type: Type,
    all: readonly KeyPartsOf<Type>[],
  ): Lookup<(ValueOf<Type> | undefined)[]> {
    return {
      table: this,
      keys: all.map((parts) => type.key(parts)),
      read: (rows) => rows.map((row) => row && decode(type, row)),
    };
  }

  /** A page of one kind of item. @throws AppError platform.cursorInvalid */
  async query<Type extends AnyItemType>(
    type: Type,
    partition: string,
    options: QueryOptions,
  ): Promise<Page<ValueOf<Type>>> {
    const { rows, cursor } = await this.#queryPage(partition, options);
    return { items: rows.map((row) => decode(type, row)), ...(cursor && { cursor }) };
  }

  /**
   * All items of a range, sorted by kind. For partitions whose size a rule bounds (the places of one shift), read page by page.
   *
   * @example const { shift, seats } = await table.collect(pk, { beginsWith: 'SHIFT' }, { shift: ShiftItem, seats: SeatItem });
   */
  async collect<const Types extends Readonly<Record<string, AnyItemType>>>(
    partition: string,
    range: Range,
    types: Types,
  ): Promise<{ [Name in keyof Types]: ValueOf<Types[Name]>[] }> {
    const byEntity = new Map(Object.entries(types).map(([name, type]) => [type.entity, { name, type }]));
    const found = Object.fromEntries(Object.keys(types).map((name) => [name, [] as unknown[]]));
    let cursor: string | undefined;
    do {
      const page = await this.#queryPage(partition, { range, limit: 400, cursor });
      for (const row of page.rows) {
        const known = byEntity.get(String(row.entity));
        if (!known) throw new CorruptRowError(String(row.entity), row, 'not expected in this range');
        found[known.name]?.push(decode(known.type, row));
      }
      cursor = page.cursor;
    } while (cursor);
    return found as { [Name in keyof Types]: ValueOf<Types[Name]>[] };
  }

  /**
   * How many items of a kind in a range have these values: a figure to show, of a moment ago, that no command decides by. For ranges
   * whose size a rule bounds, since all of it is read.
   */
  async count<Type extends AnyItemType>(
    type: Type,
    partition: string,
    range: Range,
    is: Partial<ValueOf<Type>>,
  ): Promise<number> {
    const placeholders = new Placeholders();
    const KeyConditionExpression = keyCondition(placeholders, { pk: 'pk', sk: 'sk' }, partition, range);
    const FilterExpression = conditionExpression({ is: { ...is, entity: type.entity } }, placeholders);
    let total = 0;
    let ExclusiveStartKey: Row | undefined;
    do {
      const page = await this.client
        .send(
          new QueryCommand({
            TableName: this.name,
            Select: 'COUNT',
            KeyConditionExpression,
            FilterExpression,
            ...placeholders.parameters,
            Limit: 400,
            ...(ExclusiveStartKey && { ExclusiveStartKey }),
          }),
        )
        .catch(throttled);
      total += page.Count ?? 0;
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return total;
  }

  /** Puts the whole item. */
  put<Type extends AnyItemType>(type: Type, value: ValueOf<Type>, condition: Condition<Type> = {}): Write {
    return { item: { Put: { TableName: this.name, Item: encode(type, value), ...this.#guard(condition) } } };
  }

  /** Takes the item away. */
  remove<Type extends AnyItemType>(type: Type, parts: KeyPartsOf<Type>, condition: Condition<Type> = {}): Write {
    return { item: { Delete: { TableName: this.name, Key: type.key(parts), ...this.#guard(condition) } } };
  }

  /** Writes nothing, but lets the transaction through only when the condition holds. */
  check<Type extends AnyItemType>(type: Type, parts: KeyPartsOf<Type>, condition: Condition<Type>): Write {
    const { ConditionExpression = 'attribute_exists(pk)', ...rest } = this.#guard(condition);
    return { item: { ConditionCheck: { TableName: this.name, Key: type.key(parts), ConditionExpression, ...rest } } };
  }

  /**
   * Adds to integer fields of an item, which is made when there is none; `set` fields that no index key is made of, or say with `listed` that
   * what its index keys are made of is all there, in the parts and in what is set.
   */
  adjust<Type extends AnyItemType>(
    type: Type,
    parts: KeyPartsOf<Type>,
    change: Readonly<{
      add?: Partial<Record<keyof ValueOf<Type>, number>>;
      set?: Partial<ValueOf<Type>>;
      listed?: true;
    }>,
    condition: Condition<Type> = {},
  ): Write {
    const placeholders = new Placeholders();
    const keys = change.listed ? indexKeys(type, { ...parts, ...change.set } as ValueOf<Type>) : {};
    const sets = Object.entries({ ...change.set, ...keys, entity: type.entity }).map(
      ([field, value]) => `${placeholders.name(field)} = ${placeholders.value(field, value)}`,
    );
    const adds = Object.entries(change.add ?? {}).map(
      ([field, amount]) => `${placeholders.name(field)} ${placeholders.value(field, amount)}`,
    );
    const UpdateExpression = [`SET ${sets.join(', ')}`, ...(adds.length > 0 ? [`ADD ${adds.join(', ')}`] : [])].join(
      ' ',
    );
    const guard = this.#guard(condition, placeholders);
    return {
      item: {
        Update: { TableName: this.name, Key: type.key(parts), UpdateExpression, ...placeholders.parameters, ...guard },
      },
    };
  }

  #guard<Type extends AnyItemType>(condition: Condition<Type>, placeholders = new Placeholders()): Guard {
    const ConditionExpression = conditionExpression(condition, placeholders);
    if (!ConditionExpression) return {};
    return { ConditionExpression, ...placeholders.parameters, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
  }

  async #queryPage(partition: string, options: QueryOptions): Promise<{ rows: Row[]; cursor: string | undefined }> {
    const { index, range = {}, limit, cursor, newestFirst = false } = options;
    const [pk, sk] = index ? [`${index}Pk`, `${index}Sk`] : ['pk', 'sk'];
    const placeholders = new Placeholders();
    const KeyConditionExpression = keyCondition(placeholders, { pk, sk }, partition, range);
    const answer = await this.client
      .send(
        new QueryCommand({
          TableName: this.name,
          KeyConditionExpression,
          ...placeholders.parameters,
          ...(index ? { IndexName: index } : { ConsistentRead: true }),
          Limit: limit,
          ScanIndexForward: !newestFirst,
          ...(cursor && { ExclusiveStartKey: decodeCursor(cursor, { attribute: pk, partition }) }),
        }),
      )
      .catch((error: Error) => {
        if (cursor && error.name === 'ValidationException') throw new AppError(platformErrors.cursorInvalid);
        return throttled(error);
      });
    return {
      rows: answer.Items ?? [],
      cursor: answer.LastEvaluatedKey && encodeCursor(answer.LastEvaluatedKey),
    };
  }
}
