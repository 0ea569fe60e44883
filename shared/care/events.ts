import * as z from 'zod';
import { eventType } from '../kernel/events.ts';
import { Id } from '../kernel/ids.ts';
import { Scope } from '../organisation/scope.ts';
import { calledKinds, highestLevel, pageReasons } from './on-call/escalation.ts';

/** Events of care hold ids, places and levels of calling: no topic, score, risk, name or text. They stay on care's own stream. */

/** A counsellor was given a case. */
export const caseAssigned = eventType(
  'care.caseAssigned',
  z.object({ caseId: Id('supportCase'), counsellorId: Id('counsellor') }),
);

/** A case has ended, and with it the counsellor's access to it. */
export const caseClosed = eventType('care.caseClosed', z.object({ caseId: Id('supportCase') }));

/**
 * The people on call of a place are to be called, now: by the rota, or all of the level. Without an escalation when it is about a request by the web
 * that is in nobody's hands, or about the rota itself.
 */
export const onCallPaged = eventType(
  'care.onCallPaged',
  z.object({
    escalationId: Id('escalation').optional(),
    place: Scope,
    level: z.int().min(0).max(highestLevel),
    reason: z.enum(pageReasons),
    called: z.enum(calledKinds),
  }),
);
export type OnCallPage = ReturnType<typeof onCallPaged.read>;
