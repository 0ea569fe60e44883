import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { type Projection, type TableName, tableName, tables, tableVariable } from '../tables.ts';
import type { HouseFunction } from './house-function.ts';

/**
 * One table of `tables.ts`: on demand, restorable to any second, kept when its stack goes, encrypted at rest (with the
 * account's own key unless one is given; personal fields are sealed before they come here).
 */
export class HouseTable extends Construct {
  readonly table: Table;
  readonly #name: TableName;

  constructor(scope: Construct, id: string, props: { stagePrefix: string; name: TableName; key?: IKey }) {
    super(scope, id);
    this.#name = props.name;
    const definition = tables[props.name];
    this.table = new Table(this, 'Table', {
      tableName: tableName(props.stagePrefix, props.name),
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: definition.ttl,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(props.key
        ? { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: props.key }
        : { encryption: TableEncryption.AWS_MANAGED }),
      ...(definition.stream && { stream: StreamViewType.NEW_IMAGE }),
    });
    for (const [indexName, index] of Object.entries(definition.indexes)) {
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: index.partition, type: AttributeType.STRING },
        sortKey: { name: index.sort, type: AttributeType.STRING },
        ...projectionProps(index.projection),
      });
    }
  }

  /** To read items by key and by index; a scan of the whole is nobody's. */
  grantRead(to: HouseFunction): void {
    to.allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], this.#withIndexes(), this.#environment());
  }

  /** To read single items whose key is known, and nothing by index. */
  grantGet(to: HouseFunction): void {
    to.allow(['dynamodb:GetItem'], [this.table.tableArn], this.#environment());
  }

  /** To write items, in transactions too; reading is granted apart. */
  grantWrite(to: HouseFunction): void {
    const actions = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].map((name) => `dynamodb:${name}`);
    to.allow(actions, [this.table.tableArn], this.#environment());
  }

  /** To add items as part of a transaction, which puts them only where there is none; to change or delete one is nobody's. */
  grantAppend(to: HouseFunction): void {
    to.allow(['dynamodb:PutItem'], [this.table.tableArn], this.#environment(), {
      'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
    });
  }

  /** No permission at all: only what the table is called. */
  tellName(to: HouseFunction): void {
    to.allow([], [], this.#environment());
  }

  #withIndexes(): string[] {
    const arn = this.table.tableArn;
    return [arn, ...Object.keys(tables[this.#name].indexes).map((index) => `${arn}/index/${index}`)];
  }

  #environment(): Record<string, string> {
    return { [tableVariable(this.#name)]: this.table.tableName };
  }
}

function projectionProps(projection: Projection) {
  return projection === 'ALL'
    ? { projectionType: ProjectionType.ALL }
    : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: projection.include };
}
