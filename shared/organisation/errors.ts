import { defineErrors } from '../kernel/errors.ts';

export const placeErrors = defineErrors('place', {
  unknown: [
    'notFound',
    '没有这个地方，它可能已经合并或改名。请从街道列表里重新选。',
    '沒有這個地方，它可能已經合併或改名。請從街道列表裡重新選。',
    'There is no such place; it may have been merged or renamed. Please choose again from the list of streets.',
  ],
  nameKnown: [
    'conflict',
    '这里已经有一个叫“{name}”的。请换一个名字，或者直接用已有的那个。',
    '這裡已經有一個叫「{name}」的。請換一個名字，或者直接用已有的那個。',
    'There is one called “{name}” here already. Please choose another name, or use the one that exists.',
  ],
  wrongParent: [
    'invalid',
    '社区建在街道下面，网格建在社区下面。请先打开要放的地方，再新增。',
    '社區建在街道下面，網格建在社區下面。請先打開要放的地方，再新增。',
    'A community belongs below a street and a grid below a community. Please open the right place and add it there.',
  ],
  closed: [
    'conflict',
    '“{name}”已经关闭，不能再新增或改动。请换一个还在用的地方。',
    '「{name}」已經關閉，不能再新增或改動。請換一個還在用的地方。',
    '“{name}” is closed and cannot be added to or changed. Please choose a place that is in use.',
  ],
  fixed: [
    'conflict',
    '区和街道由上级统一设置，不能在这里改。请联系系统管理员。',
    '區和街道由上級統一設置，不能在這裡改。請聯絡系統管理員。',
    'The district and its streets are set centrally and cannot be changed here. Please ask the system administrator.',
  ],
  numbersUsedUp: [
    'conflict',
    '这里的编号已经用完，不能再新增。请联系系统管理员。',
    '這裡的編號已經用完，不能再新增。請聯絡系統管理員。',
    'All numbers here are used. Please ask the system administrator.',
  ],
  successorUnfit: [
    'invalid',
    '要合并进去的，必须是同一街道里另一个还在用的社区。请重新选。',
    '要合併進去的，必須是同一街道裡另一個還在用的社區。請重新選。',
    'A community can only go over into another one of the same street that is in use. Please choose again.',
  ],
});
