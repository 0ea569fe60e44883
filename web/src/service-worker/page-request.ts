import { newIdempotencyKey } from '#lib/api/command-key.ts';
import { formatMoment } from '#lib/components/moment.ts';
import { languageOf, shownAgain } from '#lib/offline/kept-document.ts';
import { mayBeKept } from '#lib/offline/kept-pages.ts';
import { m } from '#paraglide/messages.js';
import { baseLocale, isLocale, type Locale } from '#paraglide/runtime.js';
import { getPage, type KeptPage } from './page-cache.ts';
import { keepPage } from './pages.ts';
import { helpPage, offlinePage } from './shell.ts';
import { askedNow, observed } from './whose.ts';
import { within } from './within.ts';

/** How long a page that is on the phone waits for a newer one from a network that hardly moves; milliseconds. */
const patience = 6_000;

/** A page: from the network when there is one, else from the phone, else the page that says what works without. */
export async function pageRequest(event: FetchEvent, url: URL): Promise<Response> {
  const asked = askedNow();
  const kept = mayBeKept(url.pathname) ? await getPage(url.pathname) : undefined;
  try {
    const answer = observed(async () => (await event.preloadResponse) ?? fetch(event.request));
    const response = await (kept ? within(patience, answer) : answer);
    if (kept && response.status >= 500) return shown(kept);
    event.waitUntil(keepPage(url, response.clone(), asked));
    return response;
  } catch {
    return kept ? shown(kept) : withoutNetwork(url);
  }
}

function shown({ document, headers, keptAt }: KeptPage): Response {
  const lang = languageOf(document);
  const locale = isLocale(lang) ? lang : baseLocale;
  const ofWhen = m.offline_linePage({ at: spoken(keptAt, locale) }, { locale });
  return new Response(shownAgain(document, { ofWhen, newSeed: newIdempotencyKey() }), { headers });
}

/** The time alone, when it is of today. */
function spoken(moment: string, locale: Locale): string {
  const [then, today] = [moment, new Date().toISOString()].map((each) => formatMoment(each, 'day', locale));
  return formatMoment(moment, then === today ? 'time' : 'dateTime', locale);
}

async function withoutNetwork({ pathname, origin }: URL): Promise<Response> {
  if (pathname === '/help') return (await helpPage()) ?? offlinePage();
  // Where the icon on the phone and the logo lead.
  const isFrontDoor = pathname === '/' || pathname === '/sign-in';
  if (isFrontDoor && (await getPage('/volunteer'))) return Response.redirect(`${origin}/volunteer`, 302);
  return offlinePage();
}
