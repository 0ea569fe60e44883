/** One of the things to choose from. */
export type Choice = Readonly<{ value: string; label: string; hint?: string }>;
