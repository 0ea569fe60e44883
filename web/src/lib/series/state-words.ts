import type { RegularState } from '@kaifong/shared/scheduling/series/regular-schema.ts';
import { m } from '#paraglide/messages.js';

/** How somebody stands with a series, in words; called in the language of the page. */
export const stateWords = {
  asked: { kind: 'info', words: () => m.series_stateAsked() },
  invited: { kind: 'info', words: () => m.series_stateInvited() },
  regular: { kind: 'success', words: () => m.series_stateRegular() },
  paused: { kind: 'warning', words: () => m.series_statePaused() },
} as const satisfies Record<RegularState, { kind: string; words: () => string }>;
