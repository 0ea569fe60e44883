import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  type GetItemCommandOutput,
  QueryCommand as PlainQueryCommand,
  type QueryCommandInput as PlainQueryCommandInput,
  type QueryCommandOutput as PlainQueryCommandOutput,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
  type TransactWriteItemsCommandOutput,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { fromAttributes, toAttributes } from './attribute-values.ts';

type Values = Record<string, unknown>;

/** The four operations that nearly everything is made of, in the form in which they travel. */
type Operations = {
  GetItem: [GetItemCommandInput, GetItemCommandOutput];
  BatchGetItem: [BatchGetItemCommandInput, BatchGetItemCommandOutput];
  Query: [PlainQueryCommandInput, PlainQueryCommandOutput];
  TransactWriteItems: [TransactWriteItemsCommandInput, TransactWriteItemsCommandOutput];
};

/** Carries one of the four to the engine. A refusal is an error with the name that the SDK would give it. */
export type Wire = <Name extends keyof Operations>(
  operation: Name,
  input: Operations[Name][0],
) => Promise<Operations[Name][1]>;

/**
 * The SDK's document client with a short way for the four calls that nearly everything is made of. The document client puts its own
 * middleware around each call and walks its input and output by paths; knowing where the values are spares a fifth of what a call
 * costs; so does a converter that knows no more kinds of values than we store. All other commands go the usual way.
 *
 * @param wire what carries those four; the SDK's own client when not said
 */
export function documentClient(client: DynamoDBClient, wire: Wire = sdkWire(client)): DynamoDBDocumentClient {
  // Nobody reads the names of our runtime in each request, and no logger is set.
  for (const name of ['getUserAgentMiddleware', 'recursionDetectionMiddleware', 'loggerMiddleware']) {
    client.middlewareStack.remove(name);
  }
  const usual = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const send = (command: Parameters<typeof usual.send>[0]): Promise<unknown> => {
    if (command instanceof GetCommand) return get(wire, command);
    if (command instanceof BatchGetCommand) return batchGet(wire, command);
    if (command instanceof QueryCommand) return query(wire, command);
    if (command instanceof TransactWriteCommand) return transactWrite(wire, command);
    return usual.send(command);
  };
  return new Proxy(usual, { get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)) });
}

function sdkWire(client: DynamoDBClient): Wire {
  const commands: Record<keyof Operations, new (input: never) => object> = {
    GetItem: GetItemCommand,
    BatchGetItem: BatchGetItemCommand,
    Query: PlainQueryCommand,
    TransactWriteItems: TransactWriteItemsCommand,
  };
  return (operation, input) => client.send(new commands[operation](input as never) as GetItemCommand) as Promise<never>;
}

const maybeStored = (values: Values | undefined) => values && toAttributes(values);

async function get(wire: Wire, { input }: GetCommand) {
  const { Item, ...rest } = await wire('GetItem', { ...input, Key: maybeStored(input.Key) });
  return { ...rest, ...(Item && { Item: fromAttributes(Item) }) };
}

async function batchGet(wire: Wire, { input }: BatchGetCommand) {
  const RequestItems = mapped(input.RequestItems, (table) => ({ ...table, Keys: table.Keys?.map(toAttributes) }));
  const { Responses, UnprocessedKeys, ...rest } = await wire('BatchGetItem', { ...input, RequestItems });
  return {
    ...rest,
    Responses: mapped(Responses, (rows) => rows.map(fromAttributes)),
    UnprocessedKeys: mapped(UnprocessedKeys, (table) => ({
      ...table,
      Keys: table.Keys?.map(fromAttributes),
    })),
  };
}

async function query(wire: Wire, { input }: QueryCommand) {
  const answer = await wire('Query', {
    ...input,
    ExpressionAttributeValues: maybeStored(input.ExpressionAttributeValues),
    ExclusiveStartKey: maybeStored(input.ExclusiveStartKey),
  } as PlainQueryCommandInput);
  return {
    ...answer,
    Items: answer.Items?.map(fromAttributes),
    LastEvaluatedKey: answer.LastEvaluatedKey && fromAttributes(answer.LastEvaluatedKey),
  };
}

/** Its answer holds capacity only, and its refusals keep what was found in the form it is stored in. */
function transactWrite(wire: Wire, { input }: TransactWriteCommand) {
  const TransactItems = input.TransactItems?.map((item) => mapped(item as Record<string, object>, storedWrite));
  return wire('TransactWriteItems', { ...input, TransactItems } as TransactWriteItemsCommandInput);
}

function storedWrite(write: object): object {
  const { Item, Key, ExpressionAttributeValues, ...rest } = write as Record<string, Values | undefined>;
  return {
    ...rest,
    ...(Item && { Item: toAttributes(Item) }),
    ...(Key && { Key: toAttributes(Key) }),
    ...(ExpressionAttributeValues && { ExpressionAttributeValues: toAttributes(ExpressionAttributeValues) }),
  };
}

function mapped<Value, Result>(
  record: Readonly<Record<string, Value>> | undefined,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [name, map(value)]));
}
