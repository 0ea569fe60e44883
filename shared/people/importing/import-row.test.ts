import { describe, expect, it } from 'vitest';
import { startingSkills } from '../skills/skills.ts';
import { columnOf, neededColumns } from './import-columns.ts';
import { communityFinder } from './import-communities.ts';
import { type Cells, checkRow } from './import-row.ts';

const place = (scope: string, kind: 'street' | 'community', name: string, nameHant?: string) => ({
  scope,
  kind,
  name,
  ...(nameHant && { nameHant }),
  validFrom: '2020-01-01',
});
const places = [
  place('440103/004', 'street', '多宝街道', '多寶街道'),
  place('440103/004/001', 'community', '宝源社区', '寶源社區'),
  place('440103/004/002', 'community', '和平社区'),
  place('440103/006', 'street', '逢源街道'),
  place('440103/006/001', 'community', '和平社区'),
];
const findCommunity = communityFinder(places);
const aSkill = { needsCertificate: false, retired: false, version: 1 };

const skills = new Map(
  [
    ...startingSkills,
    { ...aSkill, code: 'lionDance', name: { 'zh-Hans': '舞狮', 'zh-Hant': '舞獅', en: 'Lion dance' } },
    { ...aSkill, code: 'telex', name: { 'zh-Hans': '电传', 'zh-Hant': '電傳', en: 'Telex' }, retired: true },
  ].map((kind) => [kind.code, kind]),
);

const check = (cells: Cells) =>
  checkRow(
    { name: '陈小明', documentNumber: '44010320040229990X', mobile: '13800000001', community: '宝源', ...cells },
    { today: '2026-11-24', findCommunity, skills },
  );

describe('a heading', () => {
  it.each([
    ['姓名*', 'name'],
    [' 身份证号码 ', 'documentNumber'],
    ['證件號碼', 'documentNumber'],
    ['Mobile_Number', 'mobile'],
    ['document number', 'documentNumber'],
    ['联系电话', 'mobile'],
    ['备注', undefined],
  ])('%s is understood as %s', (heading, column) => {
    expect(columnOf(heading)).toBe(column);
  });

  it('of the community is needed unless the list is of one', () => {
    expect(neededColumns({ ofOneCommunity: false })).toEqual(['name', 'documentNumber', 'mobile', 'community']);
    expect(neededColumns({ ofOneCommunity: true })).not.toContain('community');
  });
});

describe('a community', () => {
  it.each([
    ['', '宝源', '440103/004/001'],
    ['', '寶源社區', '440103/004/001'],
    ['', '宝源社区居委会', '440103/004/001'],
    ['', '440103/004/001', '440103/004/001'],
    ['逢源', '和平社区', '440103/006/001'],
    ['多寶街道', '和平', '440103/004/002'],
  ])('of street “%s” called “%s” is %s', (street, community, scope) => {
    expect(findCommunity(street, community)).toEqual({ ok: true, scope });
  });

  it.each([
    ['', '和平社区', 'import.communityAmbiguous'],
    ['逢源街道', '宝源社区', 'import.communityUnknown'],
    ['', '', 'import.communityUnknown'],
    ['', '440103/099/001', 'import.communityUnknown'],
  ])('of street “%s” called “%s” is %s', (street, community, code) => {
    expect(findCommunity(street, community)).toEqual({ ok: false, code });
  });

  it('may be left out where there is but one', () => {
    expect(communityFinder(places.slice(1, 2))('', '')).toEqual({ ok: true, scope: '440103/004/001' });
  });
});

describe('a row', () => {
  it('is a registration on paper, in whichever language its cells are', () => {
    expect(
      check({ documentKind: 'Identity card', skills: '急救；Cycling patrol、firstAid', languages: '粵語,普通话' }),
    ).toMatchObject({
      ok: true,
      mobile: '+8613800000001',
      person: {
        documentKind: 'mainlandId',
        community: '440103/004/001',
        skills: ['firstAid', 'cycling'],
        languages: ['cantonese', 'mandarin'],
        consents: { terms: true, sensitiveData: true, rankings: false },
      },
    });
  });

  it.each(['1990-5-1', '1990/05/01', '1990.5.1', '1990年5月1日'])('takes %s for a day', (birthDate) => {
    const cells = { documentKind: '台胞证', documentNumber: '12345678', birthDate };
    expect(check(cells)).toMatchObject({ person: { birthDate: '1990-05-01' } });
  });

  it('tells all that is wrong at once, at the column it is wrong in', () => {
    const cells = { name: '', documentKind: '学生证', mobile: '1', community: '没有', skills: '杂耍' };
    expect(check(cells)).toEqual({
      ok: false,
      faults: [
        { column: 'documentKind', code: 'import.documentKind' },
        { column: 'mobile', code: 'mobile.invalid' },
        { column: 'community', code: 'import.communityUnknown' },
        { column: 'skills', code: 'import.choiceUnknown', facts: { value: '杂耍' } },
        { column: 'name', code: 'name.invalid' },
      ],
    });
  });

  it('of a child takes the guardian’s consents as given on paper, and needs the guardian', () => {
    const child = { documentNumber: '440103201506019997' };
    expect(check(child)).toEqual({ ok: false, faults: [{ column: 'guardianName', code: 'guardian.needed' }] });
    expect(check({ ...child, guardianName: '陈大文', guardianMobile: '1' })).toMatchObject({
      faults: [{ column: 'guardianMobile', code: 'mobile.invalid' }],
    });
    expect(check({ ...child, guardianName: '陈大文', guardianMobile: '13800000002' })).toMatchObject({
      ok: true,
      person: { isMinor: true, guardian: { mobile: '+8613800000002', consents: { dataConsent: true } } },
    });
  });
});

describe('the skills of a row', () => {
  it('are those of the catalogue as it is, in any language', () => {
    const checked = check({ skills: '舞獅、First aid' });
    expect(checked.ok && checked.person.skills).toEqual(['lionDance', 'firstAid']);
  });

  it.each([
    ['a retired one', '电传', 'import.choiceUnknown'],
    ['one that needs a certificate', '医护', 'import.skillNeedsCertificate'],
  ])('send the row back for %s', (_name, value, code) => {
    expect(check({ skills: value })).toEqual({ ok: false, faults: [{ column: 'skills', code, facts: { value } }] });
  });
});
