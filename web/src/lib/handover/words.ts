import type { Audience, HandoverState } from '@kaifong/shared/scheduling/handover/handover.ts';
import { m } from '#paraglide/messages.js';

/** Where a handover stands, in words. */
export function stateInWords(state: HandoverState, taker?: string): string {
  if (state === 'taken' && taker !== undefined) return m.handover_takenBy({ name: taker });
  const words = {
    open: m.handover_open,
    taken: m.handover_taken,
    declined: m.handover_declined,
    withdrawn: m.handover_withdrawn,
    lapsed: m.handover_lapsed,
  } as const;
  return words[state]();
}

/** Who was asked, in words. */
export function audienceInWords(to: Audience, asked?: string): string {
  if (to === 'person') return m.handover_asked({ name: asked ?? '' });
  return to === 'team' ? m.handover_askedTeam() : m.handover_askedAll();
}
