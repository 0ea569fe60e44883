import { type Verdict, verdictOf } from '#lib/offline/answer.ts';
import { fact, type Item, setFact } from '#lib/offline/database.ts';
import { personHeader } from '#lib/offline/person-header.ts';
import { expire, nextOf, settle, type Tally, tallyOf } from '#lib/offline/queue.ts';
import type { ToPage } from '#lib/offline/talk.ts';
import { m } from '#paraglide/messages.js';
import { baseLocale, isLocale, type Locale } from '#paraglide/runtime.js';
import { self } from '$app/service-worker';
import { observed, person } from './whose.ts';
import { within } from './within.ts';

/** The name of the lock and of the Background Sync. */
export const commandChannel = 'kaifong-commands';

/** For each command; milliseconds. */
const patience = 20_000;

let sending: Promise<void> | undefined;

/**
 * Sends what waits of the person who is signed in, in the order in which she did it, each until it is accepted or refused. However many
 * pages ask, one worker sends once at a time; the lock is for the moment in which an old and a new worker are both awake.
 *
 * @throws Error when `failWhenUndecided` and something still waits: Background Sync then tries again later
 */
export async function sendWaiting({ failWhenUndecided = false } = {}): Promise<void> {
  sending ??= underLock(sendAll).finally(() => {
    sending = undefined;
  });
  await sending;
  if (failWhenUndecided && (await tallyOf(await person())).waiting > 0) throw new Error('commands still wait');
}

/** Tells every open page how the commands of `whose` stand. */
export async function tellPages(whose?: string, signInFirst = false): Promise<void> {
  const tally = await tallyOf(whose ?? (await person()));
  const lang = (await fact('look'))?.lang;
  const said = inWords(tally, signInFirst, isLocale(lang) ? lang : baseLocale);
  const href = signInFirst ? '/sign-in?to=/volunteer/pending' : '/volunteer/pending';
  const message: ToPage = { said, href, waits: tally.waiting > 0 && !signInFirst };
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage(message);
}

/** The one thing that matters most. Said here and not on the page, so that every page is spared the words. */
function inWords({ waiting, refused, accepted }: Tally, signInFirst: boolean, locale: Locale): string {
  if (waiting > 0 && signInFirst) return m.offline_lineSignIn({ count: waiting }, { locale });
  if (waiting > 0) return m.offline_lineWaiting({ count: waiting }, { locale });
  if (refused > 0) return m.offline_lineRefused({ count: refused }, { locale });
  return accepted > 0 ? m.offline_lineSent({ count: accepted }, { locale }) : '';
}

async function sendAll(): Promise<void> {
  const whose = await person();
  await expire(Date.now());
  for (let item = await nextOf(whose); item; item = await nextOf(whose)) {
    const verdict = await send(item);
    await settle(item, standingAfter(verdict));
    await tellPages(whose, verdict.is === 'signInFirst');
    if (verdict.is === 'undecided' || verdict.is === 'signInFirst') return;
    // What the pages on the phone say is no longer so.
    await setFact('changedAt', Date.now());
  }
}

function standingAfter(verdict: Verdict): Pick<Item, 'state' | 'outcome'> {
  if (verdict.is === 'accepted') return { state: 'accepted', outcome: verdict.done };
  if (verdict.is === 'refused') return { state: 'refused', outcome: verdict.reason };
  return { state: 'waiting' };
}

/** Sends the form as it was filled in, with its own idempotency key, and names whom it is for. */
async function send({ path, body, person: whose }: Item): Promise<Verdict> {
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    'x-sveltekit-action': 'true',
    [personHeader]: whose,
  };
  try {
    const asked = observed(() => fetch(path, { method: 'POST', headers, body, cache: 'no-store' }));
    const answer = await within(patience, asked);
    const forPerson = answer.headers.get(personHeader);
    return verdictOf({ status: answer.status, forPerson, text: await answer.text() }, whose);
  } catch {
    return { is: 'undecided' };
  }
}

function underLock(work: () => Promise<void>): Promise<void> {
  return 'locks' in navigator ? navigator.locks.request(commandChannel, work) : work();
}
