const rows = 'summary, input';

/**
 * Moves the focus through an open tree of `details` and radio buttons: up, down, first and last among what is to be seen; right opens a
 * branch or goes into it, left closes it or goes out to the branch around. The arrows only move; the space bar ticks.
 */
export function stepThroughTree(event: KeyboardEvent, tree: HTMLElement | undefined): void {
  const at = event.target;
  if (!tree || !(at instanceof HTMLElement) || !at.matches(rows)) return;
  const seen = [...tree.querySelectorAll<HTMLElement>(rows)].filter(isToBeSeen);
  const here = seen.indexOf(at);
  const branch = at.matches('summary') ? at.closest('details') : null;

  const steps: Readonly<Record<string, () => HTMLElement | null | undefined>> = {
    ArrowDown: () => seen[here + 1],
    ArrowUp: () => seen[here - 1],
    Home: () => seen[0],
    End: () => seen.at(-1),
    ArrowRight: () => {
      if (branch?.open) return seen[here + 1];
      if (branch) branch.open = true;
      return at;
    },
    ArrowLeft: () => {
      if (branch?.open) {
        branch.open = false;
        return at;
      }
      const around = branch ? branch.parentElement?.closest('details') : at.closest('details');
      return around?.querySelector('summary');
    },
  };
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  step()?.focus();
}

/** Whether no branch around it is closed; a summary is to be seen when its own is. */
function isToBeSeen(row: HTMLElement): boolean {
  const around = row.matches('summary') ? row.parentElement?.parentElement : row;
  return !around?.closest('details:not([open])');
}
