import { expect, it } from 'vitest';
import { nameKeysOf } from './name-keys.ts';

it.each([
  ['陈小明', '陈小明', 'chenxiaoming', 'cxm'],
  ['陳曉穎', '陈晓颖', 'chenxiaoying', 'cxy'],
  ['区颖雯', '区颖雯', 'ouyingwen', 'oyw'],
  ['欧阳振华', '欧阳振华', 'ouyangzhenhua', 'oyzh'],
  ['单田芳', '单田芳', 'shantianfang', 'stf'],
  ['吕布', '吕布', 'lvbu', 'lb'],
  ['阿卜杜拉·买买提', '阿卜杜拉买买提', 'abudulamaimaiti', 'abdlmmt'],
  ['Mei Ling Wong', 'meilingwong', 'meilingwong', 'mlw'],
  ["Ｏ'Brien-Müller", 'obrienmvller', 'obrienmvller', 'obm'],
])(
  '%s is found by how it is written, by its sound and by its first letters',
  async (name, written, pinyin, initials) => {
    expect(await nameKeysOf(name)).toEqual({ written, pinyin, initials });
  },
);
