import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { iconNames } from './icons.ts';

it('every icon is drawn, and nothing else is', () => {
  const drawings = readFileSync(new URL('./icons.svg', import.meta.url), 'utf8');
  expect([...drawings.matchAll(/<symbol id="(\w+)"/g)].map(([, name]) => name)).toEqual(iconNames);
});
