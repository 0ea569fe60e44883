/**
 * Whether the parts of an address are such as ours have: letters, digits and signs that mean nothing in a path. They become parts of addresses
 * of the API, where `../rights/closure` or `x?y` would lead somewhere else on behalf of whoever follows the link.
 */
export function arePlain(params: Readonly<Record<string, string | undefined>>): boolean {
  return Object.values(params).every(
    (part) => part === undefined || (/^[\w.~-]{1,200}$/.test(part) && !/^\.+$/.test(part)),
  );
}
