import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { markPasskey } from './mark.ts';

/** How it ended: well, given up by the person, refused in words, or at an address for which there are no passkeys. */
export type Ended<Result> =
  | Readonly<{ kind: 'done'; result: Result }>
  | Readonly<{ kind: 'givenUp' | 'unsupported' | 'unreachable' }>
  | Readonly<{ kind: 'refused'; detail: string; code: string }>
  | Readonly<{ kind: 'elsewhere'; host: string }>;

type Asked = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type AskedToCreate = Parameters<typeof startRegistration>[0]['optionsJSON'];

/**
 * Signs in with a passkey that the person chooses. `byAutofill` waits until they choose it among what the browser offers for the
 * field of the number, and asks nothing otherwise.
 */
export async function signInByPasskey({ byAutofill = false } = {}): Promise<Ended<undefined>> {
  const isThere = byAutofill ? await browserSupportsWebAuthnAutofill() : browserSupportsWebAuthn();
  if (!isThere) return { kind: 'unsupported' };
  const asked = await post<Asked>('/api/passkeys/challenges');
  if (asked.kind !== 'done') return asked;
  const host = asked.result.rpId ?? '';
  if (!isAt(host)) return { kind: 'elsewhere', host };
  const signed = await attempt(() =>
    startAuthentication({ optionsJSON: asked.result, useBrowserAutofill: byAutofill }),
  );
  if (signed.kind !== 'done') return signed;
  const answer = await post('/api/passkeys/sessions', signed.result);
  if (answer.kind !== 'done') return answer;
  markPasskey();
  return { kind: 'done', result: undefined };
}

/** Has the browser make a passkey; what it made is to be sent with its name. */
export async function makePasskey(): Promise<Ended<object>> {
  if (!browserSupportsWebAuthn()) return { kind: 'unsupported' };
  const asked = await post<AskedToCreate>('/api/passkeys/creations');
  if (asked.kind !== 'done') return asked;
  const host = asked.result.rp.id ?? '';
  if (!isAt(host)) return { kind: 'elsewhere', host };
  const made = await attempt(() => startRegistration({ optionsJSON: asked.result }));
  if (made.kind === 'done') markPasskey();
  return made;
}

/** Ends a waiting `byAutofill`, as when the page is left. */
export const stopWaiting = () => WebAuthnAbortService.cancelCeremony();

const isAt = (host: string) => location.hostname === host || location.hostname.endsWith(`.${host}`);

async function attempt<Result>(ceremony: () => Promise<Result>): Promise<Ended<Result>> {
  try {
    return { kind: 'done', result: await ceremony() };
  } catch (error) {
    // The person closed the window, let it time out, or has none; browsers do not tell which.
    if (error instanceof WebAuthnError || error instanceof DOMException) return { kind: 'givenUp' };
    throw error;
  }
}

async function post<Result>(path: string, body?: object): Promise<Ended<Result>> {
  const headers = {
    'content-type': 'application/json',
    'accept-language': document.documentElement.lang,
    'idempotency-key': crypto.randomUUID(),
  };
  const answer = await fetch(path, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) }).catch(
    () => undefined,
  );
  const read = await answer?.json().catch(() => undefined);
  if (!answer || !read) return { kind: 'unreachable' };
  return answer.ok ? { kind: 'done', result: read } : { kind: 'refused', detail: read.detail, code: read.code };
}
