import type { Language, Text } from '@kaifong/shared/kernel/language.ts';
import { clockOf } from '@kaifong/shared/kernel/time.ts';
import type { Board, BoardFile, RoleCoverage } from '@kaifong/shared/scheduling/board/board.ts';
import { byteOrderMark, csvLine } from '../../platform/csv-line.ts';

const columns: readonly Text[] = [
  { 'zh-Hans': '班次', 'zh-Hant': '班次', en: 'Shift' },
  { 'zh-Hans': '开始', 'zh-Hant': '開始', en: 'Begins' },
  { 'zh-Hans': '结束', 'zh-Hant': '結束', en: 'Ends' },
  { 'zh-Hans': '集合地点', 'zh-Hant': '集合地點', en: 'Meeting place' },
  { 'zh-Hans': '岗位', 'zh-Hant': '崗位', en: 'Role' },
  { 'zh-Hans': '所需技能', 'zh-Hant': '所需技能', en: 'Needed skill' },
  { 'zh-Hans': '姓名', 'zh-Hant': '姓名', en: 'Name' },
  { 'zh-Hans': '状态', 'zh-Hant': '狀態', en: 'State' },
];

const states = {
  signedUp: { 'zh-Hans': '已报名', 'zh-Hant': '已報名', en: 'signed up' },
  offered: { 'zh-Hans': '已邀请，待答复', 'zh-Hant': '已邀請，待答覆', en: 'asked, no answer yet' },
  free: { 'zh-Hans': '空缺', 'zh-Hant': '空缺', en: 'free' },
} as const satisfies Record<string, Text>;

/** A week's board for a spreadsheet: a line for each place, taken, held or free. Cells that look like formulas are made safe. */
export function boardFile(
  { team, week, shifts }: Board,
  language: Language,
  skillName: (code: string) => string,
): BoardFile {
  const lines = shifts.flatMap(({ title, startsAt, endsAt, place, neededSkill, people, freePlaces, coverage }) => {
    const line = (role: Pick<RoleCoverage, 'name' | 'skills'> | undefined, name: string, state: Text) => {
      const skills = [neededSkill ?? [], role?.skills ?? []].flat();
      return csvLine([
        title,
        clockOf(startsAt)[language],
        clockOf(endsAt)[language],
        place.name,
        role?.name ?? '',
        skills.map(skillName).join(language === 'en' ? ', ' : '、'),
        name,
        state[language],
      ]);
    };
    const rolesOrNone = coverage ?? [undefined];
    return rolesOrNone.flatMap((role) => [
      ...people
        .filter((person) => person.role === role?.number)
        .map(({ name, state }) => line(role, name, states[state])),
      ...Array.from({ length: role?.freePlaces ?? freePlaces }, () => line(role, '', states.free)),
    ]);
  });
  const head = csvLine(columns.map((column) => column[language]));
  return { filename: `${team.replaceAll('/', '-')}-${week}.csv`, csv: `${byteOrderMark}${head}${lines.join('')}` };
}
