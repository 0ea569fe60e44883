import { defineErrors } from '../kernel/errors.ts';

export const rearrangingErrors = defineErrors('tree', {
  underWay: [
    'conflict',
    '这里已经有一个调整在进行，生效日过后才能再调整。请先看它的进度。',
    '這裡已經有一個調整在進行，生效日過後才能再調整。請先看它的進度。',
    'A rearrangement of this place is under way; the next one can begin once its day has passed. Please look at its progress first.',
  ],
  targetUnfit: [
    'invalid',
    '不能调整到这个地方。社区只能迁到另一个街道，或者并入同一街道里还在用的社区；服务队只能迁到另一个还在用的社区。请重新选。',
    '不能調整到這個地方。社區只能遷到另一個街道，或者併入同一街道裡還在用的社區；服務隊只能遷到另一個還在用的社區。請重新選。',
    'This cannot go there. A community moves to another street or is joined to one of its street that is in use; a team moves to another community that is in use. Please choose again.',
  ],
  notBelow: [
    'invalid',
    '选中的网格或服务队不在这个社区里，或者已经关闭、迁走。请刷新页面重新选。',
    '選中的網格或服務隊不在這個社區裡，或者已經關閉、遷走。請重新整理頁面再選。',
    'A grid or team that was chosen does not belong to this community, or is closed or moved already. Please reload the page and choose again.',
  ],
});
