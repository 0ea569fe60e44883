/** The three languages of the platform; `zh-Hans` is what a person gets who chose nothing. */
export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;

export type Language = (typeof languages)[number];

/** One text, written by hand in each language. */
export type Text = Readonly<Record<Language, string>>;

/**
 * The language for an `Accept-Language` header. Chinese of Hong Kong, Macao and Taiwan is read as Traditional; anything
 * unknown falls back to Simplified Chinese. Quality values are honoured by order only, which is how browsers send them.
 */
export function languageFrom(acceptLanguage: string | null | undefined): Language {
  for (const part of (acceptLanguage ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? '';
    if (/^zh-(hant|hk|mo|tw)/.test(tag)) return 'zh-Hant';
    if (tag.startsWith('zh')) return 'zh-Hans';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-Hans';
}

/** Puts `facts` into the `{name}` places of a text. A place without a fact stays visible, so that a test notices it. */
export function fill(template: string, facts: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
}
