import { rosterAsked, rosterPublished } from '@kaifong/shared/scheduling/events.ts';
import { on, type Reaction } from '../../platform/outbox.ts';
import type { SchedulingDeps } from '../deps.ts';
import { rosterPublishing } from './publish-roster.ts';
import { rosterRuns } from './roster-run.ts';

/** What a roster takes time for: in the cloud a function of its own, with more memory. */
export function rosterReactions(deps: SchedulingDeps): Reaction[] {
  const runs = rosterRuns(deps);
  const publishing = rosterPublishing(deps);
  return [on(rosterAsked, (run) => runs.work(run)), on(rosterPublished, (run, { at }) => publishing.work(run, at))];
}
