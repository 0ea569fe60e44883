/** One value of a chart: what it is of, how much, and the same in words with its unit. */
export type ChartPoint = Readonly<{ label: string; value: number; text: string }>;

/** The top of an axis from 0: the least of 1, 2, 3, 5 and 10 times a power of ten that no value exceeds, and at least 1. */
export function axisTop(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 3, 5].find((step) => step * power >= most) ?? 10) * power;
}

/** Every how many labels one is written, so that at most `room` of them stand below an axis. */
export function labelStep(count: number, room: number): number {
  return Math.max(1, Math.ceil(count / room));
}
