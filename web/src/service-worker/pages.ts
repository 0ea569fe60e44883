import { fact, setFact } from '#lib/offline/database.ts';
import { fetchedAhead, mayBeKept, neededBeside, pagesOfNextShifts } from '#lib/offline/kept-pages.ts';
import { personHeader } from '#lib/offline/person-header.ts';
import { keepAssetsOf, keepAssetsOnlyOf } from './assets.ts';
import { forgetPages, freshDocuments, getPage, putPage } from './page-cache.ts';
import { shellDocuments } from './shell.ts';
import { type Asked, askedNow, isOutdated, observed, person } from './whose.ts';

const minute = 60_000;

/**
 * Keeps an answer, and gives its document back, when it is a page that may be kept, as it stands at its address, made for the person who
 * is signed in, and no pages had to go since it was asked for.
 */
export async function keepPage(url: URL, response: Response, asked: Asked): Promise<string | undefined> {
  const isPage = response.ok && !response.redirected && response.headers.get('content-type')?.startsWith('text/html');
  if (!isPage || url.search !== '' || !mayBeKept(url.pathname)) return undefined;
  const whose = response.headers.get(personHeader) ?? 'none';
  if (whose === 'none' || whose !== (await person())) return undefined;
  const document = await response.text();
  await keepAssetsOf(document);
  if (isOutdated(asked)) return undefined;
  await putPage(url.pathname, response, document, asked.at);
  // A change that came while it was written could not yet delete it.
  if (isOutdated(asked)) await forgetPages();
  return document;
}

/** Fetches a page for the phone, unless what is there is of this minute and nothing was changed since. */
async function fetchPage(path: string): Promise<string | undefined> {
  const kept = await getPage(path);
  const keptAt = Date.parse(kept?.keptAt ?? '');
  if (kept && Date.now() - keptAt < minute && keptAt > ((await fact('changedAt')) ?? 0)) return kept.document;
  const asked = askedNow();
  const response = await observed(() => fetch(path, { headers: { accept: 'text/html' } }));
  return keepPage(new URL(path, location.origin), response, asked);
}

/**
 * Makes sure that a page which the person reads is on the phone: going from page to page brings data only, never the document. And now
 * and then what she may need next: her agenda, her number, her next shifts.
 */
export async function keepUp(path: string): Promise<void> {
  if ((await person()) === 'none') return;
  await inTurn(neededBeside(path));
  if (!mayBeKept(path)) return;
  await fetchPage(path);
  const [aheadAt = 0, changedAt = 0] = await Promise.all([fact('fetchedAheadAt'), fact('changedAt')]);
  if (isSparing() || (aheadAt > changedAt && Date.now() - aheadAt < 15 * minute)) return;
  await setFact('fetchedAheadAt', Date.now());
  try {
    const [agenda] = await inTurn(fetchedAhead);
    await inTurn(pagesOfNextShifts(agenda ?? ''));
  } catch (error) {
    await setFact('fetchedAheadAt', 0);
    throw error;
  }
  await tidy();
}

/** Deletes what is older than a week, and the scripts and styles that no page needs any more. */
export async function tidy(): Promise<void> {
  await keepAssetsOnlyOf([...(await freshDocuments()), ...(await shellDocuments())]);
}

async function inTurn(paths: readonly string[]): Promise<(string | undefined)[]> {
  const documents = [];
  for (const path of paths) documents.push(await fetchPage(path));
  return documents;
}

/** Whether the person asked her phone to save data. */
function isSparing(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
