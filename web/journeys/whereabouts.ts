import type { Page } from 'playwright-core';
import type { Others, Person } from './before-a-page.ts';

/** The path of a page, by its pattern, as the person whose browser this is would find it. */
export type FindPath = (page: Page, pattern: string) => Promise<string>;

/** Where a page is found: who may open it, and its path when the route does not say all of it. */
export type Whereabouts = Readonly<{
  /** Nobody who has signed in when it is left out. */
  as?: Person;
  /** The path, or a page with a link that leads there. */
  path?: string;
  via?: string;
  /** Another page, of the same person, that this one lies below. */
  below?: string;
  /** What must be done first, by this person or by others; answers the path. */
  after?: (page: Page, others: Others, find: FindPath) => Promise<string>;
}>;
