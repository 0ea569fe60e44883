import { randomUUID } from 'node:crypto';
import type { ScheduledEvent } from 'aws-lambda';

export type Clock = {
  /** No tick begins any more; resolves when the one under way has ended. */
  stop(): Promise<void>;
};

/**
 * Calls the handler of the cloud's one-a-minute rule on one machine: at once, then every `seconds`. Ticks never overlap;
 * one that would fall into the one before is left out, since a tick asks what is due and not what happened since.
 * A tick that fails is reported and does not end the clock.
 */
export function startClock(options: {
  seconds: number;
  handler: (event: ScheduledEvent) => Promise<unknown>;
  report?: (message: string, error: unknown) => void;
}): Clock {
  const report = options.report ?? console.error;
  let underWay: Promise<void> | undefined;

  const tick = () => {
    underWay ??= options
      .handler(scheduledEvent(new Date()))
      .then(
        () => {},
        (error: unknown) => report('A tick of the clock failed; what was due waits for the next one:', error),
      )
      .finally(() => {
        underWay = undefined;
      });
  };
  const timer = setInterval(tick, options.seconds * 1000);
  tick();
  return {
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}

/** What an EventBridge rule sends. */
function scheduledEvent(now: Date): ScheduledEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '000000000000',
    time: `${now.toISOString().slice(0, 19)}Z`,
    region: 'local',
    resources: ['arn:aws:events:local:000000000000:rule/every-minute'],
    detail: {},
  };
}
