import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** Values as the engine stores them: each wrapped in the name of its type. */
export type Attributes = Record<string, AttributeValue>;

/** Between these DynamoDB keeps numbers: one that is nearer to nothing is nothing, and no row of ours has a larger one. */
const [smallest, largest] = [1e-130, 1e126];

/**
 * What a row holds as DynamoDB's attribute values. Rows are what JSON can say (texts, finite numbers, booleans, null, lists and maps of
 * these), so this is all there is; the SDK's converter, which also knows sets, bytes and numbers beyond a double, takes three times as long.
 * A field that is `undefined` is left out.
 *
 * @throws TypeError for anything else, so that nothing is stored that would not come back
 */
export function toAttributes(values: Readonly<Record<string, unknown>>): Attributes {
  const attributes: Attributes = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined) attributes[name] = toAttribute(value);
  }
  return attributes;
}

/** What attribute values hold. @throws TypeError for sets and bytes, of which we store none */
export function fromAttributes(attributes: Readonly<Attributes>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name in attributes) values[name] = fromAttribute(attributes[name] as AttributeValue);
  return values;
}

function toAttribute(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number' && Math.abs(value) < largest)
    return { N: Math.abs(value) < smallest ? '0' : String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(toAttribute) };
  if (isPlain(value)) return { M: toAttributes(value) };
  throw new TypeError(`a row cannot hold ${Object.prototype.toString.call(value)}`);
}

function fromAttribute(attribute: AttributeValue): unknown {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.M !== undefined) return fromAttributes(attribute.M);
  if (attribute.L !== undefined) return attribute.L.map(fromAttribute);
  if (attribute.NULL !== undefined) return null;
  throw new TypeError(`a row cannot hold ${Object.keys(attribute).join()}`);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
