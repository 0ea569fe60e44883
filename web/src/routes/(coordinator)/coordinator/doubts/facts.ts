import type { DoubtFacts, DoubtKind } from '@kaifong/shared/attendance/doubts.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { formatMoment } from '#lib/components/moment.ts';
import { m } from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';

const { windowDays: days, batchAtNight } = attendanceSettings.doubts;

/** What a doubt is about, in a few words. */
export const titles: Readonly<Record<DoubtKind, () => string>> = {
  oneDevice: m.doubts_oneDevice,
  twoPlaces: m.doubts_twoPlaces,
  mostlyTicked: m.doubts_mostlyTicked,
  batchAtNight: m.doubts_batchAtNight,
  roundTimes: m.doubts_roundTimes,
  oneHand: m.doubts_oneHand,
};

/** What was seen, in a sentence. */
export function inWords(facts: DoubtFacts): string {
  const clock = (at: string) => formatMoment(at, 'time', getLocale());
  switch (facts.kind) {
    case 'oneDevice':
      return m.doubts_oneDeviceFacts({ days, people: facts.people });
    case 'twoPlaces':
      return m.doubts_twoPlacesFacts({
        ...{ first: facts.first.title, end: clock(facts.first.endedAt) },
        ...{ second: facts.second.title, start: clock(facts.second.startedAt) },
        km: (facts.metres / 1000).toFixed(1),
        minutes: facts.minutes,
      });
    case 'mostlyTicked':
      return m.doubts_mostlyTickedFacts({ days, ticked: facts.ticked, scanned: facts.scanned });
    case 'batchAtNight':
      return m.doubts_batchAtNightFacts({ records: facts.records, until: batchAtNight.untilHour });
    case 'roundTimes':
      return m.doubts_roundTimesFacts({ days, round: facts.round, entered: facts.entered });
    case 'oneHand':
      return m.doubts_oneHandFacts({ days, entered: facts.entered, teams: facts.teams });
  }
}

/** What may well explain it, to ask about first. */
export const explanations: Readonly<Record<DoubtKind, () => string>> = {
  oneDevice: m.doubts_oneDeviceAsk,
  twoPlaces: m.doubts_twoPlacesAsk,
  mostlyTicked: m.doubts_mostlyTickedAsk,
  batchAtNight: m.doubts_batchAtNightAsk,
  roundTimes: m.doubts_roundTimesAsk,
  oneHand: m.doubts_oneHandAsk,
};
