import type { SupervisionSession } from '@kaifong/shared/care/supervision/supervision.ts';
import { type Instant, toInstant } from '@kaifong/shared/kernel/time.ts';
import { m } from '#paraglide/messages.js';

const stateWords: Readonly<Record<SupervisionSession['state'], () => string>> = {
  planned: m.supervising_statePlanned,
  held: m.supervising_stateHeld,
  cancelled: m.supervising_stateCancelled,
};

/** A supervision session in words, and whether it has begun. */
export function shownSupervision(session: SupervisionSession, now: Instant = toInstant(Date.now())) {
  return { ...session, words: stateWords[session.state](), hasBegun: session.startsAt <= now };
}
export type ShownSupervision = ReturnType<typeof shownSupervision>;
