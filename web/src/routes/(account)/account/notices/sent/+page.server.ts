import { channelNames } from '@kaifong/shared/notifications/groups.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { KAIFONG_DEMO } from '$app/env/private';
import type { PageServerLoad } from './$types';

/** What went to the person by other channels than the site; in the demo, what would have gone. */
export const load: PageServerLoad = async (event) => {
  const { items, cursor } = await read(api(event).api['sent-messages'].$get({ query: pageQuery(event.url) }));
  const { locale } = event.locals;
  return {
    isDemo: KAIFONG_DEMO ?? false,
    cursor,
    messages: items.map(({ channel, ...message }) => ({
      ...message,
      channel: channel && channelNames[channel][locale],
    })),
  };
};
