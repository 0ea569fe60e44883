import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { rulesInWords } from '#lib/points/rules-in-words.server.ts';
import { specialToday } from '#lib/points/special-today.server.ts';
import type { PageServerLoad } from './$types';

/** How hours become points, in plain words. */
export const load: PageServerLoad = async (event) => {
  const { now, coming, special } = await read(api(event).api['points-rules'].$get());
  return {
    today: await specialToday(event, special),
    now: { from: now.from, words: rulesInWords(now.rules) },
    coming: coming.map(({ from, rules }) => ({ from, words: rulesInWords(rules) })),
  };
};
