import { rearrangementCalled } from '@kaifong/shared/organisation/events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Organisation } from './index.ts';

/** What lies below a place that is laid out anew goes over step by step. */
export function organisationReactions({ rearranging }: Pick<Organisation, 'rearranging'>): Reaction[] {
  return [on(rearrangementCalled, ({ from }, { at }) => rearranging.takeStep(from, at))];
}
