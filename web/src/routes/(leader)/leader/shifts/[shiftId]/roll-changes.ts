/** What the page waits for and asks for again: the points of those who were just confirmed. */
export const rollChanges = 'leader:roll';
