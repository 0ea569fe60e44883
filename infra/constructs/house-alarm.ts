import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export type HouseAlarmProps = {
  metric: Metric;
  /** What it means for people that this goes off, and what to do: the operator reads nothing else. */
  means: string;
  operators: ITopic;
  /** Goes off at `atLeast` (one, unless it says otherwise), or (`'silence'`) when there is none at all for `minutes`. */
  on?: 'anything' | 'silence';
  atLeast?: number;
  minutes?: number;
};

/** An alarm that tells the operators in plain words what has become of people. */
export class HouseAlarm extends Construct {
  constructor(scope: Construct, id: string, props: HouseAlarmProps) {
    super(scope, id);
    const silence = props.on === 'silence';
    const alarm = new Alarm(this, 'Alarm', {
      metric: props.metric.with({ period: Duration.minutes(props.minutes ?? 5) }),
      alarmDescription: props.means,
      threshold: props.atLeast ?? 1,
      evaluationPeriods: 1,
      comparisonOperator: silence
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(props.operators));
  }
}
