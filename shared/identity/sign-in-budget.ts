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
 * owner needs. Strangers share one per number, which bounds how many messages a phone gets, and one per address, which is
 * wide because a whole community centre may sit behind one.
 */
export function codeBudgets({ number, address, device, isKnown }: Asking): Budget[] {
  if (isKnown) return [{ subject: `code#known#${number}#${device}`, perHour: 5 }];
  return [
    { subject: `code#address#${address}`, perHour: 60 },
    { subject: `code#stranger#${number}#${address}`, perHour: 5 },
    { subject: `code#strangers#${number}`, perHour: 10 },
  ];
}

/** What a wrong code is counted against: the browser that the account knows, else the address. Nobody's mistakes close another's way. */
export function mistakeBudget({ number, address, device, isKnown }: Asking): Budget {
  const who = isKnown ? `known#${number}#${device}` : `stranger#${number}#${address}`;
  return { subject: `mistake#${who}`, perHour: 10 };
}

/** What stands for an address: of the sixth version its network, since a home has as many addresses there as it likes. */
export function networkOf(address: string): string {
  return address.includes(':') ? address.toLowerCase().split(':').slice(0, 4).join(':') : address;
}
