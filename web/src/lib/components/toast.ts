import type Toaster from './Toaster.svelte';

export type ToastKind = 'success' | 'info' | 'danger';

let toaster: Promise<ReturnType<typeof Toaster>> | undefined;

/**
 * Says in passing that something is done; it goes by itself and takes no focus. Only for what a person may miss: a refusal belongs
 * beside its form, and without JavaScript the page itself has to say it. What shows it is loaded with the first one.
 */
export async function toast(text: string, kind: ToastKind = 'success'): Promise<void> {
  toaster ??= raise();
  (await toaster).show({ text, kind });
}

async function raise(): Promise<ReturnType<typeof Toaster>> {
  const [{ mount, tick }, { default: component }] = await Promise.all([import('svelte'), import('./Toaster.svelte')]);
  const mounted = mount(component, { target: document.body }) as ReturnType<typeof Toaster>;
  // A screen reader tells what comes into a live region that it already knows.
  await tick();
  return mounted;
}
