import type { OwnVolunteer } from '@kaifong/shared/people/schema.ts';
import { m } from '#paraglide/messages.js';

/** Why somebody cannot sign up yet, or any more, and what comes next. */
export type NotActive = Readonly<{ waits: boolean; title: string; reason: string | undefined; next: string }>;

/** In words where a registration stands; nothing for one who may sign up. */
export function notActive({ next, stateReason }: OwnVolunteer): NotActive | undefined {
  switch (next) {
    case 'findShift':
      return undefined;
    case 'waitForApproval':
      return { waits: true, title: m.volunteer_applied(), reason: undefined, next: m.volunteer_appliedNext() };
    case 'askGuardian':
      return { waits: true, title: m.register_guardianAwaited(), reason: undefined, next: m.account_askGuardian() };
    case 'confirm':
      return { waits: false, title: m.account_toConfirm(), reason: undefined, next: m.account_confirm() };
    case 'resume':
      return { waits: false, title: m.people_paused(), reason: undefined, next: m.people_pausedNext() };
    case 'contactCommunity':
      return {
        waits: false,
        title: m.volunteer_notActive(),
        reason: stateReason && m.volunteer_reason({ reason: stateReason }),
        next: m.volunteer_notActiveNext(),
      };
  }
}
