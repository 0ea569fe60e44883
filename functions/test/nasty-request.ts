import fc from 'fast-check';
import type * as z from 'zod';
import type { Route } from '../platform/api.ts';
import { nastyInsteadOf, nastyText } from './nasty-values.ts';
import type { Sample } from './sample.ts';

/** One part of a request, and what stands there instead. */
export type Change = Readonly<
  | { part: 'body'; at: readonly string[]; value: unknown }
  | { part: 'query'; name: string; value: string }
  | { part: 'path'; name: string; value: string }
>;

/** Changes of single parts of a route's request: its body at any depth, its query and what its path names. */
export function changesOf({ contract, path }: Route, sample: Sample): fc.Arbitrary<Change> | undefined {
  const ofBody = placesIn(sample.body, contract.body).map((at) =>
    nastyInsteadOf(valueAt(sample.body, at)).map((value): Change => ({ part: 'body', at, value })),
  );
  const ofQuery = Object.keys(contract.query?.shape ?? {}).map((name) =>
    nastyText.map((value): Change => ({ part: 'query', name, value })),
  );
  const ofPath = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) =>
    nastyText.map((value): Change => ({ part: 'path', name, value })),
  );
  const all = [...ofBody, ...ofQuery, ...ofPath];
  return all.length > 0 ? fc.oneof(...all) : undefined;
}

/** The path and body of the request with that change. */
export function changed({ path: template }: Route, sample: Sample, change: Change): { path: string; body?: string } {
  const body = change.part === 'body' ? replaced(sample.body, change.at, change.value) : sample.body;
  const [path = '', search = ''] = sample.path.split('?');
  const query = new URLSearchParams(search);
  if (change.part === 'query') query.set(change.name, change.value);
  const names = template.replace(/^\/api/, '').split('/');
  const parts = path
    .split('/')
    .map((part, position) =>
      change.part === 'path' && names[position] === `:${change.name}` ? encoded(change.value) : part,
    );
  return {
    path: `${parts.join('/')}${query.size > 0 ? `?${query}` : ''}`,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** A text as a part of a path; one that would change the path itself, or that no address can hold, becomes one that does not. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/^\.*$/, '%00');
}

function placesIn(body: unknown, schema?: z.ZodType): (readonly string[])[] {
  const declared = schema && 'shape' in schema ? Object.keys(schema.shape as object).map((name) => [name]) : [];
  const sent = within(body).filter((at) => at.length > 1 || !declared.some(([name]) => name === at[0]));
  return [...declared, ...sent];
}

function within(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [[name], ...within(part).map((rest) => [name, ...rest])]);
}

function valueAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value;
  return valueAt((value as Record<string, unknown> | undefined)?.[name], rest);
}

function replaced(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  const parts = value as Record<string, unknown> | undefined;
  if (Array.isArray(value)) return value.map((part, at) => (String(at) === name ? replaced(part, rest, other) : part));
  return { ...parts, [name]: replaced(parts?.[name], rest, other) };
}
