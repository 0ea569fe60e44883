import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';

type PageOf<Item> = (query: {
  limit: string;
  cursor?: string;
}) => Promise<{ items: Item[]; cursor?: string | undefined }>;

/** What all contexts keep of the person who asks, with what lies under records that a merge made hers. */
export async function wholeCopy(event: Caller, volunteerId: string | undefined) {
  const calls = api(event).api;
  const [account, registration, notices, sentMessages, noticeChoice, views] = await Promise.all([
    read(calls.session.copy.$get()),
    read(calls.rights.copy.$get()),
    whole((query) => read(calls.notifications.$get({ query }))),
    whole((query) => read(calls['sent-messages'].$get({ query }))),
    read(calls['notice-choice'].$get()),
    whole((query) => read(calls.audit.mine.$get({ query }))),
  ]);
  const told = { noticeChoice, notices, sentMessages, views };
  if (volunteerId === undefined) return { account, ...registration, ...told };
  const [certificates, regulars, preferences, calendar, handovers, noShows, points, service] = await Promise.all([
    whole((query) => read(calls.volunteers.me.certificates.$get({ query }))),
    read(calls.regulars.own.$get()),
    read(calls['serving-preferences'].$get()),
    read(calls['calendar-addresses'].me.$get()),
    whole((query) => read(calls.handovers.given.$get({ query }))),
    whole((query) => read(calls['no-shows'].mine.$get({ query }))),
    read(calls.points.$get()),
    serviceOf(event, volunteerId),
  ]);
  const { pointsEntries: entries, vouchers, askedHelp, ...served } = service;
  const mergedRecords = [];
  for (const { volunteerId: record, state } of registration.merges) {
    if (state === 'merged') mergedRecords.push({ volunteerId: record, ...(await mergedRecord(event, record)) });
  }
  return {
    ...{ account, ...registration, certificates, regulars: regulars.items, preferences },
    // Whoever has the address reads the calendar, so the file says only since when there is one.
    ...(calendar.since && { calendarSubscribedSince: calendar.since }),
    ...{ ...served, handovers, noShows, points: { ...points, entries, vouchers, askedHelp }, ...told, mergedRecords },
  };
}

async function mergedRecord(event: Caller, volunteerId: string) {
  const calls = api(event).api;
  const param = { volunteerId };
  const { notices: noticesOf, 'sent-messages': messagesTo } = calls['notification-copy'][':volunteerId'];
  const [registration, handovers, notices, sentMessages, views, service] = await Promise.all([
    read(calls.rights.records[':volunteerId'].$get({ param })),
    whole((query) => read(calls['scheduling-copy'][':volunteerId'].handovers.$get({ param, query }))),
    whole((query) => read(noticesOf.$get({ param, query }))),
    whole((query) => read(messagesTo.$get({ param, query }))),
    whole((query) => read(calls.rights.records[':volunteerId'].views.$get({ param, query }))),
    serviceOf(event, volunteerId),
  ]);
  return { ...registration, ...service, handovers, notices, sentMessages, views };
}

/** What was signed up for, served and earned under one record. */
async function serviceOf(event: Caller, volunteerId: string) {
  const calls = api(event).api;
  const param = { volunteerId };
  const { 'scheduling-copy': scheduling, 'attendance-copy': attendance, 'points-copy': points } = calls;
  const [
    signUps,
    stays,
    positions,
    patrols,
    amendments,
    fileEntries,
    serviceRecords,
    pointsEntries,
    vouchers,
    askedHelp,
  ] = await Promise.all([
    whole((query) => read(scheduling[':volunteerId']['sign-ups'].$get({ param, query }))),
    whole((query) => read(attendance[':volunteerId'].stays.$get({ param, query }))),
    whole((query) => read(attendance[':volunteerId'].positions.$get({ param, query }))),
    whole((query) => read(attendance[':volunteerId'].patrols.$get({ param, query }))),
    whole((query) => read(attendance[':volunteerId'].amendments.$get({ param, query }))),
    whole((query) => read(attendance[':volunteerId']['file-entries'].$get({ param, query }))),
    whole((query) => read(attendance[':volunteerId']['service-records'].$get({ param, query }))),
    whole((query) => read(points[':volunteerId'].entries.$get({ param, query }))),
    whole((query) => read(points[':volunteerId'].vouchers.$get({ param, query }))),
    whole((query) => read(points[':volunteerId'].help.$get({ param, query }))),
  ]);
  return {
    ...{ signUps, attendance: stays, positions, patrols, amendments, fileEntries, serviceRecords },
    ...{ pointsEntries, vouchers, askedHelp },
  };
}

/** A list from its first page to its last. */
async function whole<Item>(pageAt: PageOf<Item>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await pageAt({ limit: '100', ...(cursor && { cursor }) });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items;
}
