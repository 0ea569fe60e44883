import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { starHours } from '@kaifong/shared/points/ranking/stars.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { houseFigures } from '#lib/settings/figures.server.ts';
import { m } from '#paraglide/messages.js';
import { spokenMinutes } from './spoken-minutes.ts';
import { starProgress } from './star-progress.ts';

/** The stars that somebody holds, in words, and how far the ring to the next has closed. */
export type StarsInWords = Readonly<{ stars: number; done: number; needed: number; held: string; way: string }>;

export async function starsInWords(event: Caller, minutes: number): Promise<StarsInWords> {
  const hours = starHours((await houseFigures(event))('stars', toInstant(Date.now())));
  const { stars, done, needed, missing } = starProgress(minutes, hours);
  return {
    ...{ stars, done, needed },
    held: stars === 0 ? m.volunteer_noStars() : m.volunteer_stars({ stars }),
    way:
      missing === undefined
        ? m.volunteer_allStars()
        : wholeFigures(m.volunteer_toNextStar({ missing: spokenMinutes(missing), star: stars + 1 })),
  };
}

/** A figure stays on one line with what it counts. */
const wholeFigures = (words: string) => words.replaceAll(/(\d) /g, '$1\u00a0');
