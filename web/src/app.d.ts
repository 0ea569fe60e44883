import type { Me } from '#lib/session/me.ts';
import type { Display } from '#lib/shell/display.ts';
import type { Frame } from '#lib/shell/frame.ts';
import type { ShellWords } from '#lib/shell/words.server.ts';
import type { Locale } from '#paraglide/runtime.js';

declare global {
  namespace App {
    interface Locals {
      /** The person who asks, or nobody. */
      me: Me | null;
      locale: Locale;
      display: Display;
      /** Whether the API answered when it was asked who this is. */
      apiReachable: boolean;
    }

    interface PageData {
      me: Me | null;
      locale: Locale;
      display: Display;
      frame: Frame | undefined;
      shell: ShellWords;
      apiReachable: boolean;
      /** Seeds the `Idempotency-Key` of every command that is sent from this rendering of the page. */
      idempotencyKey: string;
      /** A page that is made at build time and has no person, no form and no script. */
      prerendered?: boolean;
      /** A page that needs all of the screen, to be held up or read from afar: it comes without the frame. */
      fullScreen?: boolean;
    }

    interface Error {
      status: number;
      message: string;
      /** The dotted code of the refusal, `shift.full`. */
      code?: string;
    }
  }
}
