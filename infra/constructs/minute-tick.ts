import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { HouseAlarm } from './house-alarm.ts';
import type { House, HouseFunction } from './house-function.ts';

/** Calls a function once a minute, and tells the operators when it has not been called for five. */
export class MinuteTick extends Construct {
  constructor(scope: Construct, id: string, props: House & { to: HouseFunction; name: string; silenceMeans: string }) {
    super(scope, id);
    // A tick that fails is not sent again: the next one asks the same question.
    new Rule(this, 'Rule', {
      ruleName: `kaifong-${props.settings.name}-${props.name}`,
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(props.to.function, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
    new HouseAlarm(this, 'Silence', {
      metric: props.to.function.metricInvocations({ statistic: 'Sum' }),
      means: props.silenceMeans,
      operators: props.operators,
      on: 'silence',
    });
  }
}
