/**
 * Opens a `<details>` while something holds, and otherwise leaves it as it is. Written as `open={false}` the page would close, as it comes
 * alive, what somebody on a slow connection has opened by then.
 *
 * @example <details {...openWhen(isRefused)}>
 */
export function openWhen(holds: boolean): { open?: true } {
  return holds ? { open: true } : {};
}
