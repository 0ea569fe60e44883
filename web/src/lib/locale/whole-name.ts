/** The most characters that a line of a heading has room for on a phone. */
const line = 10;

/** A name that is not broken inside a heading: Chinese would break anywhere. One that is longer than a line breaks as it can. */
export const wholeName = (name: string): string => (name.length > line ? name : [...name].join('\u2060'));
