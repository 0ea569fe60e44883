import { rosterAsked, rosterPublished } from '@kaifong/shared/scheduling/events.ts';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { HouseAlarm } from '../constructs/house-alarm.ts';
import { type House, HouseFunction } from '../constructs/house-function.ts';
import { MinuteTick } from '../constructs/minute-tick.ts';
import { OutboxFeed } from '../constructs/outbox-feed.ts';
import { tables } from '../tables.ts';
import { type DataStack, openTableNames } from './data.ts';

/** What happens because something happened, and because time went by, in all contexts but care. */
export class EventsStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & House & { data: DataStack }) {
    super(scope, id, props);
    const { data, settings } = props;

    const onChange = new HouseFunction(this, 'OnChange', {
      ...props,
      name: 'on-change',
      description: 'Hands every event to its consumers',
      failureMeans:
        'Events wait to be handled: points are booked and messages sent late. It tries again by itself; ' +
        'if this stays, look at the log of "on-change".',
      timeout: Duration.minutes(1),
      memoryMegabytes: 1024,
    });
    data.grantWork(onChange);
    const deadLetters = new DeadLetterQueue(this, 'Parked', {
      name: `kaifong-${settings.name}-on-change-parked`,
      means:
        'An event could not be handled and was parked: somebody may miss points or a message. ' +
        'Find why in the log of "on-change", then replay it within a day.',
      operators: props.operators,
    });
    new HouseAlarm(this, 'Late', {
      metric: onChange.function.metric('IteratorAge', { statistic: 'Maximum' }),
      means:
        'Events are handled more than ten minutes after they happened: points and messages come late. ' +
        'Look at the log of "on-change" for what holds them up; after a day they would be lost.',
      operators: props.operators,
      atLeast: Duration.minutes(10).toMilliseconds(),
    });
    for (const name of openTableNames) {
      if (tables[name].stream) new OutboxFeed(this, name, { from: data.tables[name], to: onChange, deadLetters });
    }

    const roster = new HouseFunction(this, 'Roster', {
      ...props,
      name: 'roster',
      description: 'Works out rosters, and asks those whom they propose',
      failureMeans:
        'A roster was not worked out, or somebody whom it proposes was not asked. It tries again by itself; ' +
        'if this stays, look at the log of "roster".',
      timeout: Duration.minutes(3),
      memoryMegabytes: 3008,
    });
    data.grantWork(roster);
    new OutboxFeed(this, 'Rosters', {
      from: data.tables.scheduling,
      to: roster,
      deadLetters,
      only: [rosterAsked.type, rosterPublished.type],
    });

    const onClock = new HouseFunction(this, 'OnClock', {
      ...props,
      name: 'on-clock',
      description: 'Does what is due, once a minute',
      failureMeans:
        'What is due was not done this minute: offers lapse, reminders and escalations go out late. ' +
        'The next minute tries again; if this stays, look at the log of "on-clock". Where it names accounts of points, ' +
        'their balances are not what was posted.',
      timeout: Duration.seconds(50),
      memoryMegabytes: 1024,
      environment: {
        SMS_GATEWAY_URL: settings.textMessages.gatewayUrl,
        SMS_GATEWAY_TOKEN_SEALED: settings.textMessages.sealedToken,
        ...(settings.province && {
          PROVINCE_URL: settings.province.url,
          PROVINCE_TOKEN_SEALED: settings.province.sealedToken,
        }),
      },
    });
    data.grantWork(onClock);
    new MinuteTick(this, 'Minute', {
      ...props,
      to: onClock,
      name: 'minute',
      silenceMeans:
        'The clock has stood still for five minutes: no offer lapses, no reminder and no escalation goes out.',
    });
  }
}
