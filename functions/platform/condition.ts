import type { AnyItemType, Key, ValueOf } from './item-type.ts';

/**
 * What must hold of the stored item for a write to go through.
 *
 * `absent` there is none; `present` there is one; `is` these fields have these values (`undefined`: the field is not there);
 * `atLeast` these numbers are no smaller; `below` these are smaller, or not there yet. All of what is given must hold.
 */
export type Condition<Type extends AnyItemType> = Readonly<{
  absent?: true;
  present?: true;
  is?: Readonly<{ [Field in keyof ValueOf<Type>]?: ValueOf<Type>[Field] | undefined }>;
  atLeast?: Readonly<Partial<Record<keyof ValueOf<Type>, number>>>;
  below?: Readonly<Partial<Record<keyof ValueOf<Type>, number>>>;
}>;

/** Collects the names and values of an expression, so that none clashes with a reserved word of the engine. */
export class Placeholders {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, unknown> = {};

  name(attribute: string): string {
    this.names[`#${attribute}`] = attribute;
    return `#${attribute}`;
  }

  value(attribute: string, value: unknown): string {
    const placeholder = `:${attribute}${Object.keys(this.values).length}`;
    this.values[placeholder] = value;
    return placeholder;
  }

  /** The two parameters of a request, left out when empty, as the engine demands. */
  get parameters() {
    return {
      ...(Object.keys(this.names).length > 0 && { ExpressionAttributeNames: this.names }),
      ...(Object.keys(this.values).length > 0 && { ExpressionAttributeValues: this.values }),
    };
  }
}

/** The condition expression, or `undefined` when nothing is asked. */
export function conditionExpression<Type extends AnyItemType>(
  condition: Condition<Type>,
  placeholders: Placeholders,
): string | undefined {
  const terms: string[] = [];
  if (condition.absent) terms.push(`attribute_not_exists(${placeholders.name('pk')})`);
  if (condition.present) terms.push(`attribute_exists(${placeholders.name('pk')})`);
  for (const [field, value] of Object.entries(condition.is ?? {})) {
    const name = placeholders.name(field);
    terms.push(value === undefined ? `attribute_not_exists(${name})` : `${name} = ${placeholders.value(field, value)}`);
  }
  for (const [field, value] of Object.entries(condition.atLeast ?? {})) {
    terms.push(`${placeholders.name(field)} >= ${placeholders.value(field, value)}`);
  }
  for (const [field, value] of Object.entries(condition.below ?? {})) {
    const name = placeholders.name(field);
    terms.push(`(attribute_not_exists(${name}) OR ${name} < ${placeholders.value(field, value)})`);
  }
  return terms.length > 0 ? terms.join(' AND ') : undefined;
}

/** Which items of one partition: all, those whose sort key begins with something, or those between two keys (inclusive). */
export type Range = Readonly<{ beginsWith?: string; from?: string; to?: string }>;

/** The condition that finds a range of a partition; `pk` and `sk` are the attributes that name them in a table or an index. */
export function keyCondition(
  placeholders: Placeholders,
  { pk, sk }: Key,
  partition: string,
  { beginsWith, from, to }: Range,
): string {
  const terms = [`${placeholders.name(pk)} = ${placeholders.value('pk', partition)}`];
  if (beginsWith !== undefined) {
    terms.push(`begins_with(${placeholders.name(sk)}, ${placeholders.value('sk', beginsWith)})`);
  } else if (from !== undefined && to !== undefined) {
    terms.push(
      `${placeholders.name(sk)} BETWEEN ${placeholders.value('from', from)} AND ${placeholders.value('to', to)}`,
    );
  } else if (from !== undefined) {
    terms.push(`${placeholders.name(sk)} >= ${placeholders.value('from', from)}`);
  } else if (to !== undefined) {
    terms.push(`${placeholders.name(sk)} <= ${placeholders.value('to', to)}`);
  }
  return terms.join(' AND ');
}
