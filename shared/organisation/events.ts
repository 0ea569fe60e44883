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
