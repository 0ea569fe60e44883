import type { Text } from '../../kernel/language.ts';

/** The words of a questionnaire, and whose they are. The answer at place n counts n. */
export type Questionnaire = Readonly<{
  source: string;
  licence: string;
  lead: Text;
  items: readonly Text[];
  answers: readonly Text[];
}>;
