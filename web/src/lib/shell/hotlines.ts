import { m } from '#paraglide/messages.js';
import type { Locale } from '#paraglide/runtime.js';

type Words = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;

/** Numbers that always answer. They stand in the pages themselves: they must show when nothing else works. */
export const hotlines: readonly Readonly<{ number: string; name: Words; purpose: Words }>[] = [
  { number: '110', name: m.shell_police, purpose: m.help_policeFor },
  { number: '120', name: m.shell_ambulance, purpose: m.help_ambulanceFor },
  { number: '12356', name: m.shell_listening, purpose: m.help_listeningFor },
];
