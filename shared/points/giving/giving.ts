import { pointsSettings } from '../rules/rules.ts';

export const givingSettings = {
  /** The most that one person gives away in a day, so that whoever gets hold of a phone cannot empty the account at once. */
  mostPerDay: 100,
  /** How many numbers one person looks up, so that nobody finds out who has which. Giving looks as well. */
  looksPerHour: 20,
  looksPerDay: 60,
} as const;

export type GivingVerdict = 'granted' | 'yourself' | 'tooFewPoints' | 'overDay' | 'receiverFull';

/** Whether points may pass on. They go to a volunteer, whose account must have room for all of them, or to a fund, which always has. */
export function givingVerdict(gift: {
  points: number;
  balance: number;
  /** What was given away on this day before. */
  givenToday: number;
  receiver?: Readonly<{ isGiver: boolean; balance: number }>;
}): GivingVerdict {
  const { points, balance, givenToday, receiver } = gift;
  if (receiver?.isGiver) return 'yourself';
  if (points > balance) return 'tooFewPoints';
  if (givenToday + points > givingSettings.mostPerDay) return 'overDay';
  if (receiver && receiver.balance + points > pointsSettings.balanceCap) return 'receiverFull';
  return 'granted';
}
