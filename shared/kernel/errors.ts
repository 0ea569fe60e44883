import { fill, type Language, type Text } from './language.ts';

/** What went wrong, as far as a program needs to know; the edge maps each kind to one HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooLarge'
  | 'tooMany'
  | 'unavailable'
  | 'internal';

/** One refusal: its stable dotted code, its kind, and what a person reads, which always says what to do next. */
export type ErrorDefinition<Code extends string = string> = Readonly<{ code: Code; kind: ErrorKind; say: Text }>;

/**
 * A catalogue of refusals of one context.
 *
 * @example const errors = defineErrors('shift', { full: ['conflict', '名额已满…', '名額已滿…', 'No place is left…'] });
 *          throw new AppError(errors.full); // code 'shift.full'
 */
export function defineErrors<const Prefix extends string, const Names extends string>(
  prefix: Prefix,
  entries: Record<Names, readonly [kind: ErrorKind, hans: string, hant: string, en: string]>,
): { readonly [Name in Names]: ErrorDefinition<`${Prefix}.${Name}`> } {
  const names = Object.keys(entries) as Names[];
  return Object.fromEntries(
    names.map((name) => {
      const [kind, hans, hant, en] = entries[name];
      return [name, { code: `${prefix}.${name}`, kind, say: { 'zh-Hans': hans, 'zh-Hant': hant, en } }];
    }),
  ) as { [Name in Names]: ErrorDefinition<`${Prefix}.${Name}`> };
}

/** A field at fault, named by its path in the input (`skills.0`), with the code of a text in `field-messages.ts`. */
export type FieldFault = Readonly<{ path: string; code: string; facts?: Readonly<Record<string, string | number>> }>;

/** What the `{name}` places of a refusal are filled with; one that has a word for it in each language is a `Text`. */
export type Facts = Readonly<Record<string, string | number | Text>>;

/** The one error that services throw. Anything else that reaches the edge is a fault of ours and answers 500. */
export class AppError extends Error {
  readonly definition: ErrorDefinition;
  readonly facts: Facts;
  readonly fields: readonly FieldFault[];

  constructor(definition: ErrorDefinition, facts: Facts = {}, fields: readonly FieldFault[] = []) {
    super(definition.code);
    this.name = 'AppError';
    this.definition = definition;
    this.facts = facts;
    this.fields = fields;
  }

  get code(): string {
    return this.definition.code;
  }

  /** What a person reads, in their language. */
  messageIn(language: Language): string {
    const facts = Object.entries(this.facts).map(([name, fact]) => [
      name,
      typeof fact === 'object' ? fact[language] : fact,
    ]);
    return fill(this.definition.say[language], Object.fromEntries(facts));
  }
}
