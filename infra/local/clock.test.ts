import { setTimeout as pause } from 'node:timers/promises';
import type { ScheduledEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { startClock } from './clock.ts';

describe('the clock', () => {
  it('ticks at once and then every so often, in the shape of a scheduled event', async () => {
    const events: ScheduledEvent[] = [];
    const clock = startClock({ seconds: 0.02, handler: async (event) => events.push(event) });
    await expect.poll(() => events.length).toBeGreaterThan(2);
    await clock.stop();
    expect(events[0]).toMatchObject({ 'detail-type': 'Scheduled Event', source: 'aws.events' });
    expect(events[0]?.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('never begins a tick in another', async () => {
    let inside = 0;
    let most = 0;
    const clock = startClock({
      seconds: 0.005,
      handler: async () => {
        inside += 1;
        most = Math.max(most, inside);
        await pause(20);
        inside -= 1;
      },
    });
    await pause(100);
    await clock.stop();
    expect({ most, inside }).toEqual({ most: 1, inside: 0 });
  });

  it('reports a tick that fails and goes on', async () => {
    const reported: unknown[] = [];
    let ticks = 0;
    const clock = startClock({
      seconds: 0.005,
      handler: async () => {
        ticks += 1;
        throw new Error('no engine');
      },
      report: (_message, error) => reported.push(error),
    });
    await expect.poll(() => ticks).toBeGreaterThan(2);
    await clock.stop();
    expect(reported[0]).toEqual(new Error('no engine'));
  });

  it('does not tick once stopped', async () => {
    let ticks = 0;
    const clock = startClock({ seconds: 0.005, handler: async () => (ticks += 1) });
    await clock.stop();
    const before = ticks;
    await pause(30);
    expect(ticks).toBe(before);
  });
});
