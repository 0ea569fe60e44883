import { type Command, commandOf } from '#lib/offline/command.ts';
import { setFact } from '#lib/offline/database.ts';
import { forgetPhoneKey, signed } from '#lib/offline/phone-key.ts';
import { enqueue, removeAllOf, tallyOf } from '#lib/offline/queue.ts';
import { self } from '$app/service-worker';
import { commandChannel, sendWaiting, tellPages } from './sender.ts';
import { offlinePage } from './shell.ts';
import { forgetEverything, observed, person } from './whose.ts';
import { within } from './within.ts';

/** How long a command that may wait is given to get through; milliseconds. Sent twice it is still carried out once, by its key. */
const patience = 20_000;

/** A form that was sent: what may wait, waits when the network is gone. */
export async function actionRequest(event: FetchEvent, url: URL): Promise<Response> {
  const { request } = event;
  if (endsSession(url)) return signOut(request);
  // Pages in another language or other colours.
  if (url.pathname === '/locale' || url.pathname === '/display') await forgetEverything();
  const command = await commandIn(request, url);
  return command ? carryOut(request, command) : send(request);
}

function endsSession({ pathname, search }: URL): boolean {
  return pathname === '/sign-out' || search.startsWith('?/signOutEverywhere');
}

async function commandIn(request: Request, url: URL): Promise<Command | undefined> {
  const isText = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
  return isText ? commandOf(url, await request.clone().text()) : undefined;
}

async function send(request: Request): Promise<Response> {
  try {
    return await observed(() => fetch(request));
  } catch (error) {
    if (request.mode === 'navigate') return offlinePage({ 'data-not-done': '' });
    throw error;
  }
}

/** Others may use the phone next: what is kept goes first, what waits is sent if it can be, and nothing of the person stays. */
async function signOut(request: Request): Promise<Response> {
  const whose = await person();
  await forgetEverything();
  await sendWaiting();
  const response = await send(request);
  if (response.ok || response.type === 'opaqueredirect') await forgetPerson(whose);
  return response;
}

async function forgetPerson(whose: string): Promise<void> {
  await removeAllOf(whose);
  await forgetPhoneKey();
}

async function carryOut(request: Request, plain: Command): Promise<Response> {
  const whose = await person();
  if (whose === 'none') return send(request);
  // A phone whose clock is wrong seems to bring late what it sends at once.
  const command = await signed(plain, whose).catch(() => plain);
  if ((await tallyOf(whose)).waiting > 0) await sendWaiting();
  // What still waits was done before and goes first.
  if ((await tallyOf(whose)).waiting > 0) return putOff(request, whose, command);
  try {
    const response = await within(
      patience,
      observed(() => fetch(command === plain ? request : new Request(request, { body: command.body }))),
    );
    await setFact('changedAt', Date.now());
    return response;
  } catch {
    return putOff(request, whose, command);
  }
}

/** Puts a command among those that wait, and answers as the action would: with the way to where they are shown. */
async function putOff(request: Request, whose: string, command: Command): Promise<Response> {
  await enqueue(whose, command, Date.now());
  await tellPages();
  const { sync } = self.registration as { sync?: { register(tag: string): Promise<void> } };
  await sync?.register(commandChannel).catch(() => undefined);
  const location = '/volunteer/pending';
  if (request.mode === 'navigate') return Response.redirect(self.location.origin + location, 303);
  return Response.json({ type: 'redirect', status: 303, location });
}
