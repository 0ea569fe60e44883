/** Whether a part of an address, which the client puts in as it is, changes the path that it was meant to be a part of. */
export function leadsElsewhere(address: string): boolean {
  const [path = ''] = address.split(/[?#]/, 1);
  return !path.endsWith(new URL(address).pathname);
}
