/**
 * The pages that stay on the phone to be read without a network: the volunteer's own shifts, her number, her vouchers, and what she has still
 * to send; of a leader, the board of the day, which has no numbers, and the page that the codes of way-points lead to, which has nothing, for a day. Everything that is not listed here is never kept: no page of
 * care, of a coordinator, no other of a leader, nor the account.
 */
const keptPaths: readonly RegExp[] = [
  /^\/volunteer$/,
  /^\/volunteer\/(agenda|check-in|code|pending|vouchers)$/,
  /^\/volunteer\/shifts\/sft_[0-9A-Z]+$/,
  /^\/check-in\/sft_[0-9A-Z]+$/,
  /^\/leader\/(day|way-point)$/,
];

/** In milliseconds. Nothing that was kept is shown after that, and the worker deletes it when it next runs. */
export const keptFor = 7 * 24 * 60 * 60 * 1000;

/** The names of others stay no longer than their day. */
export const boardKeptFor = 24 * 60 * 60 * 1000;

/** Read without being asked, so that they are there when the network is gone. */
export const fetchedAhead = ['/volunteer/agenda', '/volunteer', '/volunteer/code', '/volunteer/pending'] as const;

/** What somebody who is on this page may need next without a network: on patrol, the page that codes of way-points lead to. */
export function neededBeside(pathname: string): readonly string[] {
  return /^\/leader\/shifts\/sft_[0-9A-Z]+\/patrol$/.test(pathname) ? ['/leader/way-point'] : [];
}

export function mayBeKept(pathname: string): boolean {
  return keptPaths.some((path) => path.test(pathname));
}

/** Whether the page of a path that was kept at `keptAt` (ISO 8601) may still be shown. A time that cannot be read counts as long ago. */
export function isFresh(pathname: string, keptAt: string | null, now: number): boolean {
  const age = now - Date.parse(keptAt ?? '');
  return age >= 0 && age < (pathname.startsWith('/leader') ? boardKeptFor : keptFor);
}

/** The pages of the next shifts, as the agenda links to them, and where one checks in there. */
export function pagesOfNextShifts(agenda: string, count = 2): string[] {
  const ids = new Set([...agenda.matchAll(/href="\/volunteer\/shifts\/(sft_[0-9A-Z]+)"/g)].map(([, id]) => id));
  return [...ids].slice(0, count).flatMap((id) => [`/volunteer/shifts/${id}`, `/check-in/${id}`]);
}
