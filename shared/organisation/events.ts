import * as z from 'zod';
import { eventType } from '../kernel/events.ts';
import { Id } from '../kernel/ids.ts';
import { Day } from '../kernel/time.ts';
import { Scope } from './scope.ts';

/** A community goes over into another one from a day on, by the word of an account. */
export const communityGoesOver = eventType(
  'organisation.communityGoesOver',
  z.object({ from: Scope, into: Scope, on: Day, by: Id('account') }),
);

/** A team, a grid or a whole community stands elsewhere from a day on, under another path. With `homes` its people go with it. */
export const placeGoesOver = eventType(
  'organisation.placeGoesOver',
  z.object({ from: Scope, into: Scope, on: Day, by: Id('account'), homes: z.boolean() }),
);

/** A new community is split off from one, from a day on. */
export const communitySplits = eventType(
  'organisation.communitySplits',
  z.object({ from: Scope, into: Scope, on: Day, by: Id('account') }),
);

/** There is something left to do of a rearrangement. */
export const rearrangementCalled = eventType('organisation.rearrangementCalled', z.object({ from: Scope }));
