import { type Instant, minute, shiftBy, toInstant } from '../kernel/time.ts';

/** Who asks for a code or tries one, as digests only: the number, the address, and the browser. */
export type Asking = Readonly<{
  number: string;
  address: string;
  device: string;
  /** Whether this browser has signed in to this number's account before. */
  isKnown: boolean;
}>;

/** What is counted in an hour, and how often it may be. */
export type Budget = Readonly<{ subject: string; perHour: number }>;

/**
 * What a request for a code is counted against. A browser that the account knows has a budget of its own, so that no stranger can use up what its
 * owner needs. A stranger's own is per number and address, and per address, which is wide because a whole community centre may sit behind
 * one. What strangers `shared` for a number are sent at once bounds how many messages a phone gets; past it they wait in line.
 */
export function codeBudgets({
  number,
  address,
  device,
  isKnown,
}: Asking): Readonly<{ own: Budget[]; shared?: Budget }> {
  if (isKnown) return { own: [{ subject: `code#known#${number}#${device}`, perHour: 5 }] };
  return {
    own: [
      { subject: `code#address#${address}`, perHour: 60 },
      { subject: `code#stranger#${number}#${address}`, perHour: 5 },
    ],
    shared: { subject: `code#strangers#${number}`, perHour: 10 },
  };
}

/** In the line of a number somebody's turn comes every so often, in milliseconds: at most twenty messages more an hour. */
export const turnEvery = 3 * minute;

/** A turn that is not taken for so long is over, and the person takes another. */
export const turnKeptFor = 15 * minute;

/**
 * The turn after the last one that was given, on a full minute, as it is told. One address has one at a time, so the wait is as long as there are
 * addresses before one.
 */
export function nextTurn(last: Instant | undefined, now: Instant): Instant {
  const before = last !== undefined && last > now ? last : now;
  return toInstant(Math.ceil((Date.parse(before) + turnEvery) / minute) * minute);
}

/** What somebody in line may do: `send` it is their turn, `wait` it will be, `join` they have none. */
export function turnDecision(turn: Instant | undefined, now: Instant): 'send' | 'wait' | 'join' {
  if (turn === undefined || now >= shiftBy(turn, turnKeptFor)) return 'join';
  return now >= turn ? 'send' : 'wait';
}

/** What a wrong code is counted against: the browser that the account knows, else the address. Nobody's mistakes close another's way. */
export function mistakeBudget({ number, address, device, isKnown }: Asking): Budget {
  const who = isKnown ? `known#${number}#${device}` : `stranger#${number}#${address}`;
  return { subject: `mistake#${who}`, perHour: 10 };
}

/** What a request for something to sign with a passkey is counted against. It costs nobody else anything, so this is wide. */
export function challengeBudget(address: string): Budget {
  return { subject: `challenge#address#${address}`, perHour: 300 };
}

/** What stands for an address: of the sixth version its network, since a home has as many addresses there as it likes. */
export function networkOf(address: string): string {
  return address.includes(':') ? address.toLowerCase().split(':').slice(0, 4).join(':') : address;
}
