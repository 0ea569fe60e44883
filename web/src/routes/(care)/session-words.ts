import type { SessionMode, SessionPlace, SessionState, SessionView } from '@kaifong/shared/care/cases/session.ts';
import { endOf } from '@kaifong/shared/care/cases/session.ts';
import { m } from '#paraglide/messages.js';

/** How a session is held, in words. */
export const sessionModeWords: Readonly<Record<SessionMode, () => string>> = {
  centre: m.sessions_modeCentre,
  phone: m.sessions_modePhone,
  video: m.sessions_modeVideo,
};

const stateWords: Readonly<Record<SessionState, () => string>> = {
  planned: m.sessions_statePlanned,
  held: m.sessions_stateHeld,
  noShow: m.sessions_stateNoShow,
  cancelled: m.sessions_stateCancelled,
};

/** When, how and where, in words. */
export function shownPlace(place: SessionPlace) {
  const { startsAt, mode, room, link } = place;
  return { startsAt, until: endOf(place), how: sessionModeWords[mode](), room, link };
}
export type ShownPlace = ReturnType<typeof shownPlace>;

/** A session in words. */
export function shownSession({ sessionId, state, held, reason, ...place }: SessionView) {
  return {
    sessionId,
    ...shownPlace(place),
    state: stateWords[state](),
    isNoShow: state === 'noShow',
    held: held === undefined ? undefined : m.sessions_heldMinutes({ minutes: held }),
    reason,
  };
}
export type ShownSession = ReturnType<typeof shownSession>;
