import { m } from '#paraglide/messages.js';
import { spokenMinutes } from './spoken-minutes.ts';
import { starProgress } from './star-progress.ts';

/** The stars that somebody holds, in words, and how far the ring to the next has closed. */
export type StarsInWords = Readonly<{ stars: number; done: number; needed: number; held: string; way: string }>;

export function starsInWords(minutes: number): StarsInWords {
  const { stars, done, needed, missing } = starProgress(minutes);
  return {
    ...{ stars, done, needed },
    held: stars === 0 ? m.volunteer_noStars() : m.volunteer_stars({ stars }),
    way:
      missing === undefined
        ? m.volunteer_allStars()
        : m.volunteer_toNextStar({ missing: spokenMinutes(missing), star: stars + 1 }),
  };
}
