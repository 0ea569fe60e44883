/** What can be done without a network, to be sent later. Each is an action of a page of the volunteer's, of the same name. */
export const commandKinds = [
  'signUp',
  'cancel',
  'joinWaitlist',
  'leaveWaitlist',
  'acceptOffer',
  'declineOffer',
  'checkIn',
  'checkOut',
] as const;
export type CommandKind = (typeof commandKinds)[number];

/** What a person did, as her form sent it. */
export type Command = Readonly<{
  kind: CommandKind;
  shiftId: string;
  /** The shift in words, for the list of what has still to be sent; empty when the form did not say. */
  about: string;
  /** The address of the action. */
  path: string;
  /** The form, urlencoded, with its idempotency key. */
  body: string;
}>;

const pages = /^\/volunteer(\/agenda|\/shifts(\/sft_[0-9A-Z]+)?)?$/;
const checkInPage = /^\/check-in\/(sft_[0-9A-Z]+)$/;

/** Reads a POST as a command that may wait, or answers undefined: every other form needs the network. */
export function commandOf(url: Pick<URL, 'pathname' | 'search'>, body: string): Command | undefined {
  const [, action] = /^\?\/(\w+)/.exec(url.search) ?? [];
  const kind = commandKinds.find((each) => each === action);
  if (kind === undefined) return undefined;
  const [, shiftOfPage] = checkInPage.exec(url.pathname) ?? [];
  const isCheckIn = kind === 'checkIn' || kind === 'checkOut';
  if (isCheckIn ? shiftOfPage === undefined : !pages.test(url.pathname)) return undefined;
  const form = new URLSearchParams(body);
  const shiftId = shiftOfPage ?? form.get('shiftId');
  if (!shiftId || !form.get('idempotencyKey') || (isCheckIn && !isEvident(form))) return undefined;
  return { kind, shiftId, about: form.get('about') ?? '', path: url.pathname + url.search, body };
}

/** Whether it says how the person was seen: by a code, or by where the phone was. */
function isEvident(form: URLSearchParams): boolean {
  return Boolean(form.get('code')?.trim() || form.get('longitude'));
}

/** Whether two are the same thing done twice, as by a second tap. */
export function isSame(one: Command, other: Command): boolean {
  return one.kind === other.kind && one.shiftId === other.shiftId && codeIn(one) === codeIn(other);
}

function codeIn(command: Command): string | null {
  return new URLSearchParams(command.body).get('code');
}
