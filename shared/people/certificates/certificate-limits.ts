/* Apart from the schemas, so that a page which only needs a figure does not carry them. */

export const mostMegabytes = 10;
export const mostBytes = mostMegabytes * 1024 * 1024;

/** A file travels in pieces of so many bytes, the last one shorter. */
export const pieceBytes = 512 * 1024;

/** Files that one person may begin to upload in an hour: enough for whoever enters a whole team, and no way to fill the store. */
export const mostUploadsAnHour = 30;

/** Certificates of one person that may wait to be checked at once. */
export const mostWaiting = 10;

/** Most people of a training that one command records. */
export const peopleAtOnce = 20;

/** The longest validity that a kind of qualification may have, in months. */
export const longestValidity = 240;

export function piecesOf(size: number): number {
  return Math.ceil(size / pieceBytes);
}
