import type { Text } from '../../kernel/language.ts';

/** A notice as a heading and a sentence that says what to do next. */
export type NoticeText = Readonly<{ heading: Text; body: Text }>;
