import type { Problem } from '#lib/api/problem.ts';

/** What stands in the fields of a form that the address carries, and what is wrong with them. */
export type Shown = Readonly<{
  value: (name: string) => string | undefined;
  values: (name: string) => readonly string[];
  error: (name: string) => string | undefined;
}>;

/** `prefixes` is where the API looks for what the form calls by a short name: `rule.from` is the field `from`. */
export function shownFields(
  fields: Readonly<Record<string, readonly string[]>>,
  problem: Problem | undefined,
  prefixes = ['rule', 'shift', 'change.rule', 'change.shift', 'change.instead', 'change.instead.shift', 'times'],
): Shown {
  const isAt = (path: string, name: string) =>
    path === name || prefixes.some((prefix) => path === `${prefix}.${name}` || path.startsWith(`${prefix}.${name}.`));
  return {
    value: (name) => fields[name]?.[0],
    values: (name) => fields[name] ?? [],
    error: (name) => problem?.fields?.find(({ path }) => isAt(path, name))?.message,
  };
}
