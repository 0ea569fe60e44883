import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Assets, FunctionName } from '../built-assets.ts';
import type { StageSettings } from '../stages.ts';
import { HouseAlarm } from './house-alarm.ts';

/** What every function of a stage shares. */
export type House = { settings: StageSettings; assets: Assets; operators: ITopic };

export type HouseFunctionProps = House & {
  name: FunctionName;
  description: string;
  /** What it means for people when this function fails. */
  failureMeans: string;
  timeout: Duration;
  memoryMegabytes: number;
  /** Settings that anybody may read. What opens something never stands in the environment: it is sealed, or in KMS. */
  environment?: Record<string, string>;
  logKey?: IKey;
};

/**
 * A Lambda of the house: Node 24, a role that can do nothing but write to the function's own log until something is
 * granted to it, a log kept for longer than the six months that the law asks, and an alarm in plain words.
 */
export class HouseFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    super(scope, id);
    const { settings } = props;
    this.logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/kaifong/${settings.name}/${props.name}`,
      retention: RetentionDays.ONE_YEAR, // 180 days would fall short of six months
      removalPolicy: RemovalPolicy.RETAIN,
      ...(props.logKey && { encryptionKey: props.logKey }),
    });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Of the function ${props.name} alone`,
    });
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [this.logGroup.logGroupArn]);
    this.function = new LambdaFunction(this, 'Function', {
      functionName: `kaifong-${settings.name}-${props.name}`,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: settings.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      code: props.assets.code(props.name),
      handler: 'index.handler',
      role: this.role,
      logGroup: this.logGroup,
      timeout: props.timeout,
      memorySize: props.memoryMegabytes,
      environment: { STAGE: settings.name, ...props.environment },
    });
    new HouseAlarm(this, 'Failures', {
      metric: this.function.metricErrors({ statistic: 'Sum' }),
      means: props.failureMeans,
      operators: props.operators,
    });
  }

  /** Allows the function `actions` on `resources`, and tells it what it needs to know to use them. */
  allow(
    actions: string[],
    resources: string[],
    environment: Record<string, string> = {},
    conditions: Record<string, object> = {},
  ): void {
    if (actions.length > 0) this.role.addToPolicy(new PolicyStatement({ actions, resources, conditions }));
    for (const [name, value] of Object.entries(environment)) this.function.addEnvironment(name, value);
  }
}
