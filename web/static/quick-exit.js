// The way out of the pages of support works as soon as it is seen, before the scripts of the page have come: out of sight at once, and
// out of the history. What it does is what src/routes/(care)/QuickExit.svelte does later.
document.addEventListener('click', (event) => {
  const exit = event.target instanceof Element && event.target.closest('a[data-quick-exit]');
  if (!exit) return;
  event.preventDefault();
  document.documentElement.hidden = true;
  location.replace(exit.href);
});
