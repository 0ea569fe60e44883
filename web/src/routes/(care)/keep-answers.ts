/**
 * Sends what was answered of a form when its page is left half way, and an answer that cannot wait as soon as it is chosen. What is sent stands for
 * itself: the form can still be sent as a whole.
 */
export function keepAnswers(form: HTMLFormElement, address: string): () => void {
  let sent = '';
  const send = () => {
    const data = new FormData(form);
    const said = JSON.stringify([...data].filter(([name]) => name.startsWith('item_')));
    if (said === '[]' || said === sent) return;
    sent = said;
    data.set('idempotencyKey', crypto.randomUUID());
    navigator.sendBeacon(address, data);
  };
  const chosen = ({ target }: Event) => {
    if (target instanceof Element && target.closest('[data-urgent]')) send();
  };
  const submitted = () => {
    sent = JSON.stringify([...new FormData(form)].filter(([name]) => name.startsWith('item_')));
  };
  form.addEventListener('change', chosen);
  form.addEventListener('submit', submitted);
  addEventListener('pagehide', send);
  return () => {
    form.removeEventListener('change', chosen);
    form.removeEventListener('submit', submitted);
    removeEventListener('pagehide', send);
  };
}
