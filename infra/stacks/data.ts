import { Aws, Stack, type StackProps } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { HouseFiles } from '../constructs/house-files.ts';
import type { HouseFunction } from '../constructs/house-function.ts';
import { HouseTable } from '../constructs/house-table.ts';
import { SealingKeys } from '../constructs/sealing-keys.ts';
import type { StageSettings } from '../stages.ts';
import { type TableName, tableNames, tables } from '../tables.ts';

/** Every table but care's, which lives with care. */
export type OpenTableName = Exclude<TableName, 'care'>;

export const openTableNames = tableNames.filter((name): name is OpenTableName => name !== 'care');

/** What is kept: the tables of all contexts but care, the files of people, the keys of personal data, and whom alarms go to. */
export class DataStack extends Stack {
  readonly tables: Record<OpenTableName, HouseTable>;
  readonly personalKeys: SealingKeys;
  readonly files: HouseFiles;
  readonly operators: Topic;
  /** What the front puts into each request, so that the APIs know which came by it. It opens nothing. */
  readonly frontPass: Secret;

  constructor(scope: Construct, id: string, props: StackProps & { settings: StageSettings }) {
    super(scope, id, props);
    const stagePrefix = `kaifong-${props.settings.name}`;
    this.tables = Object.fromEntries(
      openTableNames.map((name) => [name, new HouseTable(this, name, { stagePrefix, name })]),
    ) as Record<OpenTableName, HouseTable>;
    this.personalKeys = new SealingKeys(this, 'PersonalKeys', { kind: 'PERSONAL', stagePrefix });
    this.files = new HouseFiles(this, 'PeopleFiles', { settings: props.settings, key: this.personalKeys.sealing });
    this.operators = operatorsTopic(this, props.settings, stagePrefix);
    this.frontPass = new Secret(this, 'FrontPass', {
      description: 'Says that a request came by the front of the stage. It opens nothing.',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    acknowledge(this.frontPass, {
      'AwsSolutions-SMG4':
        'It opens nothing, and goes into the front and the APIs with a deployment, which renews it when asked to.',
    });
  }

  /** What a function that looks at addresses has to know. */
  tellFrontPass(to: HouseFunction): void {
    to.allow([], [], { FRONT_PASS: this.frontPass.secretValue.unsafeUnwrap() });
  }

  /** All that the work of all contexts but care needs. */
  grantWork(to: HouseFunction): void {
    for (const name of openTableNames) {
      const table = this.tables[name];
      table.grantRead(to);
      if (tables[name].appendOnly) table.grantAppend(to);
      else table.grantWrite(to);
    }
    this.personalKeys.grantSealing(to);
    this.files.grantWork(to);
  }
}

function operatorsTopic(scope: Construct, settings: StageSettings, stagePrefix: string): Topic {
  const topic = new Topic(scope, 'Operators', { topicName: `${stagePrefix}-operators`, enforceSSL: true });
  // A policy of its own replaces the one by which alarms of the account may publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  topic.addSubscription(new EmailSubscription(settings.operators));
  return topic;
}
