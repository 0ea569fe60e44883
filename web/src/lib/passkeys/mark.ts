const name = 'kaifong-passkey';

/** Notes that a passkey was used in this browser, so that next time the sign-in page offers it with the number. It says nothing of whose. */
export function markPasskey(): void {
  try {
    localStorage.setItem(name, '1');
  } catch {
    // A browser that keeps nothing just does not offer it.
  }
}

export function isMarked(): boolean {
  try {
    return localStorage.getItem(name) !== null;
  } catch {
    return false;
  }
}
