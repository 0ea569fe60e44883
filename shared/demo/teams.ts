import type { Text } from '../kernel/language.ts';
import type { Place } from '../organisation/streets.ts';
import { type TeamKind, teamKindCodes } from '../organisation/team-kinds.ts';
import { demoCommunity } from './accounts.ts';

export type DemoTeam = Readonly<{
  /** 0 for the first. The volunteer of the same serial leads it. */
  index: number;
  scope: string;
  kind: TeamKind;
  name: Text;
  community: Place;
}>;

/** The name of a team of each kind, with its community in place of `{}`. */
const names: Record<TeamKind, Text> = {
  patrol: { 'zh-Hans': '{}平安巡逻队', 'zh-Hant': '{}平安巡邏隊', en: '{} Patrol' },
  cyclingPatrol: { 'zh-Hans': '如意平安骑行队·{}', 'zh-Hant': '如意平安騎行隊·{}', en: 'Ruyi Cycling Patrol, {}' },
  psychologicalSupport: { 'zh-Hans': '心灵直通车·{}', 'zh-Hant': '心靈直通車·{}', en: 'Listening Line, {}' },
  eventStewarding: { 'zh-Hans': '{}活动秩序服务队', 'zh-Hant': '{}活動秩序服務隊', en: '{} Event Stewards' },
  elderVisits: { 'zh-Hans': '{}长者探访队', 'zh-Hant': '{}長者探訪隊', en: '{} Elder Visitors' },
  trio: { 'zh-Hans': '{}三人小组', 'zh-Hant': '{}三人小組', en: '{} Group of Three' },
  environment: { 'zh-Hans': '{}环境美化队', 'zh-Hant': '{}環境美化隊', en: '{} Green Team' },
  culture: { 'zh-Hans': '家在岭南·{}', 'zh-Hant': '家在嶺南·{}', en: 'Home in Lingnan, {}' },
};

/** How many teams so many volunteers make: 60 at 2,000 and 500 at 83,000, and always one of each kind. */
export function teamCount(volunteers: number): number {
  const count = volunteers <= 2_000 ? (volunteers * 60) / 2_000 : 60 + ((volunteers - 2_000) * 440) / 81_000;
  return Math.max(teamKindCodes.length, Math.round(count));
}

/** Teams of all kinds in turn, spread over the communities. The first is the patrol team of the demo accounts. */
export function demoTeams(communities: readonly Place[], count: number): DemoTeam[] {
  const first = communities.findIndex(({ scope }) => scope === demoCommunity);
  return Array.from({ length: count }, (_, index) => {
    // 37 shares no factor with 191: every community gets a team before any gets a second.
    const community = communities[(first + index * 37) % communities.length] as Place;
    const kind = teamKindCodes[index % teamKindCodes.length] as TeamKind;
    const named = (language: keyof Text) =>
      names[kind][language].replace('{}', community.name[language].replace(/(社区|社區| Community)$/, ''));
    return {
      index,
      scope: `${community.scope}/T${String(index + 1).padStart(4, '0')}`,
      kind,
      name: { 'zh-Hans': named('zh-Hans'), 'zh-Hant': named('zh-Hant'), en: named('en') },
      community,
    };
  });
}
