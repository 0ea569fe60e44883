import type { CreateTableInput } from '@aws-sdk/client-dynamodb';

/**
 * Every table and every index, once: the stacks, the engine on one machine and the tests all read this record.
 * To add an index, add one entry named by the question it answers; its keys are the attributes `<index>Pk` and `<index>Sk`.
 */
export const tables = {
  organisation: table({ byParent: 'ALL' }),
  identity: table({ byMobile: 'ALL' }),
  people: table({
    byPlaceAndState: 'ALL',
    appliedByStreet: 'ALL',
    byTeam: 'ALL',
    byDue: 'ALL',
    byRecorded: 'ALL',
    ...indexesCarrying(
      ['byName', 'byPinyin', 'byInitials', 'byPhoneTail'],
      ['entity', 'id', 'number', 'name', 'state', 'community', 'skills', 'isMinor', 'nameKeys'],
    ),
  }),
  scheduling: table({ byTeam: 'ALL', openByStreet: 'ALL', byDue: 'ALL', openFor: 'ALL', byGiver: 'ALL' }),
  attendance: table({ waitingByTeam: 'ALL', waitingByStreet: 'ALL', byRecorded: 'ALL', byDue: 'ALL' }),
  points: table({
    ...indexesCarrying(
      ['byShard', 'byFund', 'byDue'],
      ['entity', 'reference', 'at', 'legs', 'account', 'volunteerId', 'id', 'month'],
    ),
    ...indexesCarrying(['byMonth'], ['entity', 'volunteerId', 'because']),
    ...indexesCarrying(['byMinutes'], ['entity', 'volunteerId', 'period', 'scope', 'minutes']),
  }),
  care: table({ byQueue: 'ALL', byCounsellor: 'ALL', bySocialWorker: 'ALL', openBySocialWorker: 'ALL', byDue: 'ALL' }),
  /** Minutes of a day that care hands to attendance, which takes them out again; no events. */
  totals: table({}, { stream: false }),
  notifications: table({ byDue: 'ALL' }),
  /** Who did what: lines are added and never changed, and no function has the permission to. */
  audit: table({ byPerson: 'ALL', byActor: 'ALL' }, { stream: false, appendOnly: true }),
  /** Command receipts; they emit no events, so the table has no stream. */
  platform: table({}, { stream: false }),
} satisfies Record<string, TableDefinition>;

/** How the `pk` of an event in a table's outbox begins: the change feed delivers the inserts of these, and nothing else. */
export const eventKeyPrefix = 'EVENT#';

export type TableName = keyof typeof tables;

export const tableNames = Object.keys(tables) as TableName[];

/** Which attributes an index carries: all of them, or the keys and those named. */
export type Projection = 'ALL' | { include: string[] };

export type IndexDefinition = { partition: string; sort: string; projection: Projection };

export type TableDefinition = {
  indexes: Record<string, IndexDefinition>;
  /** The attribute after which an item may be deleted, in epoch seconds. Deletion comes late or never: filter on read. */
  ttl: 'purgeAt';
  /** Whether the items `EVENT#…` written to this table reach the change feed. */
  stream: boolean;
  /** Whether functions may add items only, in transactions, and neither change one nor take it away. */
  appendOnly: boolean;
};

/** The full name of a table of a stage, such as `kaifong-test-people`. */
export function tableName(stagePrefix: string, table: TableName): string {
  return `${stagePrefix}-${table}`;
}

/** The environment variable in which an entry point finds the name of a table, such as `PEOPLE_TABLE`. */
export function tableVariable<Name extends TableName>(table: Name): `${Uppercase<Name>}_TABLE` {
  return `${table.toUpperCase() as Uppercase<Name>}_TABLE`;
}

/** What CreateTable asks for. Time to live is a call of its own (UpdateTimeToLive). */
export function createTableInput(definition: TableDefinition, name: string): CreateTableInput {
  const indexes = Object.entries(definition.indexes);
  const attributes = ['pk', 'sk', ...indexes.flatMap(([, index]) => [index.partition, index.sort])];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema('pk', 'sk'),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map(([IndexName, index]) => ({
        IndexName,
        KeySchema: keySchema(index.partition, index.sort),
        Projection: projectionInput(index.projection),
      })),
    }),
    ...(definition.stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } }),
  };
}

function keySchema(partition: string, sort: string): CreateTableInput['KeySchema'] {
  return [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];
}

function projectionInput(projection: Projection) {
  return projection === 'ALL'
    ? { ProjectionType: 'ALL' as const }
    : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: projection.include };
}

/** Several indexes that carry the same attributes besides the keys. */
function indexesCarrying(names: readonly string[], include: string[]): Record<string, Projection> {
  return Object.fromEntries(names.map((name) => [name, { include }]));
}

function table(
  indexes: Record<string, Projection>,
  { stream = true, appendOnly = false }: { stream?: boolean; appendOnly?: boolean } = {},
): TableDefinition {
  return {
    indexes: Object.fromEntries(
      Object.entries(indexes).map(([name, projection]) => [
        name,
        { partition: `${name}Pk`, sort: `${name}Sk`, projection },
      ]),
    ),
    ttl: 'purgeAt',
    stream,
    appendOnly,
  };
}
