/** The days of a week as a volunteer names free time, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** Morning until noon, afternoon until six, evening until ten. */
export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
/** From which hour of the day to which. */
export const hoursOfPart = { morning: [6, 12], afternoon: [12, 18], evening: [18, 22] } as const;

export type Weekday = (typeof weekdays)[number];
export type PartOfDay = (typeof partsOfDay)[number];
export type FreeTime = `${Weekday}-${PartOfDay}`;

export const freeTimes = weekdays.flatMap((weekday) =>
  partsOfDay.map((part) => `${weekday}-${part}` as const),
) as unknown as [FreeTime, ...FreeTime[]];
