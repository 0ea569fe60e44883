import { describe, expect, it } from 'vitest';
import { createTableInput, tableName, tableNames, tables, tableVariable } from './tables.ts';

describe('table definitions', () => {
  it('name the keys of an index after the index', () => {
    for (const name of tableNames) {
      for (const [index, { partition, sort }] of Object.entries(tables[name].indexes)) {
        expect([partition, sort]).toEqual([`${index}Pk`, `${index}Sk`]);
      }
    }
  });

  it('stream every table but the receipts, the audit and the totals of care, which emit no events', () => {
    expect(tableNames.filter((name) => !tables[name].stream)).toEqual(['totals', 'audit', 'platform']);
  });

  it('let nobody change a line of the audit', () => {
    expect(tableNames.filter((name) => tables[name].appendOnly)).toEqual(['audit']);
  });

  it('give a table its full name and its environment variable', () => {
    expect(tableName('kaifong-test', 'people')).toBe('kaifong-test-people');
    expect(tableVariable('people')).toBe('PEOPLE_TABLE');
  });

  it('become what CreateTable asks for', () => {
    const definition = {
      indexes: { byDay: { partition: 'byDayPk', sort: 'byDaySk', projection: { include: ['title'] } } },
      ttl: 'purgeAt' as const,
      stream: true,
      appendOnly: false,
    };
    expect(createTableInput(definition, 'diary')).toMatchObject({
      TableName: 'diary',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'byDayPk', 'byDaySk'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      GlobalSecondaryIndexes: [
        { IndexName: 'byDay', Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['title'] } },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    });
  });

  it('ask for no list of indexes where there is none, since an empty one is refused', () => {
    expect(createTableInput(tables.platform, 'platform')).not.toHaveProperty('GlobalSecondaryIndexes');
  });
});
