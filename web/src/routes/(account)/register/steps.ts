import { m } from '#paraglide/messages.js';

/** How one becomes a volunteer, in the language of the page. */
export function steps(): string[] {
  return [m.register_stepPlace(), m.register_stepDetails(), m.register_stepReceived()];
}
