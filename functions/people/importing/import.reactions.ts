import { importCalled } from '@kaifong/shared/people/importing/import-events.ts';
import { on, type Reaction } from '../../platform/outbox.ts';
import type { People } from '../index.ts';

/** Imports work behind the scenes: each step is called by an event, so that it survives a restart. */
export function importReactions({ imports }: Pick<People, 'imports'>): Reaction[] {
  return [on(importCalled, ({ importId }) => imports.takeStep(importId))];
}
